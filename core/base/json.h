// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads JSON objects strictly: every field that is missing or wrong is remembered by its name, so
// that one answer can name them all. Plain values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <optional>

namespace authdesk::base {

/// Parses a body that must be one JSON object. Malformed for anything else, for nesting deeper than
/// 32, for text that is not UTF-8 and for an object that names a key twice at its top level.
[[nodiscard]] Result<QJsonObject> parseJsonObject(const QByteArray &body);

/// "YYYY-MM-DDTHH:MM:SSZ"; null for an invalid time.
[[nodiscard]] QJsonValue timeToJson(const QDateTime &time);
[[nodiscard]] QJsonValue timeToJson(const std::optional<QDateTime> &time);
/// A date with a time and a zone (RFC 3339), in UTC; nullopt for anything else.
[[nodiscard]] std::optional<QDateTime> timeFromText(const QString &text);

/// What a mistake in the other side's answer is called: UnexpectedAnswer, with the fields in
/// `detail`. For the decoders of answers, which share their readers with those of requests.
[[nodiscard]] std::unexpected<Error> unexpectedAnswer(const Error &problem);

class JsonFields final
{
public:
    struct TextLimits
    {
        qsizetype atLeast = 0; ///< in Unicode code points
        qsizetype atMost = 255;
    };

    explicit JsonFields(QJsonObject object);

    [[nodiscard]] bool has(QLatin1StringView key) const;
    /// A string without control characters; records "required", "wrong_type", "too_short",
    /// "too_long" or "not_printable" and returns an empty one otherwise.
    [[nodiscard]] QString text(QLatin1StringView key, TextLimits limits);
    /// As text(), but absent and null are nullopt without an error.
    [[nodiscard]] std::optional<QString> optionalText(QLatin1StringView key, TextLimits limits);
    /// Any string up to 4,096 bytes, taken byte-exact; "required" when absent.
    [[nodiscard]] Secret secret(QLatin1StringView key);
    [[nodiscard]] std::optional<Secret> optionalSecret(QLatin1StringView key);
    [[nodiscard]] std::optional<bool> optionalFlag(QLatin1StringView key);

    /// A required true or false; records "required" or "wrong_type".
    [[nodiscard]] bool flag(QLatin1StringView key);
    /// A whole number in [atLeast, atMost]; records "required", "wrong_type" or "out_of_range".
    [[nodiscard]] qint64 integer(QLatin1StringView key, qint64 atLeast, qint64 atMost);
    [[nodiscard]] std::optional<qint64> optionalInteger(QLatin1StringView key, qint64 atLeast,
                                                        qint64 atMost);
    /// As timeFromText(); records "required", "wrong_type" or "not_a_time".
    [[nodiscard]] QDateTime time(QLatin1StringView key);
    [[nodiscard]] std::optional<QDateTime> optionalTime(QLatin1StringView key);
    /// A required array of at most `atMost` elements; records "required", "wrong_type", "too_long".
    [[nodiscard]] QJsonArray array(QLatin1StringView key, qsizetype atMost);
    /// A required array of short strings, read as text() reads them.
    [[nodiscard]] QStringList texts(QLatin1StringView key, qsizetype atMost);
    [[nodiscard]] QJsonObject object(QLatin1StringView key);
    [[nodiscard]] bool isNull(QLatin1StringView key) const;
    /// Records "unknown_field" for every field that is not among `known`.
    void refuseOthers(std::initializer_list<QLatin1StringView> known);

    void addError(QLatin1StringView key, QLatin1StringView code, const QString &message);
    [[nodiscard]] bool hasErrors() const { return !m_errors.isEmpty(); }
    [[nodiscard]] const QList<FieldError> &errors() const { return m_errors; }
    /// InvalidFields with everything recorded so far.
    [[nodiscard]] std::unexpected<Error> failure() const;

private:
    QJsonObject m_object;
    QList<FieldError> m_errors;
};

} // namespace authdesk::base
