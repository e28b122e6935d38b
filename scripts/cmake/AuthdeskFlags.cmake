# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One interface target carries every compiler flag and Qt's strictness to every room.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_UNITY_BUILD_BATCH_SIZE 16)

find_program(AUTHDESK_CCACHE ccache)
if(AUTHDESK_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${AUTHDESK_CCACHE})
endif()

add_library(authdesk_flags INTERFACE)
target_compile_definitions(authdesk_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    AUTHDESK_VERSION="${PROJECT_VERSION}")
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    # What later versions call old may be all that 6.4 has.
    target_compile_definitions(authdesk_flags INTERFACE QT_WARN_DEPRECATED_UP_TO=0x060400)
endif()
if(NOT MSVC)
    target_compile_options(authdesk_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion
        -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -fstack-protector-strong)
    if(AUTHDESK_WERROR)
        target_compile_options(authdesk_flags INTERFACE -Werror)
    endif()
endif()
if(NOT MSVC)
    # Names files from the top in what asserts and sanitizers say; a second checkout then finds the
    # objects of the first in the compiler cache.
    target_compile_options(authdesk_flags INTERFACE -fmacro-prefix-map=${CMAKE_SOURCE_DIR}/=)
endif()
if(AUTHDESK_SANITIZE)
    # Qt's own QList hands memcmp a null pointer and the length 0 where two empty lists are compared.
    target_compile_options(authdesk_flags INTERFACE
        -fsanitize=address,undefined -fno-sanitize=nonnull-attribute
        -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(authdesk_flags INTERFACE -fsanitize=address,undefined)
endif()
if(AUTHDESK_COVERAGE)
    target_compile_options(authdesk_flags INTERFACE --coverage)
    target_link_options(authdesk_flags INTERFACE --coverage)
endif()
find_program(AUTHDESK_MOLD mold)
if(AUTHDESK_MOLD AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_link_options(authdesk_flags INTERFACE -fuse-ld=mold)
endif()
