// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a walk through the windows is written down, in a test that has its Stage in m_stage.
#pragma once

#include <QtTest/QTest>

/// Goes on only if it worked, and says what was waited for if it did not.
#define DO(statement) QVERIFY2(statement, qPrintable(m_stage->robot().trouble()))
/// A step of a walk in a function of its own.
#define STEP(function)                                                                             \
    function();                                                                                    \
    if (QTest::currentTestFailed())                                                                \
    return
