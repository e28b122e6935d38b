// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Randomness, as an interface, so that tests can repeat it. Any thread.
#pragma once

#include <QtCore/QByteArray>

namespace authdesk::base {

class Random
{
public:
    Random() = default;
    Random(const Random &) = delete;
    Random &operator=(const Random &) = delete;
    virtual ~Random() = default;

    /// `count` bytes fit for keys and tokens.
    [[nodiscard]] virtual QByteArray bytes(qsizetype count) = 0;
    /// A number in [0, bound), every one equally likely. `bound` is at least 1.
    [[nodiscard]] virtual quint32 below(quint32 bound);
};

/// The operating system's generator (getrandom, BCryptGenRandom, SecRandomCopyBytes).
class SystemRandom final : public Random
{
public:
    [[nodiscard]] QByteArray bytes(qsizetype count) override;
};

} // namespace authdesk::base
