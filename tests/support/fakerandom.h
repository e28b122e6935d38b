// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Randomness that repeats: the hash of a counter. Any thread.
#pragma once

#include "core/base/random.h"

#include <QtCore/QCryptographicHash>

#include <atomic>

namespace authdesk::tests {

class FakeRandom final : public base::Random
{
public:
    [[nodiscard]] QByteArray bytes(qsizetype count) override
    {
        QByteArray made;
        while (made.size() < count) {
            made += QCryptographicHash::hash(QByteArray::number(m_counter++),
                                             QCryptographicHash::Sha256);
        }
        return made.first(count);
    }

private:
    std::atomic<quint64> m_counter = 1;
};

} // namespace authdesk::tests
