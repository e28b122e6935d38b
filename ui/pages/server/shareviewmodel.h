// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opens a server to other machines, without a widget: takes what a person wants, sets it on the
// server, says what is wrong at its field, and tries the way that others will come. Window thread.
#pragma once

#include "core/gateway/connectionfactory.h"
#include "core/gateway/serversettingsgateway.h"
#include "ui/pages/server/servercontrol.h"

#include <QtCore/QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace authdesk::ui::pages::server {

struct ShareDraft
{
    QString name; ///< what people will type: a host name or an address; a whole URL is taken too
    quint16 port = 8000;
    model::TlsMode tls = model::TlsMode::SelfSigned; ///< never Off
    QString certificate = {};                        ///< of Files: whole paths
    QString key = {};
    bool operator==(const ShareDraft &) const = default;
};

/// A sentence for each field that needs another look.
struct ShareProblems
{
    QString name = {};
    QString port = {};
    QString certificate = {};
    QString key = {};
    QString rest = {}; ///< of no field
    bool operator==(const ShareProblems &) const = default;
};

/// One way in, tried from this computer over its address in the network.
struct ReachTest
{
    QUrl address;
    std::optional<base::Result<void>> outcome = {}; ///< nullopt: still being tried
};

class ShareViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Form,
        Applying,
        Done ///< outcome() is there, and tests() run or have run
    };

    /// All outlive this.
    ShareViewModel(ServerControl &control, gateway::ServerSettingsGateway &settings,
                   gateway::ConnectionFactory &factory, QObject *parent = nullptr);
    ~ShareViewModel() override;

    /// What to begin with: what holds now, else the first of `names`.
    [[nodiscard]] static ShareDraft proposal(const model::ServerSettingsState &state,
                                             const QStringList &names);

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] const ShareProblems &problems() const { return m_problems; }
    [[nodiscard]] const std::optional<model::ServerSettingsState> &outcome() const
    {
        return m_outcome;
    }
    [[nodiscard]] const QList<ReachTest> &tests() const { return m_tests; }
    [[nodiscard]] bool isTesting() const;

    /// `before`: what holds now, and stays where the draft says nothing of it.
    void apply(const ShareDraft &draft, const model::ServerSettingsState &before);
    /// Tries every way in again.
    void test();

Q_SIGNALS:
    void changed();
    /// The server answers others now.
    void applied(const authdesk::model::ServerSettingsState &state);

private:
    void take(const base::Result<model::ServerSettingsState> &answer, const ShareDraft &draft);
    void settle(const model::ServerSettingsState &state);
    void placeProblems(const base::Error &error, const ShareDraft &draft);
    void fail(const ShareProblems &problems);
    void tryAddress(qsizetype place);

    ServerControl &m_control;
    gateway::ServerSettingsGateway &m_settings;
    gateway::ConnectionFactory &m_factory;
    Step m_step = Step::Form;
    ShareProblems m_problems;
    std::optional<model::ServerSettingsState> m_outcome;
    QList<ReachTest> m_tests;
    std::vector<std::unique_ptr<gateway::Connection>> m_tries; ///< one for each test
    int m_round = 0; ///< answers of an older one are dropped
};

} // namespace authdesk::ui::pages::server
