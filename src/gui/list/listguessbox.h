// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/listdraft.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class ListGuessBox;
}

class QComboBox;
class QLabel;

/// How a list is read: what was guessed, and what the agent says instead.
class ListGuessBox : public QWidget
{
    Q_OBJECT

public:
    explicit ListGuessBox(QWidget *parent = nullptr);
    ~ListGuessBox() override;

    /// Shows how @p draft is read. @p columns are the titles of its columns, @p files the names of all files,
    /// of which @p file is this one.
    void show(const ListDraft &draft, const QStringList &columns, const QStringList &files, int file);

    /// Whether show() has anything to choose.
    static bool hasChoice(const ListDraft &draft, const QStringList &columns, const QStringList &files);

Q_SIGNALS:
    void columnChosen(int column);
    /// Nothing: any type that fits.
    void typeChosen(std::optional<IdType> type);
    void headerChosen(HeaderChoice header);
    void delimiterChosen(char delimiter);
    void encodingChosen(TextEncoding encoding);
    void sheetChosen(const QString &sheet);
    void fileChosen(int file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void fillFixed();

    std::unique_ptr<Ui::ListGuessBox> m_ui;
    ListDraft m_draft;
    QStringList m_columns;
    QStringList m_files;
    int m_file = 0;
};
