// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identifiers/idtype.h"

#include <QComboBox>

#include <optional>

/// Any, or one of the ID types, in the language of the program.
class IdTypeCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit IdTypeCombo(QWidget *parent = nullptr);

    /// Nothing for Any.
    std::optional<IdType> type() const;
    /// Without a signal.
    void setType(std::optional<IdType> type);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
};
