// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/servicemove.h"

#include "core/base/whenanswered.h"

#include <QtCore/QDir>

#include <tuple>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;
using base::Secret;
using settings::ServerProfile;

namespace {

using Remark = ServiceMove::Remark;
using Step = ServiceMove::Step;

template <typename T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

QFuture<Result<void>> done(Result<void> outcome = {})
{
    return ready(std::move(outcome));
}

Result<void> withoutAddress(const Result<QUrl> &started)
{
    if (!started)
        return std::unexpected(started.error());
    return {};
}

/// What `next` makes of an answer, which it gets unless `context` is gone by then.
template <typename T, typename Next>
QFuture<Result<void>> chained(const QFuture<T> &first, QObject *context, Next next)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    base::whenAnswered(first, context, [promise, context, next](const T &answer) {
        base::whenAnswered(next(answer), context, [promise](const Result<void> &outcome) {
            promise->addResult(outcome);
            promise->finish();
        });
    });
    return promise->future();
}

std::unexpected<base::Error> keyNotThere(const QString &folder)
{
    return base::fail(ErrorCode::MasterKeyMissing,
                      ServiceMove::tr("The entry \"%1\" of this computer's keychain, which held "
                                      "the key of this server, is not there any more.")
                          .arg(vault::masterKeyName(folder)));
}

} // namespace

ServiceMove::ServiceMove(HostedServers &hosted, hosting::ServiceManager &services,
                         vault::Vault &vault, const ServerProfile &profile)
    : m_hosted(hosted)
    , m_services(services)
    , m_vault(vault)
    , m_profile(profile)
{
    connect(&hosted, &HostedServers::stateChanged, this, [this](const QString &id) {
        if (id == m_profile.id)
            Q_EMIT changed();
    });
}

bool ServiceMove::isService() const
{
    return profile().hosted->asService;
}

bool ServiceMove::staysWhenSignedOut() const
{
    return m_services.staysWhenSignedOut(m_profile.id);
}

bool ServiceMove::isKeyInKeychain() const
{
    return profile().hosted->keyInKeychain;
}

QFuture<hosting::ServiceSupport> ServiceMove::support()
{
    return m_services.support();
}

QFuture<bool> ServiceMove::isKeychainUsable()
{
    return m_vault.availability().then(
        [](vault::Availability now) { return now == vault::Availability::Available; });
}

void ServiceMove::cancel()
{
    if (m_steps)
        m_steps->cancel();
}

std::shared_ptr<ServiceMove::Way> ServiceMove::wayOf(bool staysWhenSignedOut) const
{
    auto way = std::make_shared<Way>();
    way->before = profile();
    way->spec = HostedServers::specOf(way->before);
    way->spec.staysWhenSignedOut = staysWhenSignedOut;
    return way;
}

QFuture<Result<Remark>> ServiceMove::go(std::vector<Steps::Step> steps,
                                        std::function<QFuture<Remark>()> afterwards)
{
    // The page may go while it is under way; what was begun is finished all the same.
    m_steps = new Steps(std::move(steps), &m_hosted);
    m_isAsBefore = true;
    connect(m_steps, &Steps::began, this, [this](int tag) { Q_EMIT stepBegan(Step(tag)); });
    connect(m_steps, &Steps::undoing, this, [this] { Q_EMIT stepBegan(Step::Undoing); });
    connect(m_steps, &Steps::leftOver, this, [this] { m_isAsBefore = false; });
    auto promise = std::make_shared<QPromise<Result<Remark>>>();
    promise->start();
    const auto finish = [promise](const Result<Remark> &outcome) {
        promise->addResult(outcome);
        promise->finish();
    };
    QObject *context = &m_hosted;
    base::whenAnswered(
        m_steps->run(), context,
        [context, finish, afterwards = std::move(afterwards)](const Result<void> &moved) {
            if (!moved)
                return finish(std::unexpected(moved.error()));
            base::whenAnswered(afterwards(), context, finish);
        });
    return promise->future();
}

ServiceMove::Done ServiceMove::writeKey(const std::shared_ptr<Way> &way)
{
    const QString folder = way->spec.dataFolder;
    return chained(
        m_services.writeMasterKey(folder, way->key), &m_hosted,
        [way, folder](const Result<bool> &written) {
            if (!written && written.error().code == ErrorCode::MasterKeyWrong)
                return done(base::fail(
                    ErrorCode::MasterKeyWrong,
                    tr("The file %1 is there already and holds something else. It was left as it "
                       "is; move it away and try again.")
                        .arg(QDir::toNativeSeparators(QDir(folder).filePath(u"master.key"_s)))));
            if (!written)
                return done(std::unexpected(written.error()));
            way->wasWritten = *written;
            return done();
        });
}

