// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/serverstats.h"

namespace authdesk::model {

using namespace Qt::StringLiterals;

QLatin1StringView concernName(Concern concern)
{
    switch (concern) {
    case Concern::OneManager:
        return "one_manager"_L1;
    case Concern::NoSecondFactor:
        return "no_second_factor"_L1;
    case Concern::Locked:
        return "locked"_L1;
    case Concern::CertificateEnds:
        return "certificate_ends"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<Concern> concernFromName(QStringView name)
{
    for (const Concern concern : {Concern::OneManager, Concern::NoSecondFactor, Concern::Locked,
                                  Concern::CertificateEnds}) {
        if (name == concernName(concern))
            return concern;
    }
    return std::nullopt;
}

} // namespace authdesk::model
