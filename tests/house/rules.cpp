// SPDX-License-Identifier: Apache-2.0
#include "house/rules.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype maximumLines = 400;

/// What a room may include besides itself. Lower rooms know nothing of higher ones.
struct Arrow
{
    QLatin1StringView room;
    /// A regular expression for the included path.
    const char *mayInclude = nullptr;
};

constexpr std::array arrows{
    Arrow{"core"_L1, "^core/"},
    Arrow{"api"_L1, "^(api|core)/"},
    Arrow{"store"_L1, "^(store|core)/"},
    Arrow{"kick"_L1, "^(kick|api|store|core)/"},
    Arrow{"models"_L1, "^(models|kick|api|store|core)/"},
    // Two readings of one protocol check each other: the sandbox shares the signature and nothing else of the
    // wire.
    Arrow{"sandbox"_L1, "^(sandbox|core|api/sign)/"},
    Arrow{"gui"_L1, "^(gui|models|kick|api|store|core|sandbox)/"},
    Arrow{"cli"_L1, "^(cli|kick|api|store|sandbox|core)/"},
};

/// What a room inside a room must not include.
struct Wall
{
    QLatin1StringView room;
    /// A regular expression for the included path.
    const char *mustNotInclude = nullptr;
};

constexpr std::array walls{
    Wall{"gui/style"_L1, "^gui/(?!style/)"},
    Wall{"gui/widgets"_L1, "^gui/(?!widgets/|style/)"},
    Wall{"gui/search"_L1, "^gui/(?!search/|widgets/|style/)"},
    Wall{"gui/user"_L1, "^gui/(?!user/|widgets/|style/)"},
    Wall{"gui/kick"_L1, "^gui/(list|history|connections|help|tour|window|app)/"},
    Wall{"gui/list"_L1, "^gui/(kick|search|user|history|connections|help|tour|window|app)/"},
    Wall{"gui/history"_L1, "^gui/(kick|search|user|list|connections|help|tour|window|app)/"},
    Wall{"gui/connections"_L1, "^gui/(kick|search|user|list|history|help|tour|window|app)/"},
    Wall{"gui/help"_L1, "^gui/(kick|search|user|list|history|connections|tour|window|app)/"},
    Wall{"gui/tour"_L1, "^gui/(list|history|connections|help|window|app)/"},
    Wall{"gui/window"_L1, "^gui/app/"},
    Wall{"kick/single"_L1, "^kick/(plan/|run/|session\\.h)"},
    Wall{"kick/plan"_L1, "^kick/(single|run)/"},
    Wall{"kick/run"_L1, "^kick/plan/"},
    Wall{"kick/pool"_L1, "^kick/(?!pool/|pace/)"},
    Wall{"kick/pace"_L1, "^kick/(?!pace/)"},
    Wall{"api/net"_L1, "^api/authing/"},
    Wall{"api/sign"_L1, "^api/(?!sign/)"},
    Wall{"store/journal"_L1, "^store/history/"},
    Wall{"store/sql"_L1, "^store/(connections|files|history|journal)/"},
    Wall{"store/connections"_L1, "^store/(journal|history)/"},
    Wall{"models/table"_L1, "^(store|kick|api)/"},
    Wall{"core/values"_L1, "^core/(list|plan)/"},
    Wall{"core/identifiers"_L1, "^core/(list|plan)/"},
};

enum class Reads {
    /// The text with its comments blanked.
    Code,
    /// The text as it is.
    Everything,
};

/// A text that may not stand in some files.
struct Ban
{
    QLatin1StringView name;
    /// Regular expressions for paths.
    const char *files = nullptr;
    const char *exceptIn = nullptr;
    Reads reads = Reads::Code;
    const char *pattern = nullptr;
};

constexpr const char *anySource = R"(^src/.*\.(cpp|h)$)";
constexpr const char *nowhere = "^$";

