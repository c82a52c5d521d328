// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/files/files.h"
#include "store/history/historyexport.h"

#include <QString>

#include <memory>
#include <optional>

/// A file of a report while it is written: it takes the place of the old one when it is complete, and not
/// before. Used in one thread, and made there by begin().
class HistoryExportFile
{
public:
    explicit HistoryExportFile(const QString &name);

    /// Each returns FileUnwritable when the file cannot be written, FileIsOwn when it must not be.
    std::optional<Error> begin();
    std::optional<Error> add(const HistoryItem &item);
    std::optional<Error> end(const ChainHead &head);

    const ChainHead &head() const { return m_head; }

private:
    QString m_name;
    Reports::Format m_format;
    std::unique_ptr<OutputFile> m_file;
    ChainHead m_head;
};
