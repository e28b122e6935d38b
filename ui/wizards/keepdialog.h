// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Closing the first run after its commit: keep the server, or remove it with all its data. Deletes
// itself when closed; Cancel goes back to the wizard.
#pragma once

#include "core/settings/serverprofiles.h"

#include <QtWidgets/QDialog>

namespace authdesk::ui::wizards {

class KeepDialog final : public QDialog
{
    Q_OBJECT

public:
    KeepDialog(const settings::ServerProfile &profile, QWidget *parent);

Q_SIGNALS:
    void keepChosen();
    void removeChosen();
};

} // namespace authdesk::ui::wizards
