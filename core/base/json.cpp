// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QStringDecoder>

#include <algorithm>

namespace authdesk::base {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 32;
constexpr qsizetype longestSecret = 4096;

/// Walks the text once, outside strings counting brackets, and collects the top level's keys.
/// QJsonDocument keeps only the last of two equal keys, and nests to 1,024.
class Outline final
{
public:
    explicit Outline(QByteArrayView text)
    {
        int depth = 0;
        bool inString = false;
        qsizetype stringStart = 0;
        for (qsizetype i = 0; i < text.size() && m_fits; ++i) {
            const char c = text[i];
            if (inString) {
                if (c == '\\')
                    ++i;
                else if (c == '"') {
                    inString = false;
                    m_lastString = text.sliced(stringStart, i - stringStart);
                }
            } else if (c == '"') {
                inString = true;
                stringStart = i + 1;
            } else if (c == '{' || c == '[') {
                m_fits = ++depth <= deepest;
            } else if (c == '}' || c == ']') {
                --depth;
            } else if (c == ':' && depth == 1) {
                const QByteArray key = m_lastString.toByteArray();
                m_repeats = m_repeats || m_keys.contains(key);
                m_keys.insert(key);
            }
        }
    }

    [[nodiscard]] bool isAcceptable() const { return m_fits && !m_repeats; }

private:
    QByteArrayView m_lastString;
    QSet<QByteArray> m_keys;
    bool m_fits = true;
    bool m_repeats = false;
};

bool isPrintable(const QString &text)
{
    return std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

Result<QJsonObject> parseJsonObject(const QByteArray &body)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString decoded = decoder(body);
    if (decoder.hasError() || body.contains('\0'))
        return fail(ErrorCode::Malformed, u"The body is not UTF-8 text."_s);
    if (!Outline(body).isAcceptable())
        return fail(ErrorCode::Malformed, u"The JSON nests too deeply or names a field twice."_s);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(ErrorCode::Malformed, u"The body is not valid JSON."_s,
                    u"%1 at %2"_s.arg(problem.errorString()).arg(problem.offset));
    if (!document.isObject())
        return fail(ErrorCode::Malformed, u"The body must be a JSON object."_s);
    return document.object();
}

QJsonValue timeToJson(const QDateTime &time)
{
    if (!time.isValid())
        return QJsonValue::Null;
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
}

QJsonValue timeToJson(const std::optional<QDateTime> &time)
{
    return time ? timeToJson(*time) : QJsonValue(QJsonValue::Null);
}

std::optional<QDateTime> timeFromText(const QString &text)
{
    static const QRegularExpression form(
        u"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})\\z"_s);
    if (!form.match(text).hasMatch())
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return time.toUTC();
}

std::unexpected<Error> unexpectedAnswer(const Error &problem)
{
    QStringList names;
    for (const FieldError &field : problem.fields)
        names.append(u"%1: %2"_s.arg(field.field, field.code));
    return fail(ErrorCode::UnexpectedAnswer,
                u"The server answered something that this program does not understand."_s,
                names.isEmpty() ? problem.message : names.join(u", "_s));
}

JsonFields::JsonFields(QJsonObject object)
    : m_object(std::move(object))
{
}

bool JsonFields::has(QLatin1StringView key) const
{
    return m_object.contains(key);
}

QString JsonFields::text(QLatin1StringView key, TextLimits limits)
{
    if (!m_object.contains(key) || m_object.value(key).isNull()) {
        addError(key, "required"_L1, u"This field is required."_s);
        return {};
    }
    return optionalText(key, limits).value_or(QString());
}

std::optional<QString> JsonFields::optionalText(QLatin1StringView key, TextLimits limits)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isString()) {
        addError(key, "wrong_type"_L1, u"This field must be text."_s);
        return std::nullopt;
    }
    const QString text = value.toString();
    const qsizetype length = text.toUcs4().size();
    if (length < limits.atLeast)
        addError(key, "too_short"_L1,
                 u"This field needs at least %1 characters."_s.arg(limits.atLeast));
    else if (length > limits.atMost)
        addError(key, "too_long"_L1,
                 u"This field takes at most %1 characters."_s.arg(limits.atMost));
    else if (!isPrintable(text))
        addError(key, "not_printable"_L1, u"This field must not hold control characters."_s);
    else
        return text;
    return std::nullopt;
}

Secret JsonFields::secret(QLatin1StringView key)
{
    if (!m_object.contains(key) || m_object.value(key).isNull()) {
        addError(key, "required"_L1, u"This field is required."_s);
        return {};
    }
    return optionalSecret(key).value_or(Secret());
}

