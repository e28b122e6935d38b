// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the console's rooms below the windows say to people, in the language of the program. The
// server does not say anything by these: its reader's language is not the program's.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QCoreApplication>

namespace authdesk::base {

class Sentences final
{
    Q_DECLARE_TR_FUNCTIONS(Sentences)

public:
    /// The language that these sentences are in, as Accept-Language names it (RFC 9110 §12.5.4):
    /// "de". Each translation says its own, so that it is never another one than the window's.
    [[nodiscard]] static QByteArray language()
    {
        //: The ISO 639-1 code of this translation's language, such as de. Servers are asked for it.
        const QByteArray said = tr("en").toLatin1();
        const bool isCode = said.size() == 2 && said[0] >= 'a' && said[0] <= 'z' && said[1] >= 'a'
                            && said[1] <= 'z';
        return isCode ? said : QByteArray("en");
    }
};

} // namespace authdesk::base
