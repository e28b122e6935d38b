// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/firstrunflow.h"

#include "core/base/whenanswered.h"

#include <QtCore/QDir>

#include <tuple>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

constexpr qsizetype longestName = 64;
constexpr qsizetype keyBytes = 32;

template <typename T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

std::shared_ptr<QPromise<FirstRunFlow::Done>> started()
{
    auto promise = std::make_shared<QPromise<FirstRunFlow::Done>>();
    promise->start();
    return promise;
}

void conclude(const std::shared_ptr<QPromise<FirstRunFlow::Done>> &promise,
              FirstRunFlow::Done result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

/// The wizard was closed while a step was under way.
std::unexpected<base::Error> takenBack()
{
    return base::fail(ErrorCode::Cancelled);
}

/// "Acme & Söhne" → "acme-sohne": a folder's name on every system.
QString slugOf(const QString &name)
{
    QString slug;
    for (const QChar letter : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if ((letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9'))
            slug += letter;
        else if (letter.category() != QChar::Mark_NonSpacing && !slug.isEmpty()
                 && !slug.endsWith(u'-'))
            slug += u'-';
    }
    while (slug.endsWith(u'-'))
        slug.chop(1);
    slug.truncate(40);
    return slug.isEmpty() ? u"server"_s : slug;
}

bool isEmptyFolder(const QString &folder)
{
    const QDir dir(folder);
    return !dir.exists()
           || dir.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace

FirstRunFlow::FirstRunFlow(const WizardContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

FirstRunFlow::~FirstRunFlow() = default;

void FirstRunFlow::lookForKeychain()
{
    base::whenAnswered(m_context.workspace.vault().availability(), this,
                       [this](vault::Availability told) {
                           m_keyPlace = told == vault::Availability::Available ? KeyPlace::Keychain
                                                                               : KeyPlace::File;
                           Q_EMIT keyPlaceChanged();
                       });
}

QString FirstRunFlow::proposedFolder(const QString &name) const
{
    const QDir servers(m_context.settings.serversFolder());
    const QString slug = slugOf(name);
    QString folder = servers.absoluteFilePath(slug);
    for (int i = 2; !isEmptyFolder(folder) && i < 1000; ++i)
        folder = servers.absoluteFilePath(u"%1-%2"_s.arg(slug).arg(i));
    return folder;
}

quint16 FirstRunFlow::proposedPort() const
{
    return hosting::freePortFrom(m_context.firstPort);
}

QFuture<FirstRunFlow::Done> FirstRunFlow::choosePlace(const Place &place)
{
    base::Error error{.code = ErrorCode::InvalidFields,
                      .message = tr("Some fields need another look.")};
    const QString name = place.name.simplified();
    if (name.isEmpty())
        error.fields.append({u"name"_s, u"name_missing"_s,
                             tr("Type the name of what people sign in to, such as your company.")});
    else if (name.size() > longestName)
        error.fields.append(
            {u"name"_s, u"name_too_long"_s,
             tr("Take a name of at most %n characters.", nullptr, int(longestName))});
    if (place.port == 0 || !hosting::isPortFree(place.port))
        error.fields.append({u"port"_s, u"port_in_use"_s,
                             tr("Another program uses this port. Port %1 is free.")
                                 .arg(hosting::freePortFrom(place.port))});
    if (!error.fields.isEmpty())
        return ready<Done>(std::unexpected(error));
    if (!m_local)
        m_local = m_context.makeServer();
    auto done = started();
    base::whenAnswered(
        m_local->inspect(place.folder), this,
        [this, place, name, done, error](hosting::FolderState state) mutable {
            QString problem;
            switch (state) {
            case hosting::FolderState::Empty:
                m_place = {.name = name, .folder = place.folder, .port = place.port};
                return conclude(done, {});
            case hosting::FolderState::HasServer:
                problem = tr("A server lives in this folder already. Choose another folder.");
                break;
            case hosting::FolderState::NotWritable:
                problem = tr("This folder cannot be written to. Choose another folder.");
                break;
            case hosting::FolderState::InUse:
                problem = tr("Another program runs a server in this folder. Choose another.");
                break;
            case hosting::FolderState::Newer:
                problem = tr("This folder holds a server of a newer version. Choose another.");
                break;
            case hosting::FolderState::Damaged:
                problem = tr("This folder holds a damaged server. Choose another folder.");
                break;
            }
            error.fields.append({u"folder"_s, u"unusable"_s, problem});
            conclude(done, std::unexpected(error));
        });
    return done->future();
}

QFuture<FirstRunFlow::Done> FirstRunFlow::create(const FirstPerson &person)
{
    const Promise done = started();
    const QFuture<Done> future = done->future();
    if (!m_local)
        m_local = m_context.makeServer();
    if (m_local->isRunning())
        setUpServer(person, done);
    else
        createKey(person, done);
    return future;
}

void FirstRunFlow::createKey(const FirstPerson &person, const Promise &done)
{
    m_began = true;
    if (m_keyPlace != KeyPlace::Keychain || !m_masterKey.isEmpty())
        return startServer(person, done);
    QByteArray bytes = m_context.random.bytes(keyBytes);
    const base::Secret key(bytes.toHex());
    base::wipe(bytes);
    base::whenAnswered(m_context.workspace.vault().write(vault::masterKeyName(m_place.folder), key),
                       this, [this, key, person, done](const Done &written) {
                           if (!m_local) {
                               std::ignore = m_context.workspace.vault().remove(
                                   vault::masterKeyName(m_place.folder));
                               return conclude(done, takenBack());
                           }
                           // Refused after all: the folder's own file does it, and the last page
                           // says so.
                           if (written)
                               m_masterKey = key;
                           else
                               m_keyPlace = KeyPlace::File;
                           Q_EMIT keyPlaceChanged();
                           startServer(person, done);
                       });
}

void FirstRunFlow::startServer(const FirstPerson &person, const Promise &done)
{
    base::whenAnswered(m_local->start({.dataFolder = m_place.folder,
                                       .port = m_place.port,
                                       .serverName = m_place.name,
                                       .masterKey = m_masterKey}),
                       this, [this, person, done](const base::Result<QUrl> &address) {
                           if (!m_local)
                               return conclude(done, takenBack());
                           // Another program came first: what is in the folder now is not ours.
                           m_began = address || address.error().code != ErrorCode::FolderInUse;
                           if (!address)
                               return conclude(done, std::unexpected(address.error()));
                           setUpServer(person, done);
                       });
}

void FirstRunFlow::setUpServer(const FirstPerson &person, const Promise &done)
{
    if (m_signedIn)
        return conclude(done, enter(person.username));
    const QUrl address = m_found ? m_found->address : m_local->address();
    m_setup = m_context.workspace.factory().create(m_found ? m_found->system : u"authdesk"_s,
                                                   address, m_context.workspace.observer());
    if (!m_setup)
        return conclude(done, base::fail(ErrorCode::NotSupported,
                                         tr("This console does not know that kind of server.")));
    base::whenAnswered(
        m_setup->signIn().setUp({.username = person.username,
                                 .email = person.email,
                                 .password = person.password,
                                 .serverName = m_found ? QString() : m_place.name,
                                 .setupCode = person.setupCode}),
        this, [this, login = person.username, done](const base::Result<gateway::SignedIn> &step) {
            if (!step)
                return conclude(done, std::unexpected(step.error()));
            if (isHosting() && !m_local)
                return conclude(done, takenBack());
            m_signedIn = *step;
            conclude(done, enter(login));
        });
}

FirstRunFlow::Done FirstRunFlow::enter(const QString &login)
{
    settings::ServerProfile profile = profileOfFound(login);
    if (!m_found) {
        profile.name = m_place.name;
        profile.address = m_local->address();
        profile.system = u"authdesk"_s;
        profile.hosted = settings::HostedServer{.folder = m_place.folder,
                                                .port = quint16(m_local->address().port()),
                                                .keyInKeychain = !m_masterKey.isEmpty()};
    }
    const auto added = m_context.workspace.profiles().add(profile);
    if (!added)
        return std::unexpected(added.error());
    m_server = m_context.workspace.open(*added);
    if (!m_server)
        return base::fail(ErrorCode::NotSupported,
                          tr("This console does not know that kind of server."));
    if (m_signedIn)
        m_server->adopt(*std::exchange(m_signedIn, {}), login);
    m_masterKey = {};
    m_setup.reset();
    return {};
}

settings::ServerProfile FirstRunFlow::profileOfFound(const QString &login) const
{
    settings::ServerProfile profile;
    profile.login = login;
    if (m_found) {
        profile.name = m_found->address.host();
        profile.address = m_found->address;
        profile.system = m_found->system;
        profile.trustedCertificate =
            m_context.workspace.factory().trustedCertificate(m_found->address);
    }
    return profile;
}

void FirstRunFlow::takeBack()
{
    if (isCommitted() || !m_local)
        return;
    m_setup.reset();
    m_signedIn.reset();
    m_local.reset();
    if (!std::exchange(m_began, false))
        return;
    m_masterKey = {};
    std::ignore = m_context.workspace.vault().remove(vault::masterKeyName(m_place.folder));
    // It was empty when it was chosen: what is in it came from this run.
    QDir(m_place.folder).removeRecursively();
}

QFuture<FirstRunFlow::Done> FirstRunFlow::removeServer()
{
    if (m_server && m_server->profile().hosted) {
        m_removed = m_server->profile();
        m_server = nullptr;
        m_context.workspace.close(m_removed->id);
        vault::Vault &vault = m_context.workspace.vault();
        std::ignore = vault.remove(vault::masterKeyName(m_removed->hosted->folder));
        std::ignore = vault.remove(vault::refreshTokenName(m_removed->id));
    }
    if (!m_removed)
        return ready<Done>({});
    if (!m_local)
        m_local = m_context.makeServer();
    const Promise done = started();
    const QFuture<Done> future = done->future();
    base::whenAnswered(m_local->removeFolder(m_removed->hosted->folder), this,
                       [this, done](const Done &gone) { conclude(done, removed(gone)); });
    return future;
}

FirstRunFlow::Done FirstRunFlow::removed(const Done &gone)
{
    const QString id = m_removed->id;
    Done unlisted;
    if (m_context.workspace.profiles().find(id))
        unlisted = m_context.workspace.profiles().remove(id);
    if (!gone)
        return base::fail(ErrorCode::FileFailed,
                          tr("%1 is stopped, but its folder %2 could not be deleted whole. The "
                             "system says: %3.")
                              .arg(m_removed->name,
                                   QDir::toNativeSeparators(m_removed->hosted->folder),
                                   gone.error().message));
    if (!unlisted)
        return base::fail(ErrorCode::FileFailed,
                          tr("%1 is deleted, but it could not be taken off the list of servers: %2")
                              .arg(m_removed->name, unlisted.error().message));
    m_removed.reset();
    m_local.reset();
    return {};
}

std::unique_ptr<hosting::LocalServer> FirstRunFlow::takeServer()
{
    return m_found ? nullptr : std::move(m_local);
}

void FirstRunFlow::detect(const QString &typed)
{
    m_found.reset();
    cancelDetection();
    m_detecting = m_context.detector.detect(typed);
    base::whenAnswered(m_detecting, this, [this](const base::Result<gateway::Found> &found) {
        if (found)
            m_found = *found;
        Q_EMIT detected(found);
    });
}

void FirstRunFlow::cancelDetection()
{
    m_detecting.cancel();
}

QFuture<FirstRunFlow::Done> FirstRunFlow::setUpFound(const FirstPerson &person)
{
    const Promise done = started();
    const QFuture<Done> future = done->future();
    setUpServer(person, done);
    return future;
}

QFuture<FirstRunFlow::Done> FirstRunFlow::useApiKey(const base::Secret &key)
{
    m_setup = m_context.workspace.factory().create(m_found->system, m_found->address,
                                                   m_context.workspace.observer());
    const Promise done = started();
    const QFuture<Done> future = done->future();
    m_setup->setAccessToken(key);
    base::whenAnswered(m_setup->account().me(), this,
                       [this, key, done](const base::Result<model::User> &me) {
                           if (!me)
                               return conclude(done, std::unexpected(me.error()));
                           const Done entered = enter(me->username);
                           if (entered)
                               m_server->adoptKey(key, *me);
                           conclude(done, entered);
                       });
    return future;
}

std::optional<FirstRunFlow::Stopped> FirstRunFlow::stoppedAtCertificate(const QString &typed) const
{
    const auto candidates = gateway::candidatesFor(typed);
    if (!candidates)
        return std::nullopt;
    for (const gateway::Candidate &candidate : *candidates) {
        if (candidate.address.scheme() != "https"_L1)
            continue;
        if (auto shown = m_context.workspace.factory().refusedCertificate(candidate.address))
            return Stopped{.at = candidate.address, .certificate = *std::move(shown)};
    }
    return std::nullopt;
}

void FirstRunFlow::trust(const Stopped &stopped)
{
    m_context.workspace.factory().trustCertificate(stopped.at, stopped.certificate.fingerprint);
    // Whoever is in the list already under this address is met by the same certificate.
    settings::ServerProfiles &profiles = m_context.workspace.profiles();
    for (settings::ServerProfile profile : QList(profiles.all())) {
        if (profile.trustedCertificate.isEmpty() || profile.address.host() != stopped.at.host()
            || profile.address.port(443) != stopped.at.port(443))
            continue;
        profile.trustedCertificate = stopped.certificate.fingerprint;
        workspace::OpenServer *const open = m_context.workspace.find(profile.id);
        if (const auto kept = open ? open->setProfile(profile) : profiles.update(profile); !kept)
            qWarning("%s", qUtf8Printable(kept.error().message));
    }
}

FirstRunFlow::Done FirstRunFlow::rememberFound()
{
    return enter({});
}

} // namespace authdesk::ui::wizards
