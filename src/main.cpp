// SPDX-License-Identifier: Apache-2.0
#include "core/translation.h"
#include "gui/icons.h"
#include "gui/mainwindow.h"
#include "kick/session.h"
#include "sandbox/sandbox.h"
#include "store/datafolder.h"
#include "store/historyreader.h"
#include "store/storenotice.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int exitUsage = 2;

struct Options
{
    Language language = Languages::fromSystem();
    SandboxOptions sandbox;
};

int fail(const QString &message, int code)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(message));
    return code;
}

/// What the command line asks for; nothing when it cannot be understood.
std::optional<Options> parse(const QApplication &application)
{
    const QCommandLineOption sandbox(u"sandbox"_s, u"Open the built-in sandbox (the default)."_s);
    const QCommandLineOption language(u"lang"_s, u"Language of the window: zh-CN or en-US."_s, u"language"_s);
    const QCommandLineOption users(u"users"_s, u"Users in the sandbox."_s, u"number"_s);
    QCommandLineParser parser;
    parser.addOptions({sandbox, language, users});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);

    Options options;
    if (parser.isSet(language)) {
        const auto chosen = Languages::fromWireName(parser.value(language));
        if (!chosen)
            return {};
        options.language = *chosen;
    }
    if (parser.isSet(users)) {
        bool isNumber = false;
        options.sandbox.users = parser.value(users).toInt(&isNumber);
        if (!isNumber || options.sandbox.users < 0)
            return {};
    }
    return options;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QApplication::setApplicationName(u"Kickdesk"_s);
    QApplication::setApplicationVersion(QStringLiteral(KICKDESK_VERSION));
    QApplication::setWindowIcon(Icons::application());

    const auto options = parse(application);
    if (!options)
        return fail(u"--lang takes zh-CN or en-US, --users a number."_s, exitUsage);
    Translation translation;
    translation.setLanguage(options->language);

    Sandbox sandbox(options->sandbox);
    const auto address = sandbox.start();
    if (!address)
        return fail(errorText(address.error()), EXIT_FAILURE);
    // Somebody in the demo whom a kick must not hit by accident.
    constexpr int protectedPlace = 6;
    Profile profile{.name = {},
                    .host = address->host,
                    .keyId = address->keyId,
                    .auth = AuthScheme::Token,
                    .poolId = address->poolId,
                    .environment = Environment::Sandbox,
                    .caFile = address->caFile};
    const QString protectedId = Sandbox::userId(options->sandbox, protectedPlace);
    if (!protectedId.isEmpty())
        profile.protectedUsers.append({.userId = protectedId, .identifiers = {}});
    const DataFolder::State folder = DataFolder::prepare();
    Journal journal(DataFolder::journalFile());
    Session session(profile, address->secret, &journal);
    HistoryReader history(journal.file());
    MainWindow window(&session, &history, &translation);
    if (folder == DataFolder::State::Repaired)
        window.showNotice({.kind = StoreNotice::Kind::FolderRepaired, .path = DataFolder::path()});
    else if (folder == DataFolder::State::Unusable)
        window.showNotice({.kind = StoreNotice::Kind::FolderUnusable, .path = DataFolder::path()});
    window.show();
    return QApplication::exec();
}
