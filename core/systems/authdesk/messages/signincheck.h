// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether a person can sign in, on our own API, and what a reset of the second factor may bring.
// Plain values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/signincheck.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::own::messages {

[[nodiscard]] QJsonObject encode(const model::SignInCheck &check);
[[nodiscard]] base::Result<model::SignInCheck> decodeSignInCheck(const QByteArray &body);

/// {recognised_by?}: how whoever resets made sure who asks.
struct ResetMfaRequest
{
    QString recognisedBy = {};
    bool operator==(const ResetMfaRequest &) const = default;
};

[[nodiscard]] QJsonObject encode(const ResetMfaRequest &request);
/// No body is an empty request.
[[nodiscard]] base::Result<ResetMfaRequest> decodeResetMfaRequest(const QByteArray &body);

} // namespace authdesk::systems::own::messages
