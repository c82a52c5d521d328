// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

/// The order in which the Tab key goes from one widget to the next.
namespace TabOrder {

/// Puts what is below @p parent, and was made later than what is around it, where @p parent stands.
void adopt(const QWidget *parent);

/// Moves the keyboard to the next widget below @p parent, or the one before, and never out of it.
void step(const QWidget *parent, bool next);

} // namespace TabOrder
