// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/answers.h"

#include "core/systems/openarchiver/messages/answerreading.h"

#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

#include <algorithm>

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

constexpr qsizetype mostPeople = 100'000;
constexpr qsizetype mostKeys = 10'000;
constexpr qsizetype mostCodes = 100;
constexpr qsizetype longestCookie = 4096;
constexpr JsonFields::TextLimits addressLimits{.atLeast = 0, .atMost = 320};

/// Null and absent: none.
std::optional<RoleOfPerson> readRole(JsonFields &fields)
{
    if (!fields.has("role"_L1) || fields.isNull("role"_L1))
        return std::nullopt;
    JsonFields parts(fields.object("role"_L1));
    RoleOfPerson role{.id = readId(parts, "id"_L1),
                      .slug = parts.optionalText("slug"_L1, {}).value_or(QString()),
                      .name = parts.text("name"_L1, {})};
    for (const base::FieldError &error : parts.errors())
        fields.addError("role"_L1, QLatin1StringView(error.code.toLatin1()), error.message);
    if (role.slug.isEmpty())
        role.slug = role.id;
    return role;
}

PersonAnswer readPerson(JsonFields &fields)
{
    return {.id = readId(fields, "id"_L1),
            .email = fields.optionalText("email"_L1, addressLimits).value_or(QString()),
            .firstName = fields.optionalText("first_name"_L1, {}).value_or(QString()),
            .lastName = fields.optionalText("last_name"_L1, {}).value_or(QString()),
            .createdAt = fields.time("createdAt"_L1),
            .totpEnabled = fields.optionalFlag("totpEnabled"_L1).value_or(false),
            .role = readRole(fields)};
}

KeyAnswer readKey(JsonFields &fields)
{
    const QString shown = fields.text("key"_L1, {});
    return {.id = readId(fields, "id"_L1),
            .name = fields.text("name"_L1, {}),
            .prefix = shown.section(u'*', 0, 0),
            .createdAt = fields.time("createdAt"_L1),
            .expiresAt = fields.time("expiresAt"_L1)};
}

QList<base::Secret> readCodes(JsonFields &fields)
{
    QList<base::Secret> codes;
    for (const QString &code : fields.texts("backupCodes"_L1, mostCodes))
        codes.append(base::Secret::fromString(code));
    return codes;
}

bool isCookieLetter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
           || (letter >= '0' && letter <= '9') || QByteArrayView("-._~+/=%").contains(letter);
}

} // namespace

Result<bool> decodeNeedsSetup(const QByteArray &body)
{
    return readObject<bool>(body, [](JsonFields &fields) { return fields.flag("needsSetup"_L1); });
}

Result<SignInAnswer> decodeSignIn(const QByteArray &body)
{
    return readObject<SignInAnswer>(body, [](JsonFields &fields) {
        SignInAnswer answer;
        answer.requiresMfa = fields.optionalFlag("requiresMfa"_L1).value_or(false);
        answer.enrollmentRequired = fields.optionalFlag("enrollmentRequired"_L1).value_or(false);
        if (answer.requiresMfa)
            return answer;
        answer.accessToken = fields.secret("accessToken"_L1);
        if (!fields.hasErrors() && answer.accessToken.isEmpty())
            fields.addError("accessToken"_L1, "too_short"_L1, {});
        answer.mfaEnrollmentRequired =
            fields.optionalFlag("mfa_enrollment_required"_L1).value_or(false);
        if (fields.has("backupCodes"_L1))
            answer.backupCodes = readCodes(fields);
        return answer;
    });
}

Result<PersonAnswer> decodePerson(const QByteArray &body)
{
    return readObject<PersonAnswer>(body, &readPerson);
}

Result<QList<PersonAnswer>> decodePeople(const QByteArray &body)
{
    return readList<PersonAnswer>(body, mostPeople, &readPerson);
}

Result<QList<KeyAnswer>> decodeKeys(const QByteArray &body)
{
    return readList<KeyAnswer>(body, mostKeys, &readKey);
}

Result<base::Secret> decodeNewKeyAnswer(const QByteArray &body)
{
    return readObject<base::Secret>(body, [](JsonFields &fields) {
        base::Secret key = fields.secret("key"_L1);
        if (!fields.hasErrors() && key.isEmpty())
            fields.addError("key"_L1, "too_short"_L1, {});
        return key;
    });
}

Result<MfaStatus> decodeMfaStatus(const QByteArray &body)
{
    return readObject<MfaStatus>(body, [](JsonFields &fields) {
        return MfaStatus{.totpEnabled = fields.flag("totpEnabled"_L1),
                         .enrolledAt = fields.optionalTime("enrolledAt"_L1)};
    });
}

Result<TotpSetup> decodeTotpSetup(const QByteArray &body)
{
    return readObject<TotpSetup>(body, [](JsonFields &fields) {
        TotpSetup setup{.uri = fields.secret("otpAuthUrl"_L1), .key = {}};
        const QUrl uri(setup.uri.toString());
        setup.key = base::Secret::fromString(QUrlQuery(uri).queryItemValue(u"secret"_s));
        if (!fields.hasErrors() && (uri.scheme() != "otpauth"_L1 || setup.key.isEmpty()))
            fields.addError("otpAuthUrl"_L1, "pattern"_L1, {});
        return setup;
    });
}

Result<QList<base::Secret>> decodeBackupCodes(const QByteArray &body)
{
    return readObject<QList<base::Secret>>(body, &readCodes);
}

base::Secret pendingOf(const QByteArray &setCookie)
{
    const QByteArray start = pendingCookieName.toByteArray() + '=';
    for (const QByteArray &line : setCookie.split('\n')) {
        const QByteArray cookie = line.trimmed();
        if (!cookie.startsWith(start))
            continue;
        QByteArray value = cookie.sliced(start.size()).split(';').first().trimmed();
        const bool isFit =
            value.size() <= longestCookie && std::ranges::all_of(value, &isCookieLetter);
        return isFit ? base::Secret(std::move(value)) : base::Secret();
    }
    return {};
}

} // namespace authdesk::systems::openarchiver::messages
