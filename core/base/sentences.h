// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the console's rooms below the windows say to people, in the language of the program. The
// server does not say anything by these: its reader's language is not the program's.
#pragma once

#include <QtCore/QCoreApplication>

namespace authdesk::base {

class Sentences final
{
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

} // namespace authdesk::base
