# SPDX-License-Identifier: Apache-2.0
# Included at the end of the configuration: takes from the imported libraries what belongs to this system only.

# The headers of libraries that stand in /usr/include. That folder itself would hide the foreign C library, so that
# sources which need POSIX would pass.
set(headers ${PROJECT_BINARY_DIR}/foreign)
file(MAKE_DIRECTORY ${headers}/openssl)
foreach(library IN ITEMS CLI qt6keychain csv.h)
    file(CREATE_LINK /usr/include/${library} ${headers}/${library} SYMBOLIC)
endforeach()
file(GLOB openssl /usr/include/openssl/*.h /usr/include/${CMAKE_LIBRARY_ARCHITECTURE}/openssl/*.h)
file(COPY ${openssl} DESTINATION ${headers}/openssl)

get_property(libraries DIRECTORY PROPERTY IMPORTED_TARGETS)
foreach(library IN LISTS libraries)
    get_target_property(type ${library} TYPE)
    if(WIN32 AND type STREQUAL "SHARED_LIBRARY")
        foreach(suffix IN ITEMS "" _NONE _RELEASE _RELWITHDEBINFO)
            set_property(TARGET ${library} PROPERTY IMPORTED_IMPLIB${suffix} /dev/null)
        endforeach()
    endif()
    get_target_property(folders ${library} INTERFACE_INCLUDE_DIRECTORIES)
    if(folders)
        list(TRANSFORM folders REPLACE "^/usr/include/?(${CMAKE_LIBRARY_ARCHITECTURE}/?)?$" ${headers})
        set_property(TARGET ${library} PROPERTY INTERFACE_INCLUDE_DIRECTORIES ${folders})
    endif()
    get_target_property(links ${library} INTERFACE_LINK_LIBRARIES)
    if(links)
        list(FILTER links EXCLUDE REGEX "framework")
        set_property(TARGET ${library} PROPERTY INTERFACE_LINK_LIBRARIES ${links})
    endif()
endforeach()

# Most of the time goes into Qt's headers, so each library reads those that most of its sources include once. More of them
# would cost more than they save.
set(values <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject> <QPointer> <QStringList>
    <QTimer> <QUrl>)
set(widgets <QApplication> <QDialog> <QHeaderView> <QLabel> <QPainter> <QPushButton>)
foreach(library IN ITEMS kickcore kickmodels kicksandbox)
    target_precompile_headers(${library} PRIVATE ${values})
endforeach()
target_precompile_headers(kickcli PRIVATE ${values} <CLI/App.hpp>)
target_precompile_headers(kickgui PRIVATE ${values} ${widgets})
