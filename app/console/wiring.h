// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one place of the console that picks implementations and joins them. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/gateway/detection.h"
#include "core/settings/consolesettings.h"
#include "core/systems/clients/catalogue.h"
#include "core/vault/vault.h"
#include "core/workspace/workspace.h"
#include "ui/shell/console.h"
#include "ui/theme/theme.h"

#include <QtCore/QPointer>

class QApplication;

namespace authdesk::ui::wizards {
class FirstRunWizard;
}

namespace authdesk::app {

class Wiring final : public QObject
{
    Q_OBJECT

public:
    /// `dataFolder` holds everything that is written, profiles and settings included.
    Wiring(QApplication &application, const QString &dataFolder);
    ~Wiring() override;

    /// Shows the first window. `connectTo`: as on the command line, or empty.
    void start(const QUrl &connectTo);
    void raise();

private:
    void showWizard(const QUrl &connectTo);
    void keepServer(const QString &profileId);

    base::SystemClock m_clock;
    base::SystemRandom m_random;
    settings::ConsoleSettings m_settings;
    settings::ServerProfiles m_profiles;
    std::unique_ptr<vault::Vault> m_vault;
    systems::clients::Catalogue m_catalogue;
    workspace::Workspace m_workspace;
    ui::theme::Theme m_theme;
    ui::shell::HostedServers m_hosted;
    std::unique_ptr<gateway::Detector> m_detector; ///< made for the first wizard
    ui::shell::Console m_console;
    QPointer<ui::wizards::FirstRunWizard> m_wizard;
};

} // namespace authdesk::app
