// SPDX-License-Identifier: Apache-2.0
// Exists for the headers that are precompiled with it.
int main()
{
    return 0;
}
