// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everything that a client cannot exceed, in one place. Plain values; tests shorten the times.
#pragma once

#include <QtCore/QtGlobal>

namespace authdesk::server::http {

struct Limits
{
    qsizetype requestLineBytes = 8 * 1024; ///< beyond: 414
    qsizetype headerBytes = 32 * 1024;     ///< all of them together, trailers included; beyond: 431
    qsizetype headerCount = 100;           ///< beyond: 431
    qint64 bodyBytes = 1024 * 1024;        ///< where the row names no limit of its own; beyond: 413

    int connections = 2000;          ///< beyond: 503 and close
    int connectionsPerAddress = 500; ///< beyond: 503 and close; not of trusted proxies

    int requestMs = 30'000; ///< from a request's first byte to its last; beyond: 408 and close
    int idleMs = 60'000;    ///< between two requests; then closed without a word
    int writeMs = 30'000;   ///< for the reader of an answer, whatever its length
    int slowestReader = 16; ///< bytes a millisecond that a long answer must be read with besides
    int lingerMs = 2'000;   ///< how long a refused client may go on sending before it is cut off
    int stopMs = 10'000;    ///< what stop() gives to that which is in flight

    int poolThreads = 8;
    int poolQueue = 256; ///< beyond: 503 with Retry-After
    int signInThreads = 32;
    int signInQueue = 128;
};

} // namespace authdesk::server::http
