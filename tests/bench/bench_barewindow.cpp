// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>

using namespace Qt::Literals::StringLiterals;

/// What Qt itself takes for a window of the size of ours with one menu and one line of text: half of that is
/// for the fonts, which no window with a word in it can do without.
int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.menuBar()->addMenu(u"Menu"_s);
    window.setCentralWidget(new QLabel(u"Text"_s));
    window.resize(960, 600);
    window.show();
    return QApplication::exec();
}
