// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/stopsignal.h"

#include <QtCore/QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>
#else
#include <windows.h>
#endif

namespace authdesk::app {

#ifdef Q_OS_UNIX

namespace {

sigset_t stopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

} // namespace

void holdStopSignals()
{
    const sigset_t signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    // Somebody who stops reading our standard output does not end the server, nor does a limit on
    // the size of files: the write that meets it fails and is told.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

void waitForStopSignal()
{
    const sigset_t signals = stopSignals();
    int received = 0;
    while (sigwait(&signals, &received) != 0) {
    }
}

bool stopSignalCame()
{
    sigset_t waiting;
    sigemptyset(&waiting);
    sigpending(&waiting);
    return sigismember(&waiting, SIGINT) == 1 || sigismember(&waiting, SIGTERM) == 1;
}

#else

namespace {

HANDLE stopEvent = nullptr;

BOOL WINAPI handleConsole(DWORD)
{
    return SetEvent(stopEvent);
}

} // namespace

void holdStopSignals()
{
    stopEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    SetConsoleCtrlHandler(handleConsole, TRUE);
}

void waitForStopSignal()
{
    WaitForSingleObject(stopEvent, INFINITE);
}

bool stopSignalCame()
{
    return WaitForSingleObject(stopEvent, 0) == WAIT_OBJECT_0;
}

#endif

} // namespace authdesk::app
