// SPDX-License-Identifier: Apache-2.0
#include "gui/app/openconnection.h"

#include "core/program/translation.h"
#include "gui/window/mainwindow.h"
#include "kick/session.h"
#include "store/files/logfile.h"

#include <QDialog>

#include <utility>

std::unique_ptr<OpenConnection> OpenConnection::open(const Profile &profile, const Credentials &credentials,
                                                     const Parts &parts)
{
    auto session = std::make_unique<Session>(profile, credentials, parts.journal,
                                             [log = parts.log](const LogEvent &event) { log->write(event); });
    if (!session->hasUsableCaFile())
        return {};
    // A list writes into a log of its own: the file is made for several writers.
    const ListRunThread::Parts jobs{.profile = profile,
                                    .credentials = credentials,
                                    .journalFile = parts.journal->file(),
                                    .language = parts.translation->language(),
                                    .log = [log = LogFile()](const LogEvent &event) { log.write(event); }};
    auto window = std::make_unique<MainWindow>(session.get(), parts.history, parts.translation, jobs);
    return std::unique_ptr<OpenConnection>(new OpenConnection(std::move(session), std::move(window)));
}

OpenConnection::OpenConnection(std::unique_ptr<Session> session, std::unique_ptr<MainWindow> window)
    : m_session(std::move(session))
    , m_window(std::move(window))
{
}

OpenConnection::~OpenConnection() = default;

void OpenConnection::hide() const
{
    const QList<QDialog *> dialogs = m_window->findChildren<QDialog *>();
    for (QDialog *dialog : dialogs)
        dialog->hide();
    m_window->hide();
}
