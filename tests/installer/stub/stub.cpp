// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <string>

/// Says that it runs, and does until its standard input ends.
int main()
{
    std::cout << "running" << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
    }
    return 0;
}
