// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

/// The UTF-8 of @p bytes, which are GB18030 (GBK and GB2312 are parts of it); nothing when they are not, or
/// when the system lacks the conversion. Qt 6.4 has it only where it was built with ICU.
std::optional<QByteArray> gb18030ToUtf8(QByteArrayView bytes);
