// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QWidget;

/// Owns windows, and what goes with them, that have no parent to do so. They are let go from the event loop
/// only, so that a window or a dialog may be let go in a signal of its own; what is left goes with the
/// keeper.
class WindowKeeper
{
public:
    WindowKeeper() = default;
    ~WindowKeeper();
    Q_DISABLE_COPY_MOVE(WindowKeeper)

    /// Owns @p object until it is let go, or deletes itself.
    template <typename T>
    T *keep(T *object)
    {
        add(object);
        return object;
    }

    /// Deletes @p object, which may be emitting, once control is back in the event loop.
    void letGo(QObject *object);

    /// Shows @p window in front of all others, also where it is minimised.
    static void bringToFront(QWidget *window);

private:
    void add(QObject *object);

    QList<QPointer<QObject>> m_kept;
};
