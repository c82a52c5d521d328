// SPDX-License-Identifier: Apache-2.0
#include "house/includegraph.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace {

using Graph = QMap<QString, QSet<QString>>;

/// "kick/kicker" of "src/kick/single/kicker.cpp".
QString unitOf(QString path)
{
    if (path.startsWith("src/"_L1))
        path.remove(0, 4);
    return path.left(path.lastIndexOf(u'.'));
}

Graph graphOf(const QList<SourceFile> &files)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s,
                                            QRegularExpression::MultilineOption);
    Graph graph;
    for (const SourceFile &file : files) {
        const QString unit = unitOf(file.path);
        QSet<QString> &included = graph[unit];
        for (auto found = include.globalMatch(file.text); found.hasNext();)
            included.insert(unitOf(found.next().captured(1)));
        included.remove(unit);
    }
    return graph;
}

/// Walks the graph depth first: an include of a unit that is on the way closes a circle.
class Walk
{
public:
    explicit Walk(const Graph &graph)
        : m_graph(graph)
    {
        for (auto unit = graph.keyBegin(); unit != graph.keyEnd(); ++unit)
            visit(*unit);
    }

    const QStringList &circles() const { return m_circles; }

private:
    void visit(const QString &unit)
    {
        if (m_done.contains(unit))
            return;
        if (const qsizetype at = m_way.indexOf(unit); at >= 0) {
            m_circles << (m_way.mid(at) << unit).join(u" -> "_s);
            return;
        }
        m_way << unit;
        QStringList next = m_graph.value(unit).values();
        next.sort();
        for (const QString &each : std::as_const(next))
            visit(each);
        m_way.removeLast();
        m_done.insert(unit);
    }

    const Graph &m_graph;
    QStringList m_way;
    QSet<QString> m_done;
    QStringList m_circles;
};

} // namespace

QStringList IncludeGraph::circles(const QList<SourceFile> &files)
{
    const Graph graph = graphOf(files);
    return Walk(graph).circles();
}
