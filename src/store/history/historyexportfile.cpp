// SPDX-License-Identifier: Apache-2.0
#include "store/history/historyexportfile.h"

#include "core/values/jsonline.h"
#include "store/history/historyreader.h"

HistoryExportFile::HistoryExportFile(const QString &name)
    : m_name(name)
    , m_format(Reports::formatOf(name))
{
}

std::optional<Error> HistoryExportFile::begin()
{
    m_file = std::make_unique<OutputFile>(m_name, OutputFile::Reader::Usual);
    if (auto error = m_file->open())
        return error;
    return m_file->write(m_format == Reports::Format::Csv ? Reports::csvHeading() : QByteArray());
}

std::optional<Error> HistoryExportFile::add(const HistoryItem &item)
{
    return m_file->write(m_format == Reports::Format::Csv ? Reports::csvLine(item)
                                                          : jsonLine(Reports::object(item)));
}

std::optional<Error> HistoryExportFile::end(const ChainHead &head)
{
    m_head = head;
    auto error = m_file->write(m_format == Reports::Format::Csv ? Reports::csvLine(head)
                                                                : jsonLine(Reports::object(head)));
    if (error)
        return error;
    return m_file->commit();
}

PendingCall *Reports::exportHistory(HistoryReader *reader, const HistoryFilter &filter, const QString &file,
                                    QObject *context, ResultHandler<Receipt> handler)
{
    const auto target = std::make_shared<HistoryExportFile>(file);
    const HistorySink sink{
        .begin = [target] { return target->begin(); },
        .item = [target](const HistoryItem &item) { return target->add(item); },
        .end = [target](const ChainHead &head) { return target->end(head); },
    };
    return reader->scan(filter, sink, context,
                        [target, handler = std::move(handler)](const Result<qint64> &count) {
                            if (count)
                                handler(Receipt{.itemCount = *count, .head = target->head()});
                            else
                                handler(count.error());
                        });
}
