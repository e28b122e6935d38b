// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Connect: an address in any form, what was found there, and the ways in that it has.
#pragma once

#include "ui/wizards/firstrunflow.h"
#include "ui/wizards/wizardpage.h"

class QCheckBox;
class QLineEdit;

namespace authdesk::ui::widgets {
class ApiKeyForm;
class FormField;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::wizards {

class CertificateSheet;

class ConnectPage final : public WizardPage
{
    Q_OBJECT

public:
    explicit ConnectPage(FirstRunFlow &flow, QWidget *parent = nullptr);
    void entered() override;
    /// Fills the address in and looks there at once.
    void lookAt(const QUrl &address);

Q_SIGNALS:
    /// The server found is not set up yet, and the person wants to do that from here.
    void setUpRequested();
    /// The server is in the list; its sign-in dialog goes on.
    void signInRequested();
    /// Signed in with an API key.
    void committed();

protected:
    void retranslate() override;

private:
    void look();
    void showCertificate();
    void trustCertificate();
    void takeDetection(const base::Result<gateway::Found> &found);
    void showFound(const gateway::Found &found);
    void describe(const gateway::Found &found);
    void signIn();
    void useApiKey();
    void updateWidgets();
    [[nodiscard]] bool maySend() const;

    FirstRunFlow &m_flow;
    QLineEdit *m_address;
    widgets::FormField *m_addressField;
    QWidget *m_result;
    CertificateSheet *m_certificate;
    QLabel *m_found;
    QLabel *m_offers;
    QLabel *m_details;
    QCheckBox *m_unencrypted;
    widgets::ApiKeyForm *m_key;
    QPushButton *m_look;
    QPushButton *m_trust;
    QPushButton *m_useKey;
    QPushButton *m_setUp;
    QPushButton *m_password;
};

} // namespace authdesk::ui::wizards
