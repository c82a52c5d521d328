// SPDX-License-Identifier: Apache-2.0
// Part of every program that MinGW builds.
//
// GCC keeps the thread_local variables of a thread in memory that one key of the thread library frees when
// the thread ends, and their destructors hang on another. Keys are served in the order in which they were
// made, and the first use of any such variable makes the key of the memory first: the destructors then work
// on freed memory. Qt has one such variable, the stack of its regular expressions, in every thread that
// matches one. When its destructor faults, Windows goes on with the end of the thread, but the thread library
// holds its lock for ever, and the process waits for that lock when it ends.
//
// So the key of the destructors is made before anything of the program runs, and Qt does without that stack:
// a library may have made the other key while it was loaded.
#include <cstdlib>
#include <cxxabi.h>

namespace {

class DestructorsFirst
{
public:
    DestructorsFirst()
    {
        abi::__cxa_thread_atexit([](void *) {}, this, nullptr);
        // Expressions are then not compiled to machine code; those of the program are short.
        _putenv_s("QT_ENABLE_REGEXP_JIT", "0");
    }
};

const DestructorsFirst destructorsFirst;

} // namespace
