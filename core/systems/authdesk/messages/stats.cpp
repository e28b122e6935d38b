// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/stats.h"

#include "core/base/json.h"

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

constexpr qint64 largestCount = 1LL << 53;
constexpr qsizetype mostListeners = 100;
constexpr qsizetype mostSignInHours = 24 * 31;
constexpr qsizetype mostConcerns = 100;

QJsonObject encodeFacts(const model::ServerFacts &server)
{
    QJsonArray listeners;
    for (const model::ListenerAddress &listener : server.listeners) {
        listeners.append(
            QJsonObject{{u"url"_s, listener.url.toString(QUrl::FullyEncoded)},
                        {u"system"_s, listener.system.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                                : QJsonValue(listener.system)}});
    }
    return {{u"name"_s, server.name},
            {u"version"_s, server.version},
            {u"started_at"_s, base::timeToJson(server.startedAt)},
            {u"database"_s, server.databaseEngine},
            {u"listeners"_s, listeners}};
}

QJsonObject encodeCounts(const model::UserCounts &users)
{
    return {{u"total"_s, users.total()},
            {u"active"_s, users.active},
            {u"disabled"_s, users.disabled},
            {u"locked"_s, users.locked},
            {u"invited"_s, users.invited},
            {u"with_second_factor"_s, users.withSecondFactor},
            {u"without_second_factor"_s, users.withoutSecondFactor()},
            {u"may_manage_users"_s, users.mayManageUsers}};
}

QJsonArray encodeSignIns(const QList<model::SignInHour> &hours)
{
    QJsonArray array;
    for (const model::SignInHour &hour : hours) {
        array.append(QJsonObject{{u"from"_s, base::timeToJson(hour.from)},
                                 {u"succeeded"_s, hour.succeeded},
                                 {u"refused"_s, hour.refused}});
    }
    return array;
}

QJsonArray encodeAttention(const QList<model::Attention> &attention)
{
    QJsonArray array;
    for (const model::Attention &one : attention) {
        QJsonObject object{{u"code"_s, model::concernName(one.concern)}};
        if (one.count > 0)
            object.insert(u"count"_s, one.count);
        array.append(object);
    }
    return array;
}

qint64 countIn(JsonFields &fields, QLatin1StringView key)
{
    return fields.integer(key, 0, largestCount);
}

Result<model::ListenerAddress> decodeListener(const QJsonObject &object)
{
    JsonFields fields(object);
    const QString address = fields.text("url"_L1, {.atLeast = 1, .atMost = 2048});
    const model::ListenerAddress listener{
        .url = QUrl(address, QUrl::StrictMode),
        .system = fields.optionalText("system"_L1, {}).value_or(QString())};
    if (!address.isEmpty()
        && (!listener.url.isValid() || !listener.url.scheme().startsWith("http"_L1)))
        fields.addError("url"_L1, "not_allowed"_L1, {});
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return listener;
}

Result<model::ServerFacts> decodeFacts(const QJsonObject &object)
{
    JsonFields fields(object);
    model::ServerFacts server{.name = fields.text("name"_L1, {}),
                              .version = fields.text("version"_L1, {}),
                              .startedAt = fields.time("started_at"_L1),
                              .databaseEngine = fields.text("database"_L1, {}),
                              .listeners = {}};
    const QJsonArray listeners = fields.array("listeners"_L1, mostListeners);
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    for (const QJsonValue value : listeners) {
        auto listener = decodeListener(value.toObject());
        if (!listener)
            return std::unexpected(listener.error());
        server.listeners.append(*std::move(listener));
    }
    return server;
}

Result<model::UserCounts> decodeCounts(const QJsonObject &object)
{
    JsonFields fields(object);
    const model::UserCounts users{.active = countIn(fields, "active"_L1),
                                  .disabled = countIn(fields, "disabled"_L1),
                                  .locked = countIn(fields, "locked"_L1),
                                  .invited = countIn(fields, "invited"_L1),
                                  .withSecondFactor = countIn(fields, "with_second_factor"_L1),
                                  .mayManageUsers = countIn(fields, "may_manage_users"_L1)};
    // What is told twice is told alike.
    if (countIn(fields, "total"_L1) != users.total())
        fields.addError("total"_L1, "not_allowed"_L1, {});
    if (countIn(fields, "without_second_factor"_L1) != users.withoutSecondFactor())
        fields.addError("without_second_factor"_L1, "not_allowed"_L1, {});
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return users;
}

Result<model::SignInHour> decodeHour(const QJsonObject &object)
{
    JsonFields fields(object);
    const model::SignInHour hour{.from = fields.time("from"_L1),
                                 .succeeded = countIn(fields, "succeeded"_L1),
                                 .refused = countIn(fields, "refused"_L1)};
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return hour;
}

/// A code that is not known here is nullopt.
Result<std::optional<model::Attention>> decodeAttention(const QJsonObject &object)
{
    JsonFields fields(object);
    const auto concern = model::concernFromName(fields.text("code"_L1, {.atLeast = 1}));
    const qint64 count = fields.optionalInteger("count"_L1, 0, largestCount).value_or(0);
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    if (!concern)
        return std::nullopt;
    return model::Attention{.concern = *concern, .count = count};
}

Result<void> decodeLists(const QJsonArray &hours, const QJsonArray &attention,
                         model::ServerStats &stats)
{
    for (const QJsonValue value : hours) {
        auto hour = decodeHour(value.toObject());
        if (!hour)
            return std::unexpected(hour.error());
        stats.signIns.append(*std::move(hour));
    }
    for (const QJsonValue value : attention) {
        const auto one = decodeAttention(value.toObject());
        if (!one)
            return std::unexpected(one.error());
        if (*one)
            stats.attention.append(**one);
    }
    return {};
}

} // namespace

QJsonObject encode(const model::ServerStats &stats)
{
    return {{u"server"_s, encodeFacts(stats.server)},
            {u"users"_s, encodeCounts(stats.users)},
            {u"open_sessions"_s, stats.openSessions},
            {u"sign_ins"_s, encodeSignIns(stats.signIns)},
            {u"attention"_s, encodeAttention(stats.attention)}};
}

Result<model::ServerStats> decodeServerStats(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    model::ServerStats stats;
    stats.openSessions = countIn(fields, "open_sessions"_L1);
    const QJsonArray hours = fields.array("sign_ins"_L1, mostSignInHours);
    const QJsonArray attention = fields.array("attention"_L1, mostConcerns);
    const QJsonObject serverObject = fields.object("server"_L1);
    const QJsonObject usersObject = fields.object("users"_L1);
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    auto server = decodeFacts(serverObject);
    if (!server)
        return std::unexpected(server.error());
    const auto users = decodeCounts(usersObject);
    if (!users)
        return std::unexpected(users.error());
    stats.server = *std::move(server);
    stats.users = *users;
    if (auto lists = decodeLists(hours, attention, stats); !lists)
        return std::unexpected(lists.error());
    return stats;
}

} // namespace authdesk::systems::own::messages
