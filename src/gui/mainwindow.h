// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMainWindow>

#include <memory>

namespace Ui {
class MainWindow;
}

class HistoryReader;
class Session;
class Translation;
struct StoreNotice;

/// The one window: band, menus and the pages.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// @p session, @p history and @p translation must outlive the window.
    MainWindow(Session *session, HistoryReader *history, Translation *translation, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows @p notice above the pages until it is closed.
    void showNotice(const StoreNotice &notice);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectActions();
    void connectPages();
    void showPage(int page);
    void retranslate();
    void updateActions();
    void showAbout();

    std::unique_ptr<Ui::MainWindow> m_ui;
    Session *m_session;
    Translation *m_translation;
};
