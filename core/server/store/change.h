// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What another program changed in the database. Plain value.
#pragma once

#include <QtCore/QtGlobal>

#include <functional>

namespace authdesk::server::store {

struct Change
{
    enum class What {
        Everything, ///< anything may have changed
        User,       ///< a person, or the person's rights; also when deleted
        Session,    ///< a session's tokens; also when ended
        Audit,      ///< events were added
    };
    What what = What::Everything;
    qint64 id = 0; ///< of the user or the session
};

using ChangeHandler = std::function<void(const Change &)>;

} // namespace authdesk::server::store