std::optional<Secret> JsonFields::optionalSecret(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isString()) {
        addError(key, "wrong_type"_L1, u"This field must be text."_s);
        return std::nullopt;
    }
    QByteArray bytes = value.toString().toUtf8();
    if (bytes.size() > longestSecret) {
        wipe(bytes);
        addError(key, "too_long"_L1, u"This field is too long."_s);
        return std::nullopt;
    }
    return Secret(std::move(bytes));
}

std::optional<bool> JsonFields::optionalFlag(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isBool()) {
        addError(key, "wrong_type"_L1, u"This field must be true or false."_s);
        return std::nullopt;
    }
    return value.toBool();
}

bool JsonFields::flag(QLatin1StringView key)
{
    if (!m_object.contains(key) || isNull(key))
        addError(key, "required"_L1, u"This field is required."_s);
    return optionalFlag(key).value_or(false);
}

qint64 JsonFields::integer(QLatin1StringView key, qint64 atLeast, qint64 atMost)
{
    if (!m_object.contains(key) || isNull(key))
        addError(key, "required"_L1, u"This field is required."_s);
    return optionalInteger(key, atLeast, atMost).value_or(atLeast);
}

std::optional<qint64> JsonFields::optionalInteger(QLatin1StringView key, qint64 atLeast,
                                                  qint64 atMost)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    // toInteger() gives its default for a fraction and for what does not fit.
    const bool whole = value.isDouble() && value.toInteger(0) == value.toInteger(1);
    if (!whole) {
        addError(key, "wrong_type"_L1, u"This field must be a whole number."_s);
        return std::nullopt;
    }
    const qint64 number = value.toInteger();
    if (number < atLeast || number > atMost) {
        addError(key, "out_of_range"_L1,
                 u"This field must be between %1 and %2."_s.arg(atLeast).arg(atMost));
        return std::nullopt;
    }
    return number;
}

QDateTime JsonFields::time(QLatin1StringView key)
{
    if (!m_object.contains(key) || isNull(key))
        addError(key, "required"_L1, u"This field is required."_s);
    return optionalTime(key).value_or(QDateTime());
}

std::optional<QDateTime> JsonFields::optionalTime(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isString()) {
        addError(key, "wrong_type"_L1, u"This field must be a time as text."_s);
        return std::nullopt;
    }
    const std::optional<QDateTime> time = timeFromText(value.toString());
    if (!time)
        addError(key, "not_a_time"_L1, u"This field must look like 2026-01-31T12:00:00Z."_s);
    return time;
}

QJsonArray JsonFields::array(QLatin1StringView key, qsizetype atMost)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined() || value.isNull()) {
        addError(key, "required"_L1, u"This field is required."_s);
    } else if (!value.isArray()) {
        addError(key, "wrong_type"_L1, u"This field must be a list."_s);
    } else if (const QJsonArray elements = value.toArray(); elements.size() > atMost) {
        addError(key, "too_long"_L1, u"This field takes at most %1 entries."_s.arg(atMost));
    } else {
        return elements;
    }
    return {};
}

QStringList JsonFields::texts(QLatin1StringView key, qsizetype atMost)
{
    QStringList texts;
    for (const QJsonValue element : array(key, atMost)) {
        const QString text = element.toString();
        if (!element.isString() || text.size() > 255 || !isPrintable(text)) {
            addError(key, "wrong_type"_L1, u"This field must be a list of texts."_s);
            return {};
        }
        texts.append(text);
    }
    return texts;
}

QJsonObject JsonFields::object(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        addError(key, "required"_L1, u"This field is required."_s);
    else if (!value.isObject())
        addError(key, "wrong_type"_L1, u"This field must be an object."_s);
    return value.toObject();
}

bool JsonFields::isNull(QLatin1StringView key) const
{
    return m_object.value(key).isNull();
}

void JsonFields::refuseOthers(std::initializer_list<QLatin1StringView> known)
{
    for (auto field = m_object.constBegin(); field != m_object.constEnd(); ++field) {
        const QString name = field.key();
        if (std::none_of(known.begin(), known.end(),
                         [&name](QLatin1StringView other) { return name == other; })) {
            // The name is the caller's own text: kept short, and printable.
            const QString shown = isPrintable(name) ? name.left(64) : u"?"_s;
            m_errors.append(
                {shown, u"unknown_field"_s, u"This field is not known or not yours to set."_s});
        }
    }
}

void JsonFields::addError(QLatin1StringView key, QLatin1StringView code, const QString &message)
{
    m_errors.append({QString(key), QString(code), message});
}

std::unexpected<Error> JsonFields::failure() const
{
    return std::unexpected(Error{.code = ErrorCode::InvalidFields,
                                 .message = u"Some fields are missing or wrong."_s,
                                 .fields = m_errors});
}

} // namespace authdesk::base
