// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// *Recover on this computer*: the people of a server hosted here, and the three ways to let one in
// again. Needs no sign-in, because whoever owns the folder owns the server. A secret is shown once.
#pragma once

#include "core/hosting/localserver.h"

#include <QtWidgets/QDialog>

#include <optional>

class QLabel;
class QPushButton;
class QTableWidget;

namespace authdesk::ui::widgets {
class Card;
class CopyButton;
class MessageBar;
class SecretLabel;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::shell {

class RecoverDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `server` outlives the dialog. `login`: whose row is chosen at first.
    RecoverDialog(hosting::LocalServer &server, const QString &serverName,
                  const QString &dataFolder, const QString &login, QWidget *parent);

private:
    void load();
    void fill(const QList<hosting::RescueUser> &users);
    [[nodiscard]] std::optional<hosting::RescueUser> chosen() const;
    void resetPassword();
    void resetSecondFactor();
    void unlock();
    void showSecret(const QString &sentence, const base::Secret &secret);
    void showFailure(const base::Error &error);
    void updateWidgets();

    hosting::LocalServer &m_server;
    QString m_folder;
    QString m_login;
    QList<hosting::RescueUser> m_users;
    bool m_busy = false;
    QTableWidget *m_table;
    QPushButton *m_password;
    QPushButton *m_factor;
    QPushButton *m_unlock;
    widgets::Card *m_result;
    QLabel *m_resultText;
    widgets::SecretLabel *m_secret;
    widgets::CopyButton *m_copy;
    widgets::MessageBar *m_message;
};

} // namespace authdesk::ui::shell
