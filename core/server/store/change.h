// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What another program changed in the database. Plain value.
#pragma once

#include <QtCore/QString>

#include <functional>

namespace authdesk::server::store {

struct Change
{
    enum class What {
        Everything, ///< anything may have changed
        User,       ///< a person, or the person's rights; also when deleted
        Session,    ///< a session's tokens; also when ended
        Key,        ///< an API key was revoked
        Audit,      ///< events were added
        Guess,      ///< somebody guessed wrong on another server
    };
    What what = What::Everything;
    qint64 id = 0;        ///< of the user, the session or the key
    QString address = {}; ///< where the guess came from
};

using ChangeHandler = std::function<void(const Change &)>;

} // namespace authdesk::server::store
