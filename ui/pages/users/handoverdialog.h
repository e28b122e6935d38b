// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows once the secret that a reset gave, to hand over. Opened with open().
#pragma once

#include "ui/pages/users/handover.h"

#include <QtWidgets/QDialog>

namespace authdesk::ui::pages::users {

class HandoverDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when closed.
    HandoverDialog(const Handover &handover, QWidget *parent);
};

} // namespace authdesk::ui::pages::users
