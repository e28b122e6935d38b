// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asked at the first close while a server runs here: keep it running, or stop it.
#pragma once

#include "core/settings/consolesettings.h"

#include <QtWidgets/QDialog>

class QCheckBox;

namespace authdesk::ui::shell {

class CloseHostingDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `hasTray`: the window can go and the server stay.
    CloseHostingDialog(const QStringList &serverNames, bool hasTray, QWidget *parent);

Q_SIGNALS:
    /// `remember`: do not ask again.
    void chosen(authdesk::settings::ConsoleSettings::CloseChoice choice, bool remember);

private:
    void choose(settings::ConsoleSettings::CloseChoice choice);

    QCheckBox *m_remember;
};

} // namespace authdesk::ui::shell
