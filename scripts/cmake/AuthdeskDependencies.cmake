# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every outside library, found once, with the name that rooms link by.
find_package(Qt6 6.4 REQUIRED COMPONENTS
    Core Concurrent Gui Network Sql HttpServer WebSockets Widgets Svg PrintSupport Test
    LinguistTools)
# Qt Test's names of the checkout's folders, which no test uses, keep a second one from its cache.
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
# Only to learn whether the desktop is dark, where Qt does not tell by itself (before 6.5).
find_package(Qt6 6.4 QUIET OPTIONAL_COMPONENTS DBus)
find_package(Qt6Keychain REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(oath REQUIRED IMPORTED_TARGET liboath)
pkg_check_modules(argon2 REQUIRED IMPORTED_TARGET libargon2)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(prometheus REQUIRED IMPORTED_TARGET prometheus-cpp-core)
pkg_check_modules(png REQUIRED IMPORTED_TARGET libpng)

# zxcvbn-c ships neither a CMake nor a pkg-config file.
find_path(ZXCVBN_INCLUDE_DIR NAMES zxcvbn.h PATH_SUFFIXES zxcvbn REQUIRED)
find_library(ZXCVBN_LIBRARY NAMES zxcvbn REQUIRED)
add_library(zxcvbn::zxcvbn UNKNOWN IMPORTED)
set_target_properties(zxcvbn::zxcvbn PROPERTIES
    IMPORTED_LOCATION ${ZXCVBN_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${ZXCVBN_INCLUDE_DIR})

# libxcrypt: part of every Linux, keg-only in Homebrew, not there on Windows.
find_path(CRYPT_INCLUDE_DIR NAMES crypt.h PATHS /opt/homebrew/opt/libxcrypt/include)
find_library(CRYPT_LIBRARY NAMES crypt PATHS /opt/homebrew/opt/libxcrypt/lib)
