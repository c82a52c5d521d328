// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/idlist.h"
#include "core/types.h"
#include "models/listpreviewmodel.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class ListSourcePanel;
}

class PoolApplications;
class QMimeData;

/// Where a list comes from: the clipboard, a file, or everyone online in an application. What is guessed
/// about it is shown and can be changed before anything is looked up.
class ListSourcePanel : public QWidget
{
    Q_OBJECT

public:
    explicit ListSourcePanel(QWidget *parent = nullptr);
    ~ListSourcePanel() override;

    /// @p pool must outlive the panel.
    void start(PoolApplications *pool);

    void paste();
    void openFile(const QString &file);
    /// Takes dropped or pasted data; false when there is nothing in it for a list.
    bool take(const QMimeData *content);
    /// Shows why what was chosen cannot be used.
    void refuse(const Error &error);
    void clear();
    void focusStart();

Q_SIGNALS:
    /// The agent wants the users of @p list to be looked up. @p name is the file's, empty for pasted text.
    void listChosen(const QString &name, const IdList &list);
    /// The agent wants everyone who is online in @p application.
    void onlineChosen(const Application &application);
    /// The agent wants to open the plan in @p file.
    void planChosen(const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseFile();
    void choosePlan();
    void load(const QString &name, const Result<ListText> &text);
    void decodeAgain();
    void cut();
    void guess(std::optional<IdType> idType, std::optional<qsizetype> column);
    void read();
    void collect();
    void submit();
    void retranslate();
    void fillCombos();
    void fillApplications();
    void showList();
    QString hint() const;
    std::optional<IdType> idType() const;

    std::unique_ptr<Ui::ListSourcePanel> m_ui;
    ListPreviewModel m_preview;
    PoolApplications *m_pool = nullptr;
    /// Of the file; empty for pasted text.
    QString m_name;
    QByteArray m_bytes;
    ListText m_text;
    ListTable m_table;
    char m_delimiter = ',';
    IdList m_list;
    /// Nothing is there yet.
    bool m_isEmpty = true;
    std::optional<Error> m_error;
};
