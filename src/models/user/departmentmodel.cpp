// SPDX-License-Identifier: Apache-2.0
#include "models/user/departmentmodel.h"

#include "kick/pool/pagedread.h"

#include <algorithm>

namespace {

/// A pool has a few organizations.
constexpr int maximumPages = 20;

} // namespace

DepartmentModel::DepartmentModel(Client *client, QObject *parent)
    : QAbstractItemModel(parent)
    , m_client(client)
    , m_asked(std::make_unique<QObject>())
{
}

DepartmentModel::~DepartmentModel() = default;

void DepartmentModel::load()
{
    forget();
    m_organizations.reset();
    show({});
    ++m_open;
    const auto ask = [client = m_client](int page, QObject *context,
                                         ResultHandler<Page<Department>> handler) {
        client->listOrganizations(page, Client::maximumLimit, context, std::move(handler));
    };
    new PagedRead<Department>(ask, maximumPages, m_asked.get(),
                              [this](const Result<QList<Department>> &organizations) {
                                  if (organizations) {
                                      m_organizations = *organizations;
                                      show(*organizations);
                                  }
                                  end(organizations ? std::nullopt : std::optional(organizations.error()));
                              });
    Q_EMIT statusChanged();
}

void DepartmentModel::search(const QString &text)
{
    if (!m_organizations)
        return;
    forget();
    if (text.isEmpty()) {
        show(*m_organizations);
        Q_EMIT statusChanged();
        return;
    }
    ++m_open;
    searchNext(text, 0, {});
    Q_EMIT statusChanged();
}

void DepartmentModel::searchNext(const QString &text, qsizetype organization, const QList<Department> &found)
{
    if (organization == m_organizations->size()) {
        show(found);
        end({});
        return;
    }
    m_client->searchDepartments(m_organizations->at(organization).organizationCode, text, m_asked.get(),
                                [this, text, organization, found](const Result<QList<Department>> &more) {
                                    if (more)
                                        searchNext(text, organization + 1, found + *more);
                                    else
                                        end(more.error());
                                });
}

/// Gives up what is asked for.
void DepartmentModel::forget()
{
    m_asked = std::make_unique<QObject>();
    m_open = 0;
    m_error.reset();
}

void DepartmentModel::show(const QList<Department> &departments)
{
    beginResetModel();
    m_top.children.clear();
    add(&m_top, departments);
    endResetModel();
}

void DepartmentModel::add(Node *parent, const QList<Department> &departments)
{
    for (const Department &department : departments) {
        auto child = std::make_unique<Node>();
        child->department = department;
        child->parent = parent;
        parent->children.push_back(std::move(child));
    }
}

std::optional<Department> DepartmentModel::department(const QModelIndex &index) const
{
    return index.isValid() && index.model() == this ? std::optional(node(index)->department) : std::nullopt;
}

DepartmentModel::Node *DepartmentModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : const_cast<Node *>(&m_top);
}

QModelIndex DepartmentModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent)->children.at(static_cast<std::size_t>(row)).get());
}

QModelIndex DepartmentModel::parent(const QModelIndex &index) const
{
    Node *const above = index.isValid() ? node(index)->parent : nullptr;
    if (above == nullptr || above->parent == nullptr)
        return {};
    const auto &siblings = above->parent->children;
    const auto place = std::ranges::find(siblings, above, [](const auto &each) { return each.get(); });
    return createIndex(static_cast<int>(place - siblings.begin()), 0, above);
}

int DepartmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int DepartmentModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant DepartmentModel::data(const QModelIndex &index, int role) const
{
    const std::optional<Department> shown = department(index);
    if (!shown || role != Qt::DisplayRole)
        return {};
    return shown->name.isEmpty() ? shown->departmentId : shown->name.plain();
}

bool DepartmentModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 ||
           (parent.isValid() && node(parent)->department.hasChildren && !node(parent)->isRead);
}

bool DepartmentModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.isValid() && node(parent)->department.hasChildren && !node(parent)->isAsked;
}

void DepartmentModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Node *const above = node(parent);
    above->isAsked = true;
    ++m_open;
    m_client->listChildrenDepartments(
        above->department, m_asked.get(),
        [this, above](const Result<Page<Department>> &page) { takeChildren(above, page); });
    Q_EMIT statusChanged();
}

void DepartmentModel::takeChildren(Node *parent, const Result<Page<Department>> &page)
{
    if (!page) {
        parent->isAsked = false;
        end(page.error());
        return;
    }
    parent->isRead = true;
    Paging paging(std::max(1, static_cast<int>(page->list.size())));
    paging.take(*page);
    if (!page->list.isEmpty()) {
        const auto &siblings = parent->parent->children;
        const auto place = std::ranges::find(siblings, parent, [](const auto &each) { return each.get(); });
        beginInsertRows(createIndex(static_cast<int>(place - siblings.begin()), 0, parent), 0,
                        static_cast<int>(page->list.size()) - 1);
        add(parent, page->list);
        endInsertRows();
    }
    end(paging.isWhole() ? std::nullopt : std::optional(paging.incomplete()));
}

void DepartmentModel::end(const std::optional<Error> &error)
{
    --m_open;
    m_error = error;
    Q_EMIT statusChanged();
}
