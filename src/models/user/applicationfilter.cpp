// SPDX-License-Identifier: Apache-2.0
#include "models/user/applicationfilter.h"

#include "core/values/pinyin.h"
#include "models/user/applicationmodel.h"

ApplicationFilter::ApplicationFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void ApplicationFilter::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

bool ApplicationFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QString texts = sourceModel()->index(row, 0, parent).data(ApplicationModel::FilterRole).toString();
    return texts.contains(m_text, Qt::CaseInsensitive) ||
           (Pinyin::isTyped(m_text) && Pinyin::contains(texts, m_text));
}