constexpr std::array bans{
    Ban{"no nested event loop"_L1, anySource, nowhere, Reads::Code, R"(\bQEventLoop\b)"},
    Ban{"no blocking wait"_L1, anySource, nowhere, Reads::Code,
        R"(\b(waitFor[A-Z]\w*|m?sleep|usleep|sleep_for)\s*\()"},
    Ban{"no modal exec"_L1, anySource, R"(^src/(main\.cpp|cli/.*|store/.*)$)", Reads::Code,
        R"((\.|->)exec\s*\(|\bQMessageBox::(about|aboutQt|critical|information|question|warning)\s*\()"
        R"(|\bQ(Input|File|Color|Font)Dialog::get\w+\s*\()"},
    Ban{"no singleton"_L1, anySource, nowhere, Reads::Code,
        R"((?<!QCoreApplication::)(?<!QGuiApplication::)(?<!QApplication::)\binstance\s*\(\s*\))"},
    Ban{"no ignored TLS error"_L1, anySource, nowhere, Reads::Code, R"(\bignoreSslErrors\b)"},
    Ban{"no chained arg"_L1, anySource, nowhere, Reads::Code, R"(\.arg(\((?:[^()]++|(?1))*\))\s*\.arg\b)"},
    Ban{"no informative text"_L1, anySource, nowhere, Reads::Code, R"(\bsetInformativeText\b)"},
    Ban{"one maker of requests"_L1, anySource, R"(^src/api/net/qnamtransport\.(cpp|h)$)", Reads::Code,
        R"(\bQNetworkRequest\s*>?\s*[({]|\bQNetworkRequest\s+\w)"},
    Ban{"no verbatim server text on screen"_L1, "^src/(gui|models)/", nowhere, Reads::Code,
        R"(\bverbatim\s*\()"},
    // What is compiled in is no file.
    Ban{"one door to files"_L1, anySource, R"(^src/core/files/files\.cpp$)", Reads::Code,
        R"(\b(QSaveFile|QTemporaryFile)\b|\bQFile\s+\w+\s*[({](?!u":/)|\bsetPermissions\s*\(|\bfopen\s*\()"},
    Ban{"secrets are revealed in few places"_L1, anySource,
        R"(^src/(core/values/secret\.h|api/sign/signer\.cpp|api/authing/(authenticator|echoes|wire)\.cpp|)"
        R"(api/net/qnamtransport\.cpp|store/connections/keychainsecretstore\.cpp|sandbox/.*|)"
        R"(cli/commands/sandbox\w*\.cpp)$)",
        Reads::Code, R"(\breveal\s*\()"},
    Ban{"windows are let go, not deleted"_L1, "^src/gui/", R"(^src/gui/widgets/windowkeeper\.cpp$)",
        Reads::Code, R"(\bdelete\s+[\w*(])"},
    Ban{"nothing left undone"_L1, "^src/", nowhere, Reads::Everything, R"(\b(TODO|FIXME|XXX)\b)"},
    // Such a comment needs the line below it to be understood, or a reader who grew up with older English.
    Ban{"comments in plain English"_L1, R"(^(src|tests)/.*\.(cpp|h)$)", R"(^tests/house/)", Reads::Everything,
        R"(/// Of |(?<!:)//.*\b([Nn]obody|[Ww]hoever|comes of it)\b)"},
    // The numbers of a QNetworkReply::NetworkError are grouped by its documentation.
    Ban{"no range over an enum"_L1, anySource, nowhere, Reads::Code,
        R"((?<!<)[<>]=?\s+(?!QNetworkReply::)[A-Z]\w*::[A-Z]\w*[a-z]\w*\s*(;|\)|\?|&&|\|\|))"},
    Ban{"no style sheet in a form"_L1, R"(^ui/.*\.ui$)", nowhere, Reads::Everything, R"(\bstyleSheet\b)"},
    // A tag can be moved to other code, which then builds what is signed; the hash of a commit cannot. The
    // version behind it is for people.
    Ban{"actions by their hash"_L1, R"(^\.github/workflows/)", nowhere, Reads::Everything,
        R"(^ *(- )?uses: *+(?!\./)(?!\S+@[0-9a-f]{40} # v\d+(\.\d+){2}$).+)"},
};

QRegularExpression expression(const char *pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::MultilineOption);
}

bool matches(const char *pattern, const QString &text)
{
    return expression(pattern).match(text).hasMatch();
}

QString place(const SourceFile &file, qsizetype offset, const QString &what)
{
    const qsizetype line = QStringView(file.text).left(offset).count(u'\n') + 1;
    return u"%1:%2: %3"_s.arg(file.path, QString::number(line), what.simplified());
}

