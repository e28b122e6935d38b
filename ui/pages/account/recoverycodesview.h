// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows recovery codes once, with [Save…] [Print…] [Copy]. Says when they were kept in one of these
// ways; until then nobody should be let past.
#pragma once

#include "ui/pages/account/recoverysheet.h"

#include <QtWidgets/QWidget>

class QGridLayout;
class QPushButton;

namespace authdesk::ui::widgets {
class CopyButton;
class MessageBar;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::account {

class RecoveryCodesView final : public QWidget
{
    Q_OBJECT

public:
    explicit RecoveryCodesView(QWidget *parent = nullptr);

    void setSheet(const RecoverySheet &sheet);
    [[nodiscard]] bool isKept() const { return m_kept; }

Q_SIGNALS:
    /// Saved, printed or copied.
    void kept();

private:
    void save();
    void saveTo(const QString &path);
    void print();
    void setKept();

    RecoverySheet m_sheet;
    QGridLayout *m_codes;
    widgets::MessageBar *m_message;
    QPushButton *m_save;
    QPushButton *m_print;
    widgets::CopyButton *m_copy;
    bool m_kept = false;
};

} // namespace authdesk::ui::pages::account
