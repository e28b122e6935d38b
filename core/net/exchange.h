// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the console sent and what came back, without anything secret. Plain values.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>

namespace authdesk::net {

struct Exchange
{
    QDateTime at; ///< UTC, when it left
    QString method;
    QString host;    ///< with the port where it is not the usual one
    QString path;    ///< without query
    int status = 0;  ///< 0: no answer came
    QString problem; ///< the name of the error where no answer came; empty otherwise
    qint64 durationMs = 0;

    bool operator==(const Exchange &) const = default;
};

} // namespace authdesk::net
