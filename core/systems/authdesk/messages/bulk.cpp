// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/bulk.h"

#include "core/base/json.h"
#include "core/systems/authdesk/messages/errors.h"

#include <QtCore/QSet>

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;
using model::BulkAction;

namespace {

constexpr qint64 largestPersonId = 1LL << 53;
constexpr JsonFields::TextLimits shortText{.atMost = 255};

QList<qint64> idsOf(JsonFields &fields)
{
    QList<qint64> ids;
    QSet<qint64> seen;
    for (const QJsonValue element : fields.array("ids"_L1, model::mostPeopleAtOnce)) {
        const qint64 id = element.toInteger();
        if (id < 1 || id > largestPersonId || seen.contains(id)) {
            fields.addError("ids"_L1, "not_allowed"_L1,
                            u"This field must be a list of ids, each once."_s);
            return {};
        }
        seen.insert(id);
        ids.append(id);
    }
    if (ids.isEmpty() && !fields.hasErrors())
        fields.addError("ids"_L1, "required"_L1, u"Name at least one person."_s);
    return ids;
}

Result<BulkFilter> filterOf(const QJsonObject &object)
{
    JsonFields fields(object);
    fields.refuseOthers({"search"_L1, "role"_L1, "status"_L1, "mfa"_L1});
    BulkFilter filter{.search = fields.optionalText("search"_L1, shortText).value_or(QString()),
                      .roleSlug = fields.optionalText("role"_L1, shortText).value_or(QString()),
                      .status = std::nullopt,
                      .mfa = fields.optionalFlag("mfa"_L1)};
    if (const auto name = fields.optionalText("status"_L1, shortText)) {
        filter.status = model::userStatusFromName(*name);
        if (!filter.status)
            fields.addError("status"_L1, "not_allowed"_L1,
                            u"This must be active, disabled, locked or invited."_s);
    }
    // Everybody is meant by nobody who left the filter empty by mistake.
    if (filter == BulkFilter{} && !fields.hasErrors())
        fields.addError("filter"_L1, "required"_L1, u"Say what the filter asks for."_s);
    if (fields.hasErrors())
        return fields.failure();
    return filter;
}

BulkAction actionOf(JsonFields &fields)
{
    const QString name = fields.text("action"_L1, shortText);
    const auto action = model::bulkActionFromName(name);
    if (!action && !name.isEmpty())
        fields.addError("action"_L1, "not_allowed"_L1, u"There is no such action."_s);
    return action.value_or(BulkAction::Disable);
}

QString roleOf(JsonFields &fields, BulkAction action)
{
    if (action == BulkAction::SetRole)
        return fields.text("role"_L1, {.atLeast = 1, .atMost = 255});
    if (fields.has("role"_L1))
        fields.addError("role"_L1, "not_allowed"_L1, u"Only set_role takes a role."_s);
    return {};
}

QJsonObject encodeFilter(const BulkFilter &filter)
{
    QJsonObject object;
    if (!filter.search.isEmpty())
        object.insert(u"search"_s, filter.search);
    if (!filter.roleSlug.isEmpty())
        object.insert(u"role"_s, filter.roleSlug);
    if (filter.status)
        object.insert(u"status"_s, QString(model::userStatusName(*filter.status)));
    if (filter.mfa)
        object.insert(u"mfa"_s, *filter.mfa);
    return object;
}

QJsonObject encodeResult(const BulkResult &result)
{
    QJsonObject object;
    if (result.error)
        object = encodeError(*result.error);
    else if (result.oneTimeSecret)
        object = encode(*result.oneTimeSecret, result.kind);
    object.insert(u"id"_s, result.id);
    object.insert(u"ok"_s, !result.error.has_value());
    return object;
}

Result<BulkResult> resultOf(const QJsonObject &object)
{
    JsonFields fields(object);
    BulkResult result{.id = fields.integer("id"_L1, 1, largestPersonId)};
    const bool isDone = fields.flag("ok"_L1);
    if (!isDone)
        result.error = decodeError(object);
    for (const OneTimeKind kind : {OneTimeKind::Password, OneTimeKind::Code}) {
        const auto secret = fields.optionalSecret(
            kind == OneTimeKind::Password ? "one_time_password"_L1 : "one_time_code"_L1);
        if (!secret)
            continue;
        result.kind = kind;
        result.oneTimeSecret =
            OneTimeSecret{.secret = *secret, .expiresAt = fields.time("expires_at"_L1)};
    }
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return result;
}

} // namespace

QJsonObject encode(const BulkRequest &request)
{
    QJsonObject object{{u"action"_s, QString(model::bulkActionName(request.action))}};
    if (request.filter) {
        object.insert(u"filter"_s, encodeFilter(*request.filter));
    } else {
        QJsonArray ids;
        for (const qint64 id : request.ids)
            ids.append(id);
        object.insert(u"ids"_s, ids);
    }
    if (request.action == BulkAction::SetRole)
        object.insert(u"role"_s, request.roleSlug);
    return object;
}

QJsonObject encodeBulkResults(const QList<BulkResult> &results)
{
    QJsonArray rows;
    for (const BulkResult &result : results)
        rows.append(encodeResult(result));
    return {{u"results"_s, rows}};
}

Result<BulkRequest> decodeBulkRequest(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    fields.refuseOthers({"ids"_L1, "filter"_L1, "action"_L1, "role"_L1});
    BulkRequest request{.action = actionOf(fields)};
    request.roleSlug = roleOf(fields, request.action);
    if (!fields.has("filter"_L1)) {
        request.ids = idsOf(fields);
    } else if (fields.has("ids"_L1)) {
        fields.addError("filter"_L1, "not_allowed"_L1, u"Give either ids or a filter."_s);
    } else {
        const QJsonObject wanted = fields.object("filter"_L1);
        if (!fields.hasErrors()) {
            auto filter = filterOf(wanted);
            if (!filter)
                return std::unexpected(filter.error());
            request.filter = *std::move(filter);
        }
    }
    if (fields.hasErrors())
        return fields.failure();
    return request;
}

Result<QList<BulkResult>> decodeBulkResults(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    QList<BulkResult> results;
    for (const QJsonValue row : fields.array("results"_L1, model::mostPeopleAtOnce)) {
        auto result = resultOf(row.toObject());
        if (!result)
            return std::unexpected(result.error());
        results.append(*std::move(result));
    }
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return results;
}

} // namespace authdesk::systems::own::messages
