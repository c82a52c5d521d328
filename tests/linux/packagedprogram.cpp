// SPDX-License-Identifier: Apache-2.0
#include "linux/packagedprogram.h"

#include "linux/tool.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::Literals::StringLiterals;

PackagedProgram::PackagedProgram(QString folder)
    : m_folder(std::move(folder))
{
}

PackagedProgram::~PackagedProgram()
{
    m_window.kill();
    m_window.waitForFinished();
}

QByteArray PackagedProgram::kick() const
{
    const QString cli = m_folder + u"/kickdesk-cli"_s;
    const QStringList variables{u"KICKDESK_DATA_DIR="_s + m_data.path()};
    // The sandbox of each process has the same users.
    const ToolRun found =
        Tool::run(cli, {u"--sandbox"_s, u"--json"_s, u"search"_s, u"--limit"_s, u"1"_s}, variables);
    const QString userId = QJsonDocument::fromJson(found.out).object().value("userId"_L1).toString();
    const ToolRun kicked = Tool::run(
        cli, {u"--sandbox"_s, u"--json"_s, u"kick"_s, userId, u"--everywhere"_s, u"--yes"_s}, variables);
    return kicked.out.isEmpty() ? found.report() + kicked.report() : kicked.out;
}

void PackagedProgram::startWindow()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KICKDESK_DATA_DIR"_s, m_data.path());
    m_window.setProcessEnvironment(environment);
    m_window.setProcessChannelMode(QProcess::MergedChannels);
    m_window.start(m_folder + u"/kickdesk"_s, {u"--sandbox"_s, u"--users"_s, u"50"_s});
    m_window.waitForStarted();
}

bool PackagedProgram::isWorking() const
{
    QFile log(m_data.filePath(u"kickdesk.log"_s));
    return log.open(QIODevice::ReadOnly) && log.readAll().contains("/api/v3/");
}
