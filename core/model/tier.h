// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people are sorted into by systems that know tiers. No right hangs on it. Plain values.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>

namespace authdesk::model {

struct Tier
{
    qint64 id = 0;
    QString name;        ///< of one only, compared folded
    QDateTime createdAt; ///< UTC

    bool operator==(const Tier &) const = default;
};

} // namespace authdesk::model
