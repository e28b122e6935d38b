// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows once what a person is handed to get in, with [Copy message] and [Print slip]. The secret is
// wiped when the view goes.
#pragma once

#include "ui/pages/users/handover.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace authdesk::ui::widgets {
class CopyButton;
class SecretLabel;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::users {

class HandoverView final : public QWidget
{
    Q_OBJECT

public:
    explicit HandoverView(QWidget *parent = nullptr);

    void setHandover(const Handover &handover);

private:
    void print();

    Handover m_handover;
    QLabel *m_address;
    QLabel *m_username;
    QLabel *m_secretCaption;
    widgets::SecretLabel *m_secret;
    QLabel *m_until;
    QLabel *m_once;
    widgets::CopyButton *m_copy;
    QPushButton *m_print;
};

} // namespace authdesk::ui::pages::users
