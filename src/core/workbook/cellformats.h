// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

/// Numbers of a workbook as the sheet shows them (ECMA-376, part 1, 18.8.30).
class CellFormats
{
public:
    /// A format of the workbook's own.
    void addFormat(int formatId, const QString &code) { m_codes.insert(formatId, code); }
    /// The next style of cells.
    void addStyle(int formatId) { m_styles.append(formatId); }
    /// Dates are counted from 1904 instead of 1900.
    void setFrom1904(bool isFrom1904) { m_isFrom1904 = isFrom1904; }

    /// What a cell with the number @p value shows: dates as ISO 8601, leading zeros and letters of the
    /// format, all digits of whole numbers. Excel keeps 15 digits, so that longer numbers are given in the
    /// form 1.23E+17: IdCleaning refuses them as shortened.
    QString text(const QByteArray &value, qsizetype style) const;

private:
    QString dateText(double serial) const;

    QHash<int, QString> m_codes;
    QList<int> m_styles;
    bool m_isFrom1904 = false;
};
