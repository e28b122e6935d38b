// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window of the first run: one screen after the other. Nothing is lost by Back before the
// commit; after it closing asks whether to keep the server. Window thread; not modal, deletes
// nothing but itself.
#pragma once

#include "ui/wizards/firstrunflow.h"
#include "ui/wizards/sampleflow.h"

#include <QtWidgets/QDialog>

class QStackedWidget;

namespace authdesk::ui::wizards {

class ConnectPage;
class DoorPage;
class NamePage;
class ProtectPage;
class ReadyPage;
class RecoveryPage;
class WizardPage;
class YouPage;

class FirstRunWizard final : public QDialog
{
    Q_OBJECT

public:
    /// What the person wants next.
    enum class Next {
        Open,      ///< the server's window; signed in
        AddPeople, ///< its users, with the form for a new one
        SignIn     ///< the sign-in dialog of a server that is in the list now
    };

    /// `connectTo`: goes straight to Connect and looks there; empty: begins at the door.
    explicit FirstRunWizard(const WizardContext &context, const QUrl &connectTo = {},
                            QWidget *parent = nullptr);
    ~FirstRunWizard() override;

    /// The server that was started here, for whoever keeps it running; once, after finished().
    [[nodiscard]] std::unique_ptr<hosting::LocalServer> takeServer() { return m_flow.takeServer(); }
    /// The server with made-up people, for whoever keeps it; once, after sampleReady().
    [[nodiscard]] std::unique_ptr<SampleServer> takeSample() { return m_sample.take(); }

    void reject() override;

Q_SIGNALS:
    /// A server is in the list.
    void completed(const QString &profileId, authdesk::ui::wizards::FirstRunWizard::Next next);
    /// Closed after the commit: the server stays, the rest comes another time.
    void postponed(const QString &profileId);
    /// A server with made-up people is open in the workspace; the wizard closes.
    void sampleReady();
    /// Closed, and nothing is left of it.
    void abandoned();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addPages(const WizardContext &context);
    void connectPages();
    void connectSample();
    void showPage(WizardPage *page);
    void showRecovery(const gateway::RecoveryCodes &codes);
    void complete(Next next);
    void askBeforeClosing();
    void updateTitle();
    void removeServer();
    void abandon();

    FirstRunFlow m_flow;
    SampleFlow m_sample;
    QStackedWidget *m_pages;
    DoorPage *m_door = nullptr;
    NamePage *m_name = nullptr;
    YouPage *m_you = nullptr;
    ProtectPage *m_protect = nullptr;
    RecoveryPage *m_recovery = nullptr;
    ReadyPage *m_ready = nullptr;
    ConnectPage *m_connect = nullptr;
    bool m_closing = false;
};

} // namespace authdesk::ui::wizards
