// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/shareviewmodel.h"

#include "core/base/whenanswered.h"
#include "ui/pages/server/servertexts.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderrors.h"

#include <algorithm>

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using model::ServerSetting;
using model::ServerSettingsChange;
using model::ServerSettingsState;
using model::TlsMode;

namespace {

/// What people will type; invalid where the name is none.
QUrl addressOf(const ShareDraft &draft)
{
    QString host = draft.name.trimmed();
    if (host.contains("://"_L1))
        host = QUrl(host).host();
    else if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(host, QUrl::StrictMode);
    if (draft.port != usualTlsPort)
        url.setPort(draft.port);
    return host.isEmpty() || url.host().isEmpty() ? QUrl() : url;
}

ServerSettingsChange changeOf(const ShareDraft &draft, const QUrl &address,
                              const ServerSettingsState &before)
{
    ServerSettingsChange change;
    change.set = {ServerSetting::Listeners, ServerSetting::Tls, ServerSetting::PublicUrl};
    // Every address of this computer: the one it has today may be another tomorrow.
    change.values.listeners = {u"0.0.0.0:%1"_s.arg(draft.port)};
    for (const QString &listener : before.values.listeners) {
        if (listener.contains(u'=')) // for one API alone; it stays where it is
            change.values.listeners.append(listener);
    }
    change.values.publicUrl = address.toString(QUrl::FullyEncoded);
    change.values.tls.mode = draft.tls;
    if (draft.tls == TlsMode::Files) {
        change.values.tls.certificate = draft.certificate.trimmed();
        change.values.tls.key = draft.key.trimmed();
    } else {
        change.values.tls.names = {address.host()};
    }
    return change;
}

bool isBeyondLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host != "localhost"_L1 && host != "::1"_L1 && !host.startsWith("127."_L1);
}

void add(QString &sentence, const QString &more)
{
    sentence += (sentence.isEmpty() ? QString() : u" "_s) + more;
}

} // namespace

ShareViewModel::ShareViewModel(ServerControl &control, gateway::ServerSettingsGateway &settings,
                               gateway::ConnectionFactory &factory, QObject *parent)
    : QObject(parent)
    , m_control(control)
    , m_settings(settings)
    , m_factory(factory)
{
}

ShareViewModel::~ShareViewModel() = default;

ShareDraft ShareViewModel::proposal(const ServerSettingsState &state, const QStringList &names)
{
    ShareDraft draft;
    draft.name = sharedName(state);
    if (draft.name.isEmpty() && !names.isEmpty())
        draft.name = names.first();
    for (const model::ListenerAddress &address : state.addresses) {
        if (!address.system.isEmpty())
            continue;
        draft.port = quint16(address.url.port(usualTlsPort));
        break;
    }
    if (state.values.tls.mode == TlsMode::Files) {
        draft.tls = TlsMode::Files;
        draft.certificate = state.values.tls.certificate;
        draft.key = state.values.tls.key;
    }
    return draft;
}

bool ShareViewModel::isTesting() const
{
    return std::any_of(m_tests.begin(), m_tests.end(),
                       [](const ReachTest &test) { return !test.outcome; });
}

void ShareViewModel::fail(const ShareProblems &problems)
{
    m_step = Step::Form;
    m_problems = problems;
    Q_EMIT changed();
}

void ShareViewModel::apply(const ShareDraft &draft, const ServerSettingsState &before)
{
    if (m_step != Step::Form)
        return;
    ShareProblems problems;
    const QUrl address = addressOf(draft);
    if (draft.name.trimmed().isEmpty())
        problems.name = tr("This is needed: it is what people type on their machines.");
    else if (address.isEmpty())
        problems.name = tr("This is neither a host name nor an address.");
    if (draft.tls == TlsMode::Files && draft.certificate.trimmed().isEmpty())
        problems.certificate = tr("Choose the file of the certificate.");
    if (draft.tls == TlsMode::Files && draft.key.trimmed().isEmpty())
        problems.key = tr("Choose the file of the private key.");
    if (problems != ShareProblems())
        return fail(problems);
    m_problems = {};
    m_step = Step::Applying;
    Q_EMIT changed();
    base::whenAnswered(m_settings.change(changeOf(draft, address, before)), this,
                       [this, draft](const base::Result<ServerSettingsState> &answer) {
                           base::whenAnswered(
                               m_control.follow(), this,
                               [this, answer, draft](const QUrl &) { take(answer, draft); });
                       });
}

