// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/totppicture.h"

#include "core/qr/qrcode.h"

namespace authdesk::server::service {

base::Result<base::Secret> totpPicture(const base::Secret &provisioningUri)
{
    const auto code = qr::QrCode::encode(provisioningUri.view());
    if (!code)
        return std::unexpected(code.error());
    auto png = code->toPng();
    if (!png)
        return std::unexpected(png.error());
    return base::Secret(std::move(*png));
}

} // namespace authdesk::server::service
