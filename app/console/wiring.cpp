// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/wiring.h"

#include "core/server/host/localserverimpl.h"
#include "core/server/host/systemdservices.h"
#include "core/vault/keychainvault.h"
#include "ui/wizards/firstrunwizard.h"
#include "ui/wizards/sampleflow.h"

#include <QtCore/QLoggingCategory>
#include <QtWidgets/QApplication>

namespace authdesk::app {

using namespace Qt::StringLiterals;
using ui::wizards::FirstRunWizard;

static std::unique_ptr<hosting::ServiceManager> systemServices(const base::Clock &clock)
{
#ifdef Q_OS_LINUX
    return std::make_unique<server::host::SystemdServices>(hosting::UserManagerPrograms{}, &clock);
#else
    Q_UNUSED(clock)
    return nullptr;
#endif
}

Wiring::Wiring(QApplication &application, const QString &dataFolder,
               const Surroundings &surroundings)
    : m_clock(surroundings.clock ? *surroundings.clock : m_systemClock)
    , m_settings(dataFolder)
    , m_profiles(dataFolder)
    , m_keychain(surroundings.vault ? nullptr
                                    : std::make_unique<vault::KeychainVault>(u"Authdesk"_s))
    , m_vault(surroundings.vault ? *surroundings.vault : *m_keychain)
    , m_firstPort(surroundings.firstPort)
    , m_dataFolder(dataFolder)
    , m_catalogue(m_clock)
    , m_workspace(m_catalogue, m_profiles, m_vault)
    , m_theme(application)
    , m_services(surroundings.services ? nullptr : systemServices(m_clock))
    , m_hosted([this] { return makeServer(); }, m_profiles, m_vault,
               surroundings.services ? surroundings.services : m_services.get())
    , m_console({m_workspace, m_settings, m_hosted, m_theme, m_language, m_clock})
{
    QObject::connect(&m_console, &ui::shell::Console::wizardRequested, this, &Wiring::showWizard);
    QObject::connect(&m_console, &ui::shell::Console::quitRequested, &application,
                     &QApplication::quit, Qt::QueuedConnection);
    // Queued: it is left in the middle of what the server itself has told.
    QObject::connect(&m_console, &ui::shell::Console::sampleLeft, this, &Wiring::endSample,
                     Qt::QueuedConnection);
}

Wiring::~Wiring()
{
    delete m_wizard;
}

std::unique_ptr<hosting::LocalServer> Wiring::makeServer() const
{
    return std::make_unique<server::host::LocalServerImpl>(server::crypto::HashParameters{},
                                                           &m_clock);
}

void Wiring::start(const QUrl &connectTo)
{
    // A damaged list was put aside by load(); the window then starts with none.
    if (const auto loaded = m_profiles.load(); !loaded)
        qWarning("%s", qUtf8Printable(loaded.error().message));
    // Of a program that was killed: it ends with the window, and that is no window's any more.
    if (const auto removed = ui::wizards::SampleFlow::removeLeftovers(m_dataFolder); !removed)
        qWarning("%s", qUtf8Printable(removed.error().message));
    m_console.start(connectTo);
}

void Wiring::raise()
{
    if (!m_wizard)
        return m_console.raise();
    m_wizard->setWindowState(m_wizard->windowState() & ~Qt::WindowMinimized);
    m_wizard->raise();
    m_wizard->activateWindow();
}

void Wiring::keepServer(const QString &profileId)
{
    if (auto server = m_wizard->takeServer())
        m_hosted.adopt(profileId, std::move(server));
}

void Wiring::showSample()
{
    endSample();
    m_sample = m_wizard->takeSample();
    if (auto *open = m_workspace.find(m_sample->profileId()))
        m_console.showSample(*open);
}

void Wiring::endSample()
{
    if (!m_sample)
        return;
    m_workspace.close(m_sample->profileId());
    m_sample.reset();
}

void Wiring::showWizard(const QUrl &connectTo)
{
    if (m_wizard)
        return raise();
    if (!m_detector)
        m_detector =
            std::make_unique<gateway::Detector>(m_catalogue.probes(m_workspace.observer()));
    m_wizard =
        new FirstRunWizard({m_workspace, m_settings, *m_detector, [this] { return makeServer(); },
                            m_random, m_clock, m_firstPort, m_dataFolder},
                           connectTo);
    m_wizard->setAttribute(Qt::WA_DeleteOnClose);
    const auto quitWhenAlone = [this] {
        if (!m_console.window())
            QApplication::quit();
    };
    QObject::connect(m_wizard, &FirstRunWizard::completed, this,
                     [this](const QString &profileId, FirstRunWizard::Next next) {
                         keepServer(profileId);
                         m_console.openServer(profileId, next == FirstRunWizard::Next::AddPeople
                                                             ? ui::shell::Console::Then::AddPerson
                                                             : ui::shell::Console::Then::ShowPages);
                     });
    QObject::connect(m_wizard, &FirstRunWizard::postponed, this,
                     [this, quitWhenAlone](const QString &profileId) {
                         keepServer(profileId);
                         quitWhenAlone();
                     });
    QObject::connect(m_wizard, &FirstRunWizard::sampleReady, this, &Wiring::showSample);
    QObject::connect(m_wizard, &FirstRunWizard::abandoned, this, quitWhenAlone);
    m_wizard->show();
}

} // namespace authdesk::app
