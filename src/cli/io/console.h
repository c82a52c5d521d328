// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/streams.h"

#include <memory>

/// The standard streams of this process. Nothing is kept back, so that a line is in the pipe when the command
/// says so; a stream that is closed fails when it is used. Text is UTF-8 in files and pipes of every system,
/// with no other byte at the end of a line than a line feed; a console of Windows shows it whatever its code
/// page is.
class Console
{
public:
    Console();
    ~Console();
    Console(const Console &) = delete;
    Console &operator=(const Console &) = delete;

    /// Valid as long as this object.
    Streams streams() const;

private:
    std::unique_ptr<QIODevice> m_in;
    std::unique_ptr<QIODevice> m_out;
    std::unique_ptr<QIODevice> m_err;
    bool m_isErrTerminal = false;
};
