// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// New recovery codes, shown once. [Done] waits until they were saved, printed or copied.
#pragma once

#include "ui/widgets/recoverysheet.h"

#include <QtWidgets/QDialog>

namespace authdesk::ui::pages::account {

class RecoveryCodesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when closed.
    RecoveryCodesDialog(const widgets::RecoverySheet &sheet, QWidget *parent);
};

} // namespace authdesk::ui::pages::account
