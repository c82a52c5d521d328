# SPDX-License-Identifier: Apache-2.0
# Writes components.json: the program and the libraries that are in it or that it loads, for scripts/sbom.

set(components)

# kickdesk_component(name version licence website): the licence by its SPDX name; no website is an empty one.
function(kickdesk_component name version licence website)
    set(component "{}")
    foreach(key IN ITEMS name version licence website)
        string(JSON component SET "${component}" ${key} "\"${${key}}\"")
    endforeach()
    set(components ${components} "${component}" PARENT_SCOPE)
endfunction()

file(STRINGS ${CSV_INCLUDE_DIR}/csv.h csv_version REGEX "^#define CSV_(MAJOR|MINOR|RELEASE) ")
string(REGEX MATCHALL "[0-9]+" csv_version "${csv_version}")
list(JOIN csv_version . csv_version)

kickdesk_component(Kickdesk "${PROJECT_VERSION}" Apache-2.0 "")
kickdesk_component(Qt "${Qt6_VERSION}" LGPL-3.0-only https://www.qt.io)
kickdesk_component(QtKeychain "${KICKDESK_KEYCHAIN_VERSION}" BSD-3-Clause https://github.com/frankosterfeld/qtkeychain)
kickdesk_component(CLI11 "${CLI11_VERSION}" BSD-3-Clause https://github.com/CLIUtils/CLI11)
kickdesk_component(libcsv "${csv_version}" LGPL-2.1-or-later https://github.com/rgamble/libcsv)
kickdesk_component(libzip "${LibZip_VERSION}" BSD-3-Clause https://libzip.org)
kickdesk_component(SQLite "${SQLite3_VERSION}" blessing https://www.sqlite.org)
kickdesk_component(Unihan 15.0.0 Unicode-DFS-2016 https://www.unicode.org/reports/tr38/)
kickdesk_component(OpenSSL "${OPENSSL_VERSION}" Apache-2.0 https://www.openssl.org)

list(JOIN components ",\n" components)
file(WRITE ${PROJECT_BINARY_DIR}/components.json "[\n${components}\n]\n")
