// SPDX-License-Identifier: Apache-2.0
#pragma once

class QIODevice;

/// Where a program reads and writes; all three are open and outlive it.
struct Streams
{
    QIODevice *in = nullptr;
    QIODevice *out = nullptr;
    QIODevice *err = nullptr;
    /// A person looks at what goes to err, and one line there can take the place of another.
    bool isErrTerminal = false;
};
