// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// One of many users that a list may have; the same each time.
struct SamplePerson
{
    QString userId;
    QString name;
    QString contact;

    /// The user with this number, from 0.
    static SamplePerson at(int number);
};
