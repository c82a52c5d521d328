// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>
#include <vector>

/// The organizations of the pool and the departments below them, each read when it is unfolded; or, as a flat
/// list, the departments that a search has found.
class DepartmentModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// @p client must outlive the model.
    explicit DepartmentModel(Client *client, QObject *parent = nullptr);
    ~DepartmentModel() override;

    /// Reads the organizations, again where they are there.
    void load();
    /// Shows the departments of all organizations whose name has @p text; the tree where it is empty.
    void search(const QString &text);

    /// Nothing for an index of another model.
    std::optional<Department> department(const QModelIndex &index) const;
    bool isLoading() const { return m_open > 0; }
    /// Why something that was asked for last is missing.
    const std::optional<Error> &error() const { return m_error; }
    /// The organizations have been read.
    bool isLoaded() const { return m_organizations.has_value(); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// Loading, error or the departments are others.
    void statusChanged();

private:
    struct Node
    {
        Department department;
        Node *parent = nullptr;
        std::vector<std::unique_ptr<Node>> children;
        bool isAsked = false;
        bool isRead = false;
    };

    void forget();
    void show(const QList<Department> &departments);
    void add(Node *parent, const QList<Department> &departments);
    void takeChildren(Node *parent, const Result<Page<Department>> &page);
    void searchNext(const QString &text, qsizetype organization, const QList<Department> &found);
    void end(const std::optional<Error> &error);
    Node *node(const QModelIndex &index) const;

    Client *m_client;
    /// What is asked answers to it, and is given up with it.
    std::unique_ptr<QObject> m_asked;
    std::optional<QList<Department>> m_organizations;
    /// Above the organizations, or above what was found.
    Node m_top;
    std::optional<Error> m_error;
    int m_open = 0;
};
