# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# authdesk_room(<name> SOURCES … [LINKS …] [PRIVATE_LINKS …] [RESOURCES …])
#
# A room is a folder, a static library `authdesk::<name>` and a C++ namespace. Its headers are
# included by their path from the top (`#include "core/base/result.h"`), and only targets that link
# the room can see them: each room owns an include folder of forwarding headers, so that an include
# without a link does not compile.
function(authdesk_room name)
    cmake_parse_arguments(PARSE_ARGV 1 room "" "" "SOURCES;LINKS;PRIVATE_LINKS")
    string(REPLACE "::" "_" id ${name})
    set(target authdesk_${id})
    set(forward ${CMAKE_BINARY_DIR}/include/${id})
    file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})

    set(compiled FALSE)
    foreach(source IN LISTS room_SOURCES)
        if(source MATCHES "\\.h$")
            file(CONFIGURE OUTPUT ${forward}/${folder}/${source}
                CONTENT "#include \"${CMAKE_CURRENT_SOURCE_DIR}/${source}\"\n")
        else()
            set(compiled TRUE)
        endif()
    endforeach()

    if(compiled)
        add_library(${target} STATIC ${room_SOURCES})
        target_include_directories(${target} PUBLIC ${forward})
        target_link_libraries(${target} PUBLIC authdesk_flags ${room_LINKS}
            PRIVATE ${room_PRIVATE_LINKS})
    else()
        add_library(${target} INTERFACE ${room_SOURCES})
        target_include_directories(${target} INTERFACE ${forward})
        target_link_libraries(${target} INTERFACE authdesk_flags ${room_LINKS})
    endif()
    add_library(authdesk::${name} ALIAS ${target})
endfunction()

# authdesk_test(<name> SOURCES … LINKS … [LABELS …] [ENVIRONMENT …])
# One Qt Test program, registered with ctest, offscreen unless ENVIRONMENT says otherwise.
function(authdesk_test name)
    cmake_parse_arguments(PARSE_ARGV 1 test "" "TIMEOUT" "SOURCES;LINKS;LABELS;ENVIRONMENT")
    add_executable(${name} ${test_SOURCES})
    target_link_libraries(${name} PRIVATE authdesk_flags Qt6::Test ${test_LINKS})
    if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5 AND NOT MSVC)
        target_compile_options(${name} PRIVATE -Wno-conversion) # inside QTRY_COMPARE
    endif()
    if(NOT test_TIMEOUT)
        set(test_TIMEOUT 120)
    endif()
    set_target_properties(${name} PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${test_TIMEOUT} LABELS "${test_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;${test_ENVIRONMENT}")
endfunction()

# authdesk_test_again(<name> <suffix> <variable>=<value>)
# The test once more, as <name>_<suffix>, with one more variable in its environment.
function(authdesk_test_again name suffix variable)
    set(again ${name}_${suffix})
    add_test(NAME ${again} COMMAND ${name})
    foreach(property IN ITEMS TIMEOUT LABELS ENVIRONMENT)
        get_test_property(${name} ${property} value)
        if(NOT value STREQUAL "NOTFOUND")
            set_tests_properties(${again} PROPERTIES ${property} "${value}")
        endif()
    endforeach()
    set_property(TEST ${again} APPEND PROPERTY ENVIRONMENT "${variable}")
endfunction()

# authdesk_test_on_postgresql(<name>)
# The test once more, on the PostgreSQL of the tests' own instead of SQLite.
function(authdesk_test_on_postgresql name)
    authdesk_test_again(${name} postgresql
        "POSTGRESQL_OF_THE_TESTS=${CMAKE_BINARY_DIR}/tests/postgresql")
    set_property(TEST ${name}_postgresql PROPERTY FIXTURES_REQUIRED postgresql)
endfunction()

# authdesk_test_on_loops(<name>)
# The test once more, with three event loops in each of its servers instead of one.
function(authdesk_test_on_loops name)
    authdesk_test_again(${name} loops "LOOPS_OF_THE_TESTS=3")
endfunction()

# authdesk_test_beside_systemd(<name>)
# The test once more, as <name>_systemd, beside a systemd of its own; left out where none can be had.
# By itself it leaves out what needs one.
function(authdesk_test_beside_systemd name)
    set(beside ${name}_systemd)
    add_test(NAME ${beside} COMMAND ${Python3_EXECUTABLE}
        ${CMAKE_SOURCE_DIR}/tests/support/usermanager.py $<TARGET_FILE:${name}>)
    foreach(property IN ITEMS TIMEOUT LABELS ENVIRONMENT)
        get_test_property(${name} ${property} value)
        if(NOT value STREQUAL "NOTFOUND")
            set_tests_properties(${beside} PROPERTIES ${property} "${value}")
        endif()
    endforeach()
    set_tests_properties(${beside} PROPERTIES SKIP_RETURN_CODE 77)
endfunction()
