// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>

/// The applications whose name, identifier or ID has a text in it, in any case; Chinese names also as they
/// are typed, see Pinyin.
class ApplicationFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ApplicationFilter(QObject *parent = nullptr);

    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
};