ServiceMove::Done ServiceMove::takeKeyBack(const std::shared_ptr<Way> &way)
{
    if (!way->wasWritten)
        return done();
    // The file goes only where the keychain really has the key.
    return chained(m_vault.read(vault::masterKeyName(way->spec.dataFolder)), &m_hosted,
                   [way, services = &m_services](const Result<std::optional<Secret>> &kept) {
                       if (!kept || !*kept || (*kept)->view() != way->key.view())
                           return done();
                       return services->removeMasterKey(way->spec.dataFolder, way->key);
                   });
}

ServiceMove::Steps::Step ServiceMove::keyToFile(const std::shared_ptr<Way> &way)
{
    const auto move = [way, this] {
        return chained(m_vault.read(vault::masterKeyName(way->spec.dataFolder)), &m_hosted,
                       [way, this](const Result<std::optional<Secret>> &kept) {
                           if (!kept)
                               return done(std::unexpected(kept.error()));
                           if (!*kept)
                               return done(keyNotThere(way->spec.dataFolder));
                           way->key = **kept;
                           return writeKey(way);
                       });
    };
    return {int(Step::MovingKey), move, [way, this] { return takeKeyBack(way); }};
}

ServiceMove::Steps::Step ServiceMove::keyToKeychain(const std::shared_ptr<Way> &way)
{
    const QString entry = vault::masterKeyName(way->spec.dataFolder);
    const auto move = [way, entry, this] {
        return chained(m_services.readMasterKey(way->spec.dataFolder), &m_hosted,
                       [way, entry, this](const Result<Secret> &stored) {
                           if (!stored)
                               return done(std::unexpected(stored.error()));
                           way->key = *stored;
                           return m_vault.write(entry, way->key);
                       });
    };
    return {int(Step::MovingKey), move, [entry, this] { return m_vault.remove(entry); }};
}

ServiceMove::Steps::Step ServiceMove::stop(const std::shared_ptr<Way> &way)
{
    return {int(Step::Stopping), [way, this] { return m_hosted.stop(way->before.id); },
            [way, this] { return m_hosted.start(way->before).then(&withoutAddress); }};
}

ServiceMove::Steps::Step ServiceMove::list(const ServerProfile &profile)
{
    return {int(Step::Finishing), [profile, this] { return done(m_hosted.list(profile)); }};
}

QFuture<Result<Remark>> ServiceMove::keepRunning(bool staysWhenSignedOut)
{
    const auto way = wayOf(staysWhenSignedOut);
    const QString id = way->before.id;
    const bool movesKey = way->before.hosted->keyInKeychain;
    ServerProfile after = way->before;
    after.hosted->asService = true;
    after.hosted->keyInKeychain = false;

    std::vector<Steps::Step> steps;
    if (movesKey)
        steps.push_back(keyToFile(way));
    steps.push_back(stop(way));
    steps.push_back({int(Step::Registering), [way, this] { return m_services.install(way->spec); },
                     [id, this] { return m_services.remove(id); }});
    steps.push_back({int(Step::Starting),
                     [way, this] { return done(m_hosted.swap(way->before.id, true)); },
                     [way, this] { return done(m_hosted.swap(way->before.id, false)); }});
    steps.push_back({int(Step::Starting),
                     [after, this] { return m_hosted.start(after).then(&withoutAddress); },
                     [id, this] { return m_hosted.stop(id); },
                     [id, this] { std::ignore = m_hosted.stop(id); }});
    steps.push_back(list(after));
    return go(std::move(steps), [way, movesKey, vault = &m_vault]() -> QFuture<Remark> {
        if (!movesKey)
            return ready(Remark::None);
        return vault->remove(vault::masterKeyName(way->spec.dataFolder))
            .then([](const Result<void> &removed) {
                return removed ? Remark::None : Remark::KeyStillInKeychain;
            });
    });
}

QFuture<Result<Remark>> ServiceMove::runHere(bool toKeychain)
{
    const auto way = wayOf(staysWhenSignedOut());
    const QString id = way->before.id;
    ServerProfile after = way->before;
    after.hosted->asService = false;
    after.hosted->keyInKeychain = toKeychain;

    std::vector<Steps::Step> steps;
    if (toKeychain)
        steps.push_back(keyToKeychain(way));
    steps.push_back(stop(way));
    steps.push_back({int(Step::Registering), [id, this] { return m_services.remove(id); },
                     [way, this] { return m_services.install(way->spec); }});
    steps.push_back({int(Step::Starting), [id, this] { return done(m_hosted.swap(id, false)); },
                     [id, this] { return done(m_hosted.swap(id, true)); }});
    steps.push_back({int(Step::Starting),
                     [after, this] { return m_hosted.start(after).then(&withoutAddress); },
                     [id, this] { return m_hosted.stop(id); }});
    steps.push_back(list(after));
    return go(std::move(steps), [way, toKeychain, services = &m_services]() -> QFuture<Remark> {
        if (!toKeychain)
            return ready(Remark::None);
        return services->removeMasterKey(way->spec.dataFolder, way->key)
            .then([](const Result<void> &removed) {
                return removed ? Remark::None : Remark::KeyStillInFile;
            });
    });
}

} // namespace authdesk::ui::shell
