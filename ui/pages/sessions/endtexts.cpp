// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sessions/endtexts.h"

#include "ui/pages/sessions/programname.h"
#include "ui/pages/sessions/sessionsviewmodel.h"

#include <QtCore/QCoreApplication>

namespace authdesk::ui::pages::sessions {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EndTexts)
};

} // namespace

widgets::ConfirmDialog::Texts endTexts(const model::Session &session, Ending ending, bool own)
{
    const QString name = session.username;
    const QString program = programName(session.userAgent);
    if (ending == Ending::AllOfPerson) {
        return {.title = Words::tr("End every session of %1").arg(name),
                .question = Words::tr("Sign %1 out everywhere?").arg(name),
                .what = own ? Words::tr("This is you: every session of yours ends at once, the one "
                                        "of this window too, and you have to sign in again.")
                            : Words::tr("Every session of %1 ends at once, whichever program it "
                                        "is in. %1 can sign in again.")
                                  .arg(name),
                .goes = {},
                .verb = Words::tr("End every session")};
    }
    const QString where =
        program.isEmpty()
            ? Words::tr("It was signed in from %1.").arg(session.address)
            : Words::tr("It was signed in from %1 with %2.").arg(session.address, program);
    return {.title = Words::tr("End a session of %1").arg(name),
            .question = own ? Words::tr("End your own session?")
                            : Words::tr("End this session of %1?").arg(name),
            .what =
                own ? Words::tr("It is the one of this window: you are signed out here and have "
                                "to sign in again.")
                    : where + u' '
                          + Words::tr("It ends at once. Other sessions of %1 stay.").arg(name),
            .goes = {},
            .verb = Words::tr("End session")};
}

} // namespace authdesk::ui::pages::sessions