void ShareViewModel::take(const base::Result<ServerSettingsState> &answer, const ShareDraft &draft)
{
    if (answer)
        return settle(*answer);
    const base::Error &why = answer.error();
    if (why.code != ErrorCode::Unreachable && why.code != ErrorCode::TimedOut)
        return placeProblems(why, draft);
    // It may have been done all the same, and the answer been lost on the way.
    base::whenAnswered(m_settings.read(), this,
                       [this, why, draft](const base::Result<ServerSettingsState> &state) {
                           if (state && isOpenToOthers(*state))
                               settle(*state);
                           else
                               placeProblems(why, draft);
                       });
}

void ShareViewModel::settle(const ServerSettingsState &state)
{
    m_outcome = state;
    m_step = Step::Done;
    Q_EMIT applied(state);
    test();
}

void ShareViewModel::placeProblems(const base::Error &error, const ShareDraft &draft)
{
    ShareProblems problems;
    for (const base::FieldError &field : error.fields) {
        const QString said = widgets::fieldErrorText(field);
        if (field.field == "listeners"_L1)
            add(problems.port, field.code == "taken"_L1
                                   ? tr("Another program uses this port. Choose another one.")
                                   : said);
        else if (field.field == "public_url"_L1 || field.code == "not_a_name"_L1)
            add(problems.name, said);
        else if (!field.field.startsWith("tls"_L1))
            add(problems.rest, said);
        else if (!draft.key.isEmpty() && said.contains(draft.key)
                 && !said.contains(draft.certificate))
            add(problems.key, said);
        else
            add(draft.tls == TlsMode::Files ? problems.certificate : problems.rest, said);
    }
    if (error.fields.isEmpty())
        problems.rest = widgets::errorText(error);
    fail(problems);
}

void ShareViewModel::test()
{
    if (!m_outcome || isTesting())
        return;
    ++m_round;
    m_tests.clear();
    m_tries.clear();
    const QList<model::ListenerAddress> ways = shownAddresses(*m_outcome);
    for (const model::ListenerAddress &way : ways) {
        if (way.system.isEmpty() && isBeyondLoopback(way.url))
            m_tests.append({.address = way.url});
    }
    m_tries.resize(std::size_t(m_tests.size()));
    Q_EMIT changed();
    for (qsizetype place = 0; place < m_tests.size(); ++place)
        tryAddress(place);
}

void ShareViewModel::tryAddress(qsizetype place)
{
    const QUrl address = m_tests.at(place).address;
    const QByteArray before = m_factory.trustedCertificate(address);
    // That certificate and no other: somebody else may sit at the name that was typed.
    m_factory.trustCertificate(address, m_outcome->certificate ? m_outcome->certificate->fingerprint
                                                               : QByteArray());
    auto connection = m_factory.create(u"authdesk"_s, address, {});
    if (!connection) {
        m_tests[place].outcome = base::fail(ErrorCode::NotSupported);
        return;
    }
    const auto call = connection->signIn().setupState();
    m_tries[std::size_t(place)] = std::move(connection);
    base::whenAnswered(call, this,
                       [this, place, address, before,
                        round = m_round](const base::Result<gateway::SetupState> &answer) {
                           m_factory.trustCertificate(address, before);
                           if (round != m_round)
                               return;
                           m_tests[place].outcome =
                               answer ? base::Result<void>()
                                      : base::Result<void>(std::unexpected(answer.error()));
                           Q_EMIT changed();
                       });
}

} // namespace authdesk::ui::pages::server
