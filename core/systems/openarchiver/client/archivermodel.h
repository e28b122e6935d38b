// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What OpenArchiver's people and keys are in the console's words. Window thread.
#pragma once

#include "core/model/apikey.h"
#include "core/model/user.h"
#include "core/systems/openarchiver/client/archivercalls.h"
#include "core/systems/openarchiver/messages/answers.h"

namespace authdesk::systems::openarchiver::client {

/// A person with what OpenArchiver tells: the e-mail address stands for the username, too.
/// `version` is made of what can be edited, so that somebody else's change is noticed.
[[nodiscard]] model::User userOf(const messages::PersonAnswer &person, Numbers &numbers);
[[nodiscard]] model::ApiKey keyOf(const messages::KeyAnswer &key, qint64 userId, Numbers &numbers);
/// The person in an answer, who is the one that is signed in. UnexpectedAnswer; Cancelled where the
/// connection is gone.
[[nodiscard]] base::Result<model::User> decodeMe(const QByteArray &body,
                                                 const std::weak_ptr<ArchiverStanding> &standing);

} // namespace authdesk::systems::openarchiver::client
