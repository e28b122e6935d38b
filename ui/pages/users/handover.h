// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person is handed to get in: as a message to paste into a chat or mail, and as a slip to
// print. Lives in memory while its dialog is open and nowhere else.
#pragma once

#include "core/base/secret.h"
#include "core/model/user.h"

#include <QtCore/QUrl>

namespace authdesk::ui::pages::users {

struct Handover
{
    enum class Kind {
        Password,        ///< signs in once and must be changed then
        LastingPassword, ///< good until somebody changes it
        Code,            ///< needed beside the password, once
    };

    Kind kind = Kind::Password;
    QString serverName;
    QUrl address;
    QString displayName;
    QString username;
    base::Secret secret;
    QDateTime expiresAt; ///< UTC; not valid: the server does not say
};

/// Several lines of plain text with address, username, secret and until when.
[[nodiscard]] QString handoverMessage(const Handover &handover);

/// The same as HTML for one printed page; every value is escaped.
[[nodiscard]] QString handoverSlip(const Handover &handover);

/// "It works once, until 3 March 2027, 09:10."; empty where the server does not say.
[[nodiscard]] QString handoverUntil(const Handover &handover);

} // namespace authdesk::ui::pages::users
