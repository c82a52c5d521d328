// SPDX-License-Identifier: Apache-2.0
#include "models/user/useragent.h"

#include <QStringList>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestUserAgent = 512;
constexpr qsizetype longestSummary = 60;

struct Product
{
    QLatin1StringView token;
    QLatin1StringView name;
};

// The first that is found counts: most browsers also name those they descend from.
constexpr std::array browsers{
    Product{"MicroMessenger/"_L1, "WeChat"_L1},
    Product{"DingTalk/"_L1, "DingTalk"_L1},
    Product{"Lark/"_L1, "Lark"_L1},
    Product{"Edg/"_L1, "Edge"_L1},
    Product{"EdgA/"_L1, "Edge"_L1},
    Product{"EdgiOS/"_L1, "Edge"_L1},
    Product{"OPR/"_L1, "Opera"_L1},
    Product{"Firefox/"_L1, "Firefox"_L1},
    Product{"FxiOS/"_L1, "Firefox"_L1},
    Product{"CriOS/"_L1, "Chrome"_L1},
    Product{"Chrome/"_L1, "Chrome"_L1},
    Product{"Version/"_L1, "Safari"_L1},
};

constexpr std::array systems{
    Product{"HarmonyOS"_L1, "HarmonyOS"_L1}, Product{"Android"_L1, "Android"_L1},
    Product{"iPhone"_L1, "iOS"_L1},          Product{"iPad"_L1, "iPadOS"_L1},
    Product{"Windows"_L1, "Windows"_L1},     Product{"Mac OS X"_L1, "macOS"_L1},
    Product{"CrOS"_L1, "ChromeOS"_L1},       Product{"Linux"_L1, "Linux"_L1},
};

QString majorVersion(const QString &text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && text.at(end).isDigit())
        ++end;
    return text.mid(from, end - from);
}

} // namespace

UserAgent UserAgents::parse(const ServerText &text)
{
    const QString agent = text.plain(longestUserAgent);
    UserAgent result;
    for (const Product &product : browsers) {
        const qsizetype at = agent.indexOf(product.token);
        if (at < 0)
            continue;
        const QString version = majorVersion(agent, at + product.token.size());
        result.browser = version.isEmpty() ? QString(product.name) : product.name + u' ' + version;
        break;
    }
    for (const Product &product : systems) {
        if (agent.contains(product.token)) {
            result.system = product.name;
            break;
        }
    }
    return result;
}

QString UserAgents::summary(const ServerText &text)
{
    const UserAgent agent = parse(text);
    QStringList parts{agent.browser, agent.system};
    parts.removeAll(QString());
    return parts.isEmpty() ? text.plain(longestSummary) : parts.join(u" · "_s);
}
