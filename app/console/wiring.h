// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one place of the console that picks implementations and joins them. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/gateway/detection.h"
#include "core/hosting/servicemanager.h"
#include "core/settings/consolesettings.h"
#include "core/systems/clients/catalogue.h"
#include "core/vault/vault.h"
#include "core/workspace/workspace.h"
#include "ui/shell/console.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"

#include <QtCore/QPointer>

class QApplication;

namespace authdesk::ui::wizards {
class FirstRunWizard;
class SampleServer;
} // namespace authdesk::ui::wizards

namespace authdesk::app {

/// What the program is put into. A test brings its own; each outlives the wiring.
struct Surroundings
{
    const base::Clock *clock = nullptr;          ///< of the servers here too; null: the system's
    vault::Vault *vault = nullptr;               ///< null: the system's keychain
    quint16 firstPort = 8000;                    ///< proposed for a server here
    hosting::ServiceManager *services = nullptr; ///< null: the system's, where it has one
};

class Wiring final : public QObject
{
    Q_OBJECT

public:
    /// `dataFolder` holds everything that is written, profiles and settings included.
    Wiring(QApplication &application, const QString &dataFolder,
           const Surroundings &surroundings = {});
    ~Wiring() override;

    /// Shows the first window. `connectTo`: as on the command line, or empty.
    void start(const QUrl &connectTo);
    void raise();

private:
    void showWizard(const QUrl &connectTo);
    void keepServer(const QString &profileId);
    void showSample();
    void endSample();

    [[nodiscard]] std::unique_ptr<hosting::LocalServer> makeServer() const;

    base::SystemClock m_systemClock;
    const base::Clock &m_clock;
    base::SystemRandom m_random;
    settings::ConsoleSettings m_settings;
    settings::ServerProfiles m_profiles;
    std::unique_ptr<vault::Vault> m_keychain; ///< null where the surroundings brought a vault
    vault::Vault &m_vault;
    const quint16 m_firstPort;
    const QString m_dataFolder;
    systems::clients::Catalogue m_catalogue;
    workspace::Workspace m_workspace;
    ui::theme::Theme m_theme;
    ui::shell::Language m_language;
    std::unique_ptr<hosting::ServiceManager> m_services; ///< null: as m_keychain, or there is none
    ui::shell::HostedServers m_hosted;
    std::unique_ptr<ui::wizards::SampleServer> m_sample;
    std::unique_ptr<gateway::Detector> m_detector; ///< made for the first wizard
    ui::shell::Console m_console;
    QPointer<ui::wizards::FirstRunWizard> m_wizard;
};

} // namespace authdesk::app
