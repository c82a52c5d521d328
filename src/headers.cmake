# SPDX-License-Identifier: Apache-2.0
# Precompiled headers: most of the time of a build goes into the headers of Qt and of the standard library, so each
# library reads those that most of its sources include once, and all tests share one reading.

set(KICKDESK_VALUE_HEADERS <algorithm> <chrono> <functional> <memory> <optional> <ranges> <QDateTime> <QFile> <QHash>
    <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject> <QPointer> <QSet> <QStringList> <QTimer> <QUrl>)
set(KICKDESK_WIDGET_HEADERS <QApplication> <QDialog> <QHeaderView> <QLabel> <QLineEdit> <QPainter> <QPushButton>)

# kickdesk_precompile(target header...): PRIVATE to the target; nothing where precompiled headers are switched off.
function(kickdesk_precompile target)
    if(KICKDESK_PCH)
        target_precompile_headers(${target} PRIVATE ${ARGN})
        kickdesk_cache_precompiled(${target})
    endif()
endfunction()

# The compiler's cache stores what was compiled with a precompiled header only with these.
function(kickdesk_cache_precompiled target)
    target_compile_options(${target} PRIVATE
        $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
        $<$<CXX_COMPILER_ID:Clang,AppleClang>:-Xclang;-fno-pch-timestamp>)
endfunction()
