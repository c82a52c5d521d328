// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/doctorcommand.h"

#include "cli/io/arguments.h"
#include "kick/doctor/doctor.h"
#include "kick/doctor/doctorwords.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What was found, without what belongs to another check.
QJsonObject object(const DoctorRow &row)
{
    QJsonObject result{{u"command"_s, u"doctor"_s},
                       {u"check"_s, DoctorChecks::name(row.check)},
                       {u"state"_s, DoctorChecks::name(row.state)}};
    const auto add = [&result](const QString &key, const QString &value) {
        if (!value.isEmpty())
            result.insert(key, value);
    };
    add(u"reason"_s, DoctorChecks::name(row.reason));
    if (row.error)
        add(u"error"_s, errorCodeName(row.error->code));
    if (!row.addresses.isEmpty())
        result.insert(u"addresses"_s, QJsonArray::fromStringList(row.addresses));
    if (row.took)
        result.insert(u"milliseconds"_s, static_cast<qint64>(row.took->count()));
    add(u"proxy"_s, row.proxy);
    add(u"protocol"_s, row.protocol);
    add(u"cipher"_s, row.cipher);
    add(u"certificateSha256"_s, row.certificate.sha256);
    if (row.clockOffset)
        result.insert(u"clockOffsetSeconds"_s, static_cast<qint64>(row.clockOffset->count()));
    add(u"userPoolId"_s, row.poolId);
    return result;
}

} // namespace

DoctorCommand::DoctorCommand(Output *output, QObject *parent)
    : Command(output, parent)
{
}

DoctorCommand::~DoctorCommand() = default;

CLI::App *DoctorCommand::declare(CLI::App *program)
{
    return Arguments::command(program, "doctor",
                              tr("examine the connection, and what the key may do; sends no kick"));
}

void DoctorCommand::run(Session *session)
{
    m_doctor = std::make_unique<Doctor>(session);
    connect(m_doctor.get(), &Doctor::checkChanged, this, [this](int index) {
        const DoctorRow &row = m_doctor->rows().at(index);
        if (row.state != DoctorState::Waiting && row.state != DoctorState::Running)
            show(row);
    });
    connect(m_doctor.get(), &Doctor::finished, this, [this] { Q_EMIT finished(exitCode()); });
    m_doctor->start();
}

void DoctorCommand::show(const DoctorRow &row)
{
    output()->object(object(row));
    output()->text(u"%1 %2: %3"_s.arg(DoctorWords::sign(row.state), DoctorWords::label(row.check),
                                      DoctorWords::result(row)));
}

/// A key that may not do everything is no fault of the connection, but somebody has to know.
ExitCode DoctorCommand::exitCode() const
{
    ExitCode result = ExitCode::Done;
    for (const DoctorRow &row : m_doctor->rows()) {
        if (row.state != DoctorState::Failed)
            continue;
        if (!DoctorChecks::isPermission(row.check))
            return row.error ? ExitCodes::of(*row.error) : ExitCode::Halted;
        result = ExitCode::Incomplete;
    }
    return result;
}
