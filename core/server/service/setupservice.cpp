// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/setupservice.h"

#include "core/server/crypto/codes.h"
#include "core/server/crypto/passwordhasher.h"
#include "core/server/crypto/tokens.h"
#include "core/server/service/addressguess.h"
#include "core/server/service/audittrail.h"
#include "core/server/service/names.h"
#include "core/server/service/nextstep.h"
#include "core/server/service/people.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/rolerepository.h"
#include "core/server/store/settingsrepository.h"
#include "core/server/store/userrepository.h"

#include <QtCore/QMutexLocker>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<base::Error> alreadyDone()
{
    return base::fail(base::ErrorCode::SetupAlreadyDone, u"Setup already completed."_s);
}

/// Case, blanks and the dash do not matter.
QByteArray plainCode(const QString &code)
{
    QByteArray plain;
    for (const QChar letter : code.toUpper()) {
        if (letter.isLetterOrNumber())
            plain += QString(letter).toUtf8();
    }
    return plain;
}

base::Result<> checkFields(const SetupRequest &request, const QString &username)
{
    QList<base::FieldError> problems;
    if (request.email) {
        if (auto problem = emailProblem(*request.email))
            problems << *problem;
    }
    if (auto problem = usernameProblem(username, request.email))
        problems << *problem;
    if (auto problem = personNameProblem("first_name"_L1, request.firstName))
        problems << *problem;
    if (auto problem = personNameProblem("last_name"_L1, request.lastName))
        problems << *problem;
    if (auto problem = serverNameProblem("server_name"_L1, request.serverName))
        problems << *problem;
    if (problems.isEmpty())
        return {};
    return base::fail(base::Error{.code = base::ErrorCode::InvalidFields,
                                  .message = problems.first().message,
                                  .fields = problems});
}

} // namespace

SetupService::SetupService(Toolbox &tools)
    : m_tools(tools)
{
}

bool SetupService::needsSetup()
{
    if (m_done)
        return false;
    const auto empty = m_tools.read(
        [](store::Connection &connection) { return store::UserRepository(connection).isEmpty(); });
    // A database that does not answer is no invitation.
    m_done = empty && !*empty;
    return empty && *empty;
}

bool SetupService::codeRequired(const Caller &caller) const
{
    return codeRequiredByAnyone() || !caller.loopback;
}

bool SetupService::codeRequiredByAnyone() const
{
    return m_tools.ground.options.setupCode == SetupCodeRule::Everyone;
}

QString SetupService::setupCode()
{
    const QMutexLocker locker(&m_mutex);
    if (m_code.isEmpty())
        m_code = crypto::newSetupCode(m_tools.ground.random).view().toByteArray();
    return QString::fromLatin1(m_code);
}

base::Result<> SetupService::checkCode(const QString &typed, const Caller &caller)
{
    if (!codeRequired(caller))
        return {};
    AddressGuess guess(m_tools, caller);
    if (auto calm = guess.demandCalm(); !calm)
        return calm;
    const QByteArray wanted = plainCode(setupCode());
    if (base::equalInConstantTime(plainCode(typed), wanted))
        return {};
    if (!typed.isEmpty())
        guess.wasWrong();
    return base::fail(base::ErrorCode::SetupCodeRequired,
                      u"Enter the setup code that the server printed at its start."_s);
}

base::Result<SignedIn> SetupService::setUp(const SetupRequest &request, const Caller &caller)
{
    if (!needsSetup())
        return alreadyDone();
    if (auto good = checkCode(request.setupCode, caller); !good)
        return base::fail(good.error());
    const QString username =
        request.username.isEmpty() ? request.email.value_or(QString()) : request.username;
    if (auto good = checkFields(request, username); !good)
        return base::fail(good.error());
    QStringList words{username, request.firstName, request.lastName};
    words << request.email.value_or(QString());
    if (auto good =
            checkNewPassword(m_tools, request.password, words, u"password"_s, request.serverName);
        !good)
        return base::fail(good.error());
    const auto hash = m_tools.ground.hasher.hash(request.password);
    if (!hash)
        return base::fail(hash.error());

    auto signedIn = m_tools.write([&](store::Connection &connection) -> base::Result<SignedIn> {
        store::UserRepository users(connection);
        // The check and the insert are one write: of any number at the same instant, one gets in.
        if (!users.isEmpty())
            return alreadyDone();
        const auto role =
            store::RoleRepository(connection).findBySlug(QString(model::superAdminSlug));
        if (!role)
            return base::fail(base::ErrorCode::Internal, {}, u"no Super Admin role"_s);
        const QDateTime now = m_tools.now();
        store::NewUserRecord record;
        record.uid = crypto::newUid(m_tools.ground.random);
        record.username = username;
        record.email = request.email;
        record.firstName = request.firstName;
        record.lastName = request.lastName;
        record.roleId = role->id;
        record.passwordHash = *hash;
        const auto id = users.create(record, now);
        if (!id)
            return base::fail(id.error());
        if (!request.serverName.isEmpty())
            store::SettingsRepository(connection).set(u"server.name"_s, request.serverName);
        const auto person = findPerson(connection, *id, now);
        if (!person)
            return base::fail(person.error());
        model::AuditEvent event = auditEvent(u"setup.completed"_s, caller);
        setSelf(event, person->user);
        addChange(event, u"role"_s, {}, person->user.role.slug);
        if (auto recorded = recordAudit(connection, m_tools, event); !recorded)
            return base::fail(recorded.error());
        return startSession(connection, m_tools, *person, Enrollment::Done, caller, u"sign_in"_s);
    });
    if (signedIn) {
        m_done = true;
        m_tools.forgetServerName();
    }
    return signedIn;
}

} // namespace authdesk::server::service
