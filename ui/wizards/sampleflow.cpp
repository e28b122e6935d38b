// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/sampleflow.h"

#include "core/base/whenanswered.h"
#include "core/hosting/folderremoval.h"
#include "core/password/generator.h"
#include "ui/wizards/samplepeople.h"

#include <QtCore/QDir>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

constexpr auto folderPrefix = "sample-"_L1;
constexpr qsizetype sampleKeyBytes = 32;

base::Secret makeKey(base::Random &random)
{
    QByteArray bytes = random.bytes(sampleKeyBytes);
    const base::Secret key(bytes.toHex());
    base::wipe(bytes);
    return key;
}

} // namespace

SampleFlow::SampleFlow(const WizardContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

SampleFlow::~SampleFlow()
{
    cancel();
}

void SampleFlow::start()
{
    cancel();
    QDir().mkpath(m_context.sampleFolder);
    auto folder = std::make_unique<QTemporaryDir>(
        QDir(m_context.sampleFolder).filePath(folderPrefix + "XXXXXX"_L1));
    if (!folder->isValid())
        return Q_EMIT failed(
            {.code = ErrorCode::FileFailed,
             .message = tr("No folder could be made for them: %1.").arg(folder->errorString())});
    m_sample = std::make_unique<SampleServer>(std::move(folder), m_context.makeServer());
    base::whenAnswered(m_sample->server().start({.dataFolder = m_sample->folder(),
                                                 .port = 0,
                                                 //: The name of the server with the made-up people
                                                 .serverName = tr("Sample"),
                                                 .masterKey = makeKey(m_context.random)}),
                       this, [this, round = m_round](const base::Result<QUrl> &address) {
                           if (round != m_round)
                               return;
                           if (!address)
                               return fail(address.error());
                           setUp(*address);
                       });
}

void SampleFlow::setUp(const QUrl &address)
{
    m_setup = m_context.workspace.factory().create(u"authdesk"_s, address,
                                                   m_context.workspace.observer());
    if (!m_setup)
        return fail({.code = ErrorCode::NotSupported, .message = {}});
    base::whenAnswered(
        m_setup->signIn().setUp({.username = u"admin"_s,
                                 .email = {},
                                 .password = password::generatePassword(m_context.random),
                                 .serverName = tr("Sample"),
                                 .setupCode = {}}),
        this, [this, address, round = m_round](const base::Result<gateway::SignedIn> &step) {
            if (round != m_round)
                return;
            if (!step)
                return fail(step.error());
            fill(address, *step);
        });
}

void SampleFlow::fill(const QUrl &address, const gateway::SignedIn &signedIn)
{
    m_setup->setAccessToken(signedIn.tokens.access);
    gateway::TransferGateway *transfer = m_setup->transfer();
    if (!transfer)
        return fail({.code = ErrorCode::NotSupported, .message = {}});
    const QJsonArray people = samplePeople(samplePeopleCount, m_context.clock.now());
    base::whenAnswered(transfer->importPeople(people, gateway::ImportMode::Import), this,
                       [this, address, signedIn,
                        round = m_round](const base::Result<model::ImportReport> &loaded) {
                           if (round != m_round)
                               return;
                           if (!loaded)
                               return fail(loaded.error());
                           settings::ServerProfile profile;
                           profile.id = m_sample->profileId();
                           profile.name = tr("Sample");
                           profile.address = address;
                           profile.system = u"authdesk"_s;
                           profile.login = u"admin"_s;
                           workspace::OpenServer *open = m_context.workspace.open(profile);
                           if (!open)
                               return fail({.code = ErrorCode::NotSupported, .message = {}});
                           open->adopt(signedIn, profile.login);
                           m_setup.reset();
                           m_isDone = true;
                           Q_EMIT ready();
                       });
}

void SampleFlow::fail(const base::Error &why)
{
    cancel();
    Q_EMIT failed(why);
}

void SampleFlow::cancel()
{
    ++m_round;
    if (m_isDone)
        m_context.workspace.close(m_sample->profileId());
    m_isDone = false;
    m_setup.reset();
    m_sample.reset();
}

std::unique_ptr<SampleServer> SampleFlow::take()
{
    m_isDone = false;
    return std::move(m_sample);
}

base::Result<void> SampleFlow::removeLeftovers(const QString &folder)
{
    const QStringList left =
        QDir(folder).entryList({folderPrefix + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot);
    base::Result<void> first;
    for (const QString &name : left) {
        if (auto removed = hosting::removeFolder(QDir(folder).filePath(name)); !removed && first)
            first = removed;
    }
    return first;
}

} // namespace authdesk::ui::wizards
