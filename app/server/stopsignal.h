// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the operating system tells a program to end: SIGTERM and SIGINT.
#pragma once

namespace authdesk::app {

/// To be called before the first thread starts: every thread inherits that it is not interrupted.
void holdStopSignals();
/// Waits until the server shall end. On the thread that called holdStopSignals().
void waitForStopSignal();
/// Whether it came already, for work that ends between two steps. After holdStopSignals().
[[nodiscard]] bool stopSignalCame();

} // namespace authdesk::app
