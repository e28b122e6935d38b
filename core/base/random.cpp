// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"

#include <QtCore/QRandomGenerator>

#include <cstring>
#include <limits>

namespace authdesk::base {

quint32 Random::below(quint32 bound)
{
    // Numbers above the largest multiple of bound would make the low ones likelier: draw again.
    const quint32 limit =
        std::numeric_limits<quint32>::max() - std::numeric_limits<quint32>::max() % bound;
    for (;;) {
        const QByteArray drawn = bytes(sizeof(quint32));
        quint32 value = 0;
        std::memcpy(&value, drawn.constData(), sizeof value);
        if (value < limit)
            return value % bound;
    }
}

QByteArray SystemRandom::bytes(qsizetype count)
{
    QByteArray result(count, Qt::Uninitialized);
    QRandomGenerator *const system = QRandomGenerator::system();
    system->generate(result.begin(), result.end());
    return result;
}

} // namespace authdesk::base
