// SPDX-License-Identifier: Apache-2.0
#include "gui/startscreenshots.h"

#include "gui/app/startpage.h"
#include "gui/window/aboutdialog.h"
#include "gui/windowfixture.h"

#include <QAction>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::Literals::StringLiterals;

namespace {

void photographTheTour(const Look &look, const QString &prefix)
{
    // As large as the sandbox of the program: a small one has one user of that name only.
    const WindowFixture f(look.language, {}, SandboxOptions());
    f.window()->resize(look.size);
    f.window()->startTour();
    const auto take = [&](const char *name) {
        photograph(f.window(), prefix + QString::fromLatin1(name) + u".png"_s);
    };
    f.type(u"zhang"_s);
    isReady(QTest::qWaitFor([&f] { return f.rows("resultList") > 1; }), "the search");
    take("51-tour-find");
    if (!isReady(f.open(f.user()), "opening"))
        return;
    take("52-tour-tick");
    f.find<QPushButton>("coachNextButton")->click();
    take("53-tour-ask");
    if (!isReady(f.openSheet(), "the sheet"))
        return;
    take("54-tour-confirm");
    isReady(f.send(), "sending");
    take("55-tour-prove");
}

void photographAbout(const Look &look, const QString &prefix)
{
    const WindowFixture f(look.language);
    f.find<QAction>("aboutAction")->trigger();
    auto *dialog = f.find<AboutDialog>("AboutDialog");
    photograph(dialog, prefix + u"56-about.png"_s);
    dialog->findChild<QTabWidget *>(u"aboutTabs"_s)->setCurrentIndex(1);
    photograph(dialog, prefix + u"57-licences.png"_s);
}

} // namespace

void photographTheStart(const Look &look, const QString &prefix)
{
    photographTheTour(look, prefix);
    photographAbout(look, prefix);
    Translation translation;
    translation.setLanguage(look.language);
    StartPage page(look.language);
    page.show();
    photograph(&page, prefix + u"50-start-page.png"_s);
}
