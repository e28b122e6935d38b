// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The picture that an authenticator app reads. Free function, any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

namespace authdesk::server::service {

/// A PNG with the QR code of an otpauth:// address; it holds the secret, so it is one itself.
[[nodiscard]] base::Result<base::Secret> totpPicture(const base::Secret &provisioningUri);

} // namespace authdesk::server::service
