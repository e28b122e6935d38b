// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/signincheck.h"

#include "core/base/json.h"

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

constexpr int mostWrong = 1'000'000;
constexpr int farthestClock = 24 * 60 * 60;
constexpr int mostTries = 200;

QJsonObject encodeReason(const model::SignInReason &reason)
{
    return {{u"code"_s, QString(model::signInObstacleName(reason.obstacle))},
            {u"cure"_s, QString(model::signInCureName(reason.cure))},
            {u"at"_s, base::timeToJson(reason.at)},
            {u"until"_s, base::timeToJson(reason.until)},
            {u"by"_s, reason.by},
            {u"address"_s, reason.address},
            {u"wrong_passwords"_s, reason.wrongPasswords},
            {u"wrong_codes"_s, reason.wrongCodes}};
}

Result<model::SignInReason> decodeReason(const QJsonObject &object)
{
    JsonFields fields(object);
    model::SignInReason reason;
    const auto obstacle = model::signInObstacleFromName(fields.text("code"_L1, {}));
    const auto cure = model::signInCureFromName(fields.text("cure"_L1, {}));
    if (!obstacle)
        fields.addError("code"_L1, "unknown_value"_L1, {});
    if (!cure)
        fields.addError("cure"_L1, "unknown_value"_L1, {});
    reason.at = fields.optionalTime("at"_L1);
    reason.until = fields.optionalTime("until"_L1);
    reason.by = fields.text("by"_L1, {});
    reason.address = fields.text("address"_L1, {});
    reason.wrongPasswords = int(fields.integer("wrong_passwords"_L1, 0, mostWrong));
    reason.wrongCodes = int(fields.integer("wrong_codes"_L1, 0, mostWrong));
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    reason.obstacle = *obstacle;
    reason.cure = *cure;
    return reason;
}

Result<model::SignInTry> decodeTry(const QJsonObject &object)
{
    JsonFields fields(object);
    model::SignInTry one{.at = fields.time("at"_L1),
                         .succeeded = fields.text("result"_L1, {}) == "ok"_L1,
                         .reason = fields.text("reason"_L1, {}),
                         .system = fields.text("system"_L1, {}),
                         .address = fields.text("address"_L1, {})};
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return one;
}

Result<model::ClockOffset> decodeClock(const QJsonObject &object)
{
    JsonFields fields(object);
    model::ClockOffset clock{
        .seconds = int(fields.integer("offset_seconds"_L1, -farthestClock, farthestClock)),
        .seenAt = fields.time("seen_at"_L1)};
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return clock;
}

} // namespace

QJsonObject encode(const model::SignInCheck &check)
{
    QJsonArray tries;
    for (const model::SignInTry &one : check.tries) {
        tries.append(QJsonObject{{u"at"_s, base::timeToJson(one.at)},
                                 {u"result"_s, one.succeeded ? u"ok"_s : u"refused"_s},
                                 {u"reason"_s, one.reason},
                                 {u"system"_s, one.system},
                                 {u"address"_s, one.address}});
    }
    QJsonObject object{{u"can_sign_in"_s, !check.reason.has_value()},
                       {u"reason"_s, QJsonValue::Null},
                       {u"must_change_password"_s, check.mustChangePassword},
                       {u"clock"_s, QJsonValue::Null},
                       {u"tries"_s, tries}};
    if (check.reason)
        object[u"reason"_s] = encodeReason(*check.reason);
    if (check.clock) {
        object[u"clock"_s] = QJsonObject{{u"offset_seconds"_s, check.clock->seconds},
                                         {u"seen_at"_s, base::timeToJson(check.clock->seenAt)}};
    }
    return object;
}

Result<model::SignInCheck> decodeSignInCheck(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    model::SignInCheck check;
    check.mustChangePassword = fields.flag("must_change_password"_L1);
    const bool canSignIn = fields.flag("can_sign_in"_L1);
    const QJsonArray tries = fields.array("tries"_L1, mostTries);
    if (canSignIn != fields.isNull("reason"_L1))
        fields.addError("reason"_L1, "not_allowed"_L1, {});
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    if (!canSignIn) {
        auto reason = decodeReason(fields.object("reason"_L1));
        if (!reason)
            return std::unexpected(reason.error());
        check.reason = *std::move(reason);
    }
    if (object->value("clock"_L1).isObject()) {
        const auto clock = decodeClock(fields.object("clock"_L1));
        if (!clock)
            return std::unexpected(clock.error());
        check.clock = *clock;
    }
    for (const QJsonValue value : tries) {
        auto one = decodeTry(value.toObject());
        if (!one)
            return std::unexpected(one.error());
        check.tries.append(*std::move(one));
    }
    return check;
}

QJsonObject encode(const ResetMfaRequest &request)
{
    QJsonObject object;
    if (!request.recognisedBy.isEmpty())
        object.insert(u"recognised_by"_s, request.recognisedBy);
    return object;
}

Result<ResetMfaRequest> decodeResetMfaRequest(const QByteArray &body)
{
    if (body.isEmpty())
        return ResetMfaRequest();
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    fields.refuseOthers({"recognised_by"_L1});
    ResetMfaRequest request{
        .recognisedBy =
            fields.optionalText("recognised_by"_L1, {.atMost = 255}).value_or(QString())};
    if (fields.hasErrors())
        return fields.failure();
    return request;
}

} // namespace authdesk::systems::own::messages
