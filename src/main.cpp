// SPDX-License-Identifier: Apache-2.0
#include "api/net/updatecheck.h"
#include "core/program/memorypools.h"
#include "core/program/processguard.h"
#include "core/program/translation.h"
#include "gui/app/appcontroller.h"
#include "gui/app/openevents.h"
#include "gui/app/startup.h"
#include "gui/style/icons.h"
#include "store/connections/keychainsecretstore.h"
#include "store/files/datafolder.h"
#include "store/files/settings.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QMessageBox>

#include <cstdio>
#include <cstdlib>
#include <optional>

#ifdef Q_OS_WIN
#include "gui/style/titlebars.h"
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int exitUsage = 2;

struct Options
{
    /// None: the one of the settings.
    std::optional<Language> language;
    bool isSandbox = false;
    /// Name of a saved connection; empty: the one used last.
    QString profile;
    SandboxOptions sandbox;
    /// For the window that is open already: links and absolute paths.
    QStringList items;
};

int fail(const QString &message, int code)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(message));
    return code;
}

/// What the command line asks for; nothing when it cannot be understood.
std::optional<Options> parse(const QStringList &arguments)
{
    const QCommandLineOption sandbox(u"sandbox"_s, u"Open the built-in sandbox."_s);
    const QCommandLineOption profile(u"profile"_s, u"Open a saved connection."_s, u"name"_s);
    const QCommandLineOption language(u"lang"_s, u"Language of the window: zh-CN or en-US."_s, u"language"_s);
    const QCommandLineOption users(u"users"_s, u"Users in the sandbox."_s, u"number"_s);
    QCommandLineParser parser;
    parser.addOptions({sandbox, profile, language, users});
    parser.addPositionalArgument(u"item"_s, u"A kickdesk: link or a file."_s, u"[item...]"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(arguments);

    Options options{.isSandbox = parser.isSet(sandbox), .profile = parser.value(profile)};
    const QStringList items = parser.positionalArguments();
    for (const QString &item : items) {
        const bool isLink = item.startsWith("kickdesk:"_L1);
        options.items << (isLink ? item : QFileInfo(item).absoluteFilePath());
    }
    if (parser.isSet(language)) {
        options.language = Languages::fromWireName(parser.value(language));
        if (!options.language)
            return {};
    }
    if (parser.isSet(users)) {
        bool isNumber = false;
        options.sandbox.users = parser.value(users).toInt(&isNumber);
        if (!isNumber || options.sandbox.users < 0)
            return {};
    }
    return options;
}

/// Says why nothing of the data folder is used, and ends.
int refuseFolder(Language language)
{
    Translation translation;
    translation.setLanguage(language);
    const QString reason =
        storeNoticeText({.kind = StoreNotice::Kind::FolderOfAnotherUser, .path = DataFolder::path()});
    QMessageBox box(QMessageBox::Critical, QApplication::applicationName(), reason, QMessageBox::Close);
    box.setTextFormat(Qt::PlainText);
    QObject::connect(&box, &QMessageBox::finished, &box,
                     [reason] { QApplication::exit(fail(reason, EXIT_FAILURE)); });
    box.show();
    return QApplication::exec();
}

void addNotice(AppController *controller, DataFolder::State folder)
{
    if (folder == DataFolder::State::Repaired)
        controller->addNotice({.kind = StoreNotice::Kind::FolderRepaired, .path = DataFolder::path()});
    else if (folder == DataFolder::State::Unusable)
        controller->addNotice({.kind = StoreNotice::Kind::FolderUnusable, .path = DataFolder::path()});
}

/// Opens what the command line asks for; ProfileNotFound, or why the connections cannot be read.
std::optional<Error> open(AppController *controller, const Options &options)
{
    controller->take(options.items);
    if (!options.isSandbox && !options.profile.isEmpty())
        return controller->openNamed(options.profile);
    if (options.isSandbox)
        controller->openSandbox();
    else
        controller->openLast();
    return {};
}

int run(int argc, char *argv[])
{
    ProcessGuard::closeDoors();
    MemoryPools::share();
    const QStringList arguments = ProcessGuard::arguments(argc, argv);
    int count = 1;
    QApplication application(count, argv);
    QApplication::setApplicationName(u"Kickdesk"_s);
    QApplication::setApplicationVersion(QStringLiteral(KICKDESK_VERSION));
    QApplication::setWindowIcon(Icons::application());
#ifdef Q_OS_WIN
    TitleBars titleBars;
    application.installEventFilter(&titleBars);
#endif
    // By this a Linux desktop finds name and icon of the window.
    QApplication::setDesktopFileName(u"org.kickdesk.kickdesk"_s);

    const auto options = parse(arguments);
    if (!options)
        return fail(u"--lang takes zh-CN or en-US, --users a number."_s, exitUsage);

    const DataFolder::State folder = DataFolder::prepare();
    if (folder == DataFolder::State::OfAnotherUser)
        return refuseFolder(options->language.value_or(Languages::fromSystem()));
    Translation translation;
    const Language wanted = SettingsFile().read().language.value_or(Languages::fromSystem());
    translation.setLanguage(options->language.value_or(wanted));
    // While the locked window or a question stands alone, closing it must not end the program.
    QApplication::setQuitOnLastWindowClosed(false);

    KeychainSecretStore keychain;
    const OpenEvents openEvents;
    Startup startup(DataFolder::path(), &translation);
    std::optional<AppController> controller;
    QObject::connect(
        &startup, &Startup::ended, &application,
        [](bool isHandedOver) { QApplication::exit(isHandedOver ? EXIT_SUCCESS : EXIT_FAILURE); },
        Qt::QueuedConnection);
    QObject::connect(&startup, &Startup::mayOpen, &application, [&] {
        controller.emplace(&keychain, &translation, options->sandbox);
        controller->setUpdateFeed(UpdateCheck::builtInFeed());
        addNotice(&*controller, folder);
        QObject::connect(&startup, &Startup::received, &*controller, &AppController::take);
        QObject::connect(&openEvents, &OpenEvents::received, &*controller,
                         [&controller](const QString &item) { controller->take({item}); });
        QObject::connect(&*controller, &AppController::quitRequested, &application, &QApplication::quit,
                         Qt::QueuedConnection);
        QObject::connect(
            &*controller, &AppController::failed, &application,
            [](const Error &error) { QApplication::exit(fail(errorText(error), EXIT_FAILURE)); },
            Qt::QueuedConnection);
        if (const auto error = open(&*controller, *options)) {
            const int code = fail(errorText(*error), exitUsage);
            QMetaObject::invokeMethod(
                &application, [code] { QApplication::exit(code); }, Qt::QueuedConnection);
        }
    });
    startup.begin(options->items);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    return ProcessGuard::end(run(argc, argv));
}
