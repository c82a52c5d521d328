// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"

#include <QFrame>

#include <memory>
#include <optional>

namespace Ui {
class ConnectionBand;
}

class QMenu;
class Session;

/// The coloured band at the top: which pool this is, whether it answers, and how far the clocks differ.
class ConnectionBand : public QFrame
{
    Q_OBJECT

public:
    explicit ConnectionBand(QWidget *parent = nullptr);
    ~ConnectionBand() override;

    /// @p session must outlive the band.
    void start(Session *session);

    /// What opens another connection.
    void setMenu(QMenu *menu);

    /// Takes the outcome of a request that another session of this connection has made; those of the band's
    /// own are heard by itself.
    void setAnswered(const std::optional<Error> &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class State {
        Connecting,
        Connected,
        NotConnected,
        KeyRefused,
    };

    void suitStyle();
    void retranslate();
    QString environmentText() const;
    QString stateText() const;
    QString reasonText() const;
    QString clockText() const;

    std::unique_ptr<Ui::ConnectionBand> m_ui;
    Session *m_session = nullptr;
    State m_state = State::Connecting;
    /// Why there is no connection.
    std::optional<Error> m_error;
    bool m_isClockCorrected = false;
};