/// @p text with comments replaced by spaces, so that offsets and lines stay.
QString withoutComments(QString text)
{
    static const QRegularExpression token(
        uR"re(R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|//[^\n]*|/\*.*?\*/)re"_s,
        QRegularExpression::DotMatchesEverythingOption);
    for (auto matches = token.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (!match.capturedView().startsWith(u'/'))
            continue;
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            if (text.at(i) != u'\n')
                text[i] = u' ';
        }
    }
    return text;
}

QStringList banned(const Ban &ban, const SourceFile &file)
{
    QStringList result;
    if (!matches(ban.files, file.path) || matches(ban.exceptIn, file.path))
        return result;
    const QString text = ban.reads == Reads::Code ? withoutComments(file.text) : file.text;
    for (auto found = expression(ban.pattern).globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        result.append(place(file, match.capturedStart(), match.captured()));
    }
    return result;
}

/// The include lines of @p file, with the offset of the path in each. What the build writes is left out.
QList<QRegularExpressionMatch> includes(const SourceFile &file)
{
    QList<QRegularExpressionMatch> result;
    const QString code = withoutComments(file.text);
    for (auto found = expression(R"re(^\s*#\s*include\s*"([^"]+)")re").globalMatch(code); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        if (!matches(R"(^ui_\w+\.h$|^(moc_)?\w+\.(moc|cpp)$)", match.captured(1)))
            result.append(match);
    }
    return result;
}

/// Every include names its room, and the room is one that may be known there. Only main.cpp knows them all.
QStringList wrongArrows(const SourceFile &file)
{
    QStringList result;
    if (!matches(anySource, file.path) || file.path == "src/main.cpp"_L1)
        return result;
    const QString room = file.path.section(u'/', 1, 1);
    const auto arrow = std::ranges::find(arrows, room, &Arrow::room);
    if (arrow == arrows.end())
        return {u"%1:1: no such room"_s.arg(file.path)};
    for (const QRegularExpressionMatch &include : includes(file)) {
        if (!matches(arrow->mayInclude, include.captured(1)))
            result.append(place(file, include.capturedStart(1), include.captured(1)));
    }
    return result;
}

/// Rooms inside a room know only those beside them that they have to.
QStringList brokenWalls(const SourceFile &file)
{
    QStringList result;
    const QString room = file.path.section(u'/', 1, 2);
    const auto wall = std::ranges::find(walls, room, &Wall::room);
    if (!matches(anySource, file.path) || wall == walls.end())
        return result;
    for (const QRegularExpressionMatch &include : includes(file)) {
        if (matches(wall->mustNotInclude, include.captured(1)))
            result.append(place(file, include.capturedStart(1), include.captured(1)));
    }
    return result;
}

QStringList missingLicence(const SourceFile &file)
{
    static const QRegularExpression line(uR"(^(//|#) SPDX-License-Identifier: Apache-2\.0$)"_s);
    const bool isOurs = matches(R"(^(src|tests)/.*(\.(cpp|h|cmake)|CMakeLists\.txt)$)", file.path);
    if (!isOurs || line.match(file.text.section(u'\n', 0, 0)).hasMatch())
        return {};
    return {place(file, 0, file.text.section(u'\n', 0, 0))};
}

QStringList tooLong(const SourceFile &file)
{
    const qsizetype lines = file.text.count(u'\n');
    if (!matches(R"(^(src|tests)/.*\.(cpp|h)$)", file.path) || lines <= maximumLines)
        return {};
    return {place(file, file.text.size(), u"%1 lines"_s.arg(lines))};
}

/// A rule that takes more than looking for a text.
struct Check
{
    QLatin1StringView name;
    QStringList (*breaches)(const SourceFile &) = nullptr;
};

constexpr std::array checks{
    Check{"includes follow the arrows"_L1, wrongArrows},
    Check{"rooms keep to themselves"_L1, brokenWalls},
    Check{"licence in the first line"_L1, missingLicence},
    Check{"no long file"_L1, tooLong},
};

} // namespace

QStringList Rules::names()
{
    QStringList result;
    for (const Check &check : checks)
        result.append(check.name);
    for (const Ban &ban : bans)
        result.append(ban.name);
    return result;
}

QStringList Rules::breaches(const QString &rule, const SourceFile &file)
{
    if (const auto check = std::ranges::find(checks, rule, &Check::name); check != checks.end())
        return check->breaches(file);
    if (const auto ban = std::ranges::find(bans, rule, &Ban::name); ban != bans.end())
        return banned(*ban, file);
    return {uR"(there is no rule "%1")"_s.arg(rule)};
}
