// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// *Let other machines in*: first the fields, then what came of it. Window thread.
#pragma once

#include "ui/pages/server/shareviewmodel.h"

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;

namespace authdesk::ui::widgets {
class MessageBar;
}

namespace authdesk::ui::pages::server {

class ShareForm;
class ShareResult;

class ShareDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Ground
    {
        model::ServerSettingsState state; ///< what holds now
        QStringList names;                ///< what others may reach this computer by
    };

    /// The three outlive it. Deletes itself when closed.
    ShareDialog(ServerControl &control, gateway::ServerSettingsGateway &settings,
                gateway::ConnectionFactory &factory, const Ground &ground, QWidget *parent);

    void reject() override;

Q_SIGNALS:
    void applied(const authdesk::model::ServerSettingsState &state);

private:
    void build();
    void retranslate();
    void updateWidgets();

    const model::ServerSettingsState m_before;
    ShareViewModel m_viewModel;
    QLabel *m_title;
    widgets::MessageBar *m_message;
    ShareForm *m_form;
    ShareResult *m_result;
    QPushButton *m_cancel;
    QPushButton *m_again;
    QPushButton *m_apply;
    QPushButton *m_done;
    ShareProblems m_shownProblems;
};

} // namespace authdesk::ui::pages::server
