// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/ownprobe.h"

#include "core/base/sentences.h"
#include "core/net/relay.h"
#include "core/systems/authdesk/client/ownconnection.h"
#include "core/systems/authdesk/messages/signin.h"

namespace authdesk::systems::own::client {

using namespace Qt::StringLiterals;
using base::Sentences;

OwnProbe::OwnProbe(const base::Clock &clock, gateway::RequestObserver observer,
                   net::CertificatePins *pins)
    : m_http(clock, std::move(observer), pins)
{
}

OwnProbe::~OwnProbe() = default;

QString OwnProbe::system() const
{
    return u"authdesk"_s;
}

QString OwnProbe::displayName() const
{
    return u"Authdesk"_s;
}

QFuture<base::Result<gateway::Sighting>> OwnProbe::look(const QUrl &address)
{
    QUrl setup = address;
    setup.setPath(address.path(QUrl::FullyEncoded) + "/admin/v1/setup"_L1, QUrl::TolerantMode);
    const gateway::Capabilities can = ownCapabilities();
    return net::relay<base::Result<gateway::Sighting>>(
        m_http.send(
            {.address = setup, .timeLimit = std::chrono::seconds(8), .answerLimit = 64 * 1024}),
        [can](const base::Result<net::Answer> &answer) -> base::Result<gateway::Sighting> {
            if (!answer)
                return std::unexpected(answer.error());
            if (answer->status != 200 || !answer->isJson())
                return gateway::Sighting{};
            const auto state = messages::decodeSetupState(answer->body);
            if (!state)
                return gateway::Sighting{};
            return gateway::Sighting{
                .recognised = true,
                .setup = gateway::SetupState{.needsSetup = state->needsSetup,
                                             .codeRequired = state->codeRequired},
                .reasons = {Sentences::tr("It answers as Authdesk does at /admin/v1/setup.")},
                .capabilities = can};
        });
}

} // namespace authdesk::systems::own::client
