// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a new password must be (NIST SP 800-63B-4, ASVS 6.2). The same rules speak in the window
// while typing and in the server. Plain value, any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QStringList>

#include <optional>

namespace authdesk::password {

enum class PasswordPolicy {
    Standard, ///< at least 8, at most 128 characters, not common, not made of context words
    Basic,    ///< at least 8, at most 128 characters
};

[[nodiscard]] QLatin1StringView passwordPolicyName(PasswordPolicy policy); ///< "standard", "basic"
[[nodiscard]] std::optional<PasswordPolicy> passwordPolicyFromName(QStringView name);

class PasswordRules final
{
public:
    static constexpr qsizetype atLeast = 8;  ///< code points after NFKC
    static constexpr qsizetype atMost = 128; ///< code points after NFKC
    static constexpr qsizetype atMostBytes = 512;

    explicit PasswordRules(PasswordPolicy policy = PasswordPolicy::Standard)
        : m_policy(policy)
    {
    }

    /// The first reason against a password, its `field` as given: "too_short", "too_long",
    /// "common", "context". `contextWords` are the server's name, user name, e-mail, first and last
    /// name; empty ones are skipped.
    [[nodiscard]] std::optional<base::FieldError> check(const base::Secret &password,
                                                        const QStringList &contextWords,
                                                        const QString &field) const;

    [[nodiscard]] PasswordPolicy policy() const { return m_policy; }

private:
    PasswordPolicy m_policy;
};

} // namespace authdesk::password
