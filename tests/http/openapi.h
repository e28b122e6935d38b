// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Holds answers against an OpenAPI document: the part of JSON Schema that ours use. Plain values.
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

namespace authdesk::tests {

class OpenApi final
{
public:
    explicit OpenApi(const QByteArray &document)
        : m_document(QJsonDocument::fromJson(document).object())
    {
    }

    [[nodiscard]] QJsonObject paths() const { return m_document.value(key("paths")).toObject(); }

    /// The operation of a real path; empty when none is described.
    [[nodiscard]] QJsonObject operation(const QByteArray &method, const QByteArray &path) const
    {
        const QJsonObject all = paths();
        const QString plain = QString::fromUtf8(path.split('?').first());
        for (auto entry = all.begin(); entry != all.end(); ++entry) {
            if (fits(entry.key(), plain))
                return entry.value()
                    .toObject()
                    .value(QString::fromLatin1(method.toLower()))
                    .toObject();
        }
        return {};
    }

    /// What is wrong with an answer; empty when it is as described. Of a body that is not JSON only
    /// the type is looked at; without a type it is taken for JSON.
    [[nodiscard]] QString complaint(const QJsonObject &operation, int status,
                                    const QByteArray &body, const QString &contentType = {}) const
    {
        const QString name = QString::number(status);
        const QJsonObject responses = operation.value(key("responses")).toObject();
        if (!responses.contains(name))
            return QStringLiteral("status %1 is not described").arg(status);
        const QJsonObject response = resolved(responses.value(name).toObject());
        const QJsonObject content = response.value(key("content")).toObject();
        if (!contentType.isEmpty() && !content.isEmpty() && !content.contains(contentType))
            return QStringLiteral("a body of type %1 is not described").arg(contentType);
        if (!contentType.isEmpty() && contentType != key("application/json"))
            return {}; // Its type is all that the document says.
        const QJsonObject schema =
            content.value(key("application/json")).toObject().value(key("schema")).toObject();
        if (schema.isEmpty())
            return body.isEmpty() ? QString() : QStringLiteral("a body where none is described");
        const QJsonDocument parsed = QJsonDocument::fromJson(body);
        QJsonValue value = parsed.isArray() ? QJsonValue(parsed.array()) : parsed.object();
        if (body.trimmed() == "null")
            value = QJsonValue::Null;
        return check(schema, value, QStringLiteral("body"));
    }

private:
    static QString key(const char *name) { return QString::fromLatin1(name); }

    static bool fits(const QString &pattern, const QString &path)
    {
        const QStringList wanted = pattern.split(u'/');
        const QStringList given = path.split(u'/');
        if (wanted.size() != given.size())
            return false;
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            if (!wanted[i].startsWith(u'{') && wanted[i] != given[i])
                return false;
        }
        return true;
    }

    QJsonObject resolved(const QJsonObject &object) const
    {
        const QString reference = object.value(key("$ref")).toString();
        if (reference.isEmpty())
            return object;
        QJsonObject found = m_document;
        for (const QString &part : reference.mid(2).split(u'/'))
            found = found.value(part).toObject();
        return found;
    }

    static QString typeOf(const QJsonValue &value)
    {
        switch (value.type()) {
        case QJsonValue::Null:
            return key("null");
        case QJsonValue::Bool:
            return key("boolean");
        case QJsonValue::Double:
            return value.toInteger(0) == value.toInteger(1) ? key("integer") : key("number");
        case QJsonValue::String:
            return key("string");
        case QJsonValue::Array:
            return key("array");
        case QJsonValue::Object:
            return key("object");
        case QJsonValue::Undefined:
            break;
        }
        return key("nothing");
    }

    QString check(const QJsonObject &given, const QJsonValue &value, const QString &where) const
    {
        const QJsonObject schema = resolved(given);
        if (schema.contains(key("oneOf"))) {
            int fitting = 0;
            QString last;
            for (const QJsonValue choice : schema.value(key("oneOf")).toArray()) {
                const QString problem = check(choice.toObject(), value, where);
                fitting += problem.isEmpty() ? 1 : 0;
                last = problem.isEmpty() ? last : problem;
            }
            return fitting == 1
                       ? QString()
                       : QStringLiteral("%1 fits %2 choices; %3").arg(where).arg(fitting).arg(last);
        }
        if (schema.contains(key("const")) && schema.value(key("const")) != value)
            return where + key(" is not the constant");
        const QJsonValue type = schema.value(key("type"));
        const QString actual = typeOf(value);
        if (type.isString() && type.toString() != actual)
            return where + key(" is of type ") + actual;
        if (type.isArray() && !type.toArray().contains(actual))
            return where + key(" is of type ") + actual;
        if (schema.contains(key("enum")) && !schema.value(key("enum")).toArray().contains(value))
            return where + key(" is not among the values");
        if (value.isArray())
            return checkItems(schema, value.toArray(), where);
        return value.isObject() ? checkMembers(schema, value.toObject(), where) : QString();
    }

    QString checkItems(const QJsonObject &schema, const QJsonArray &items,
                       const QString &where) const
    {
        for (const QJsonValue item : items) {
            const QString problem =
                check(schema.value(key("items")).toObject(), item, where + key("[]"));
            if (!problem.isEmpty())
                return problem;
        }
        return {};
    }

    QString checkMembers(const QJsonObject &schema, const QJsonObject &object,
                         const QString &where) const
    {
        for (const QJsonValue name : schema.value(key("required")).toArray()) {
            if (!object.contains(name.toString()))
                return where + u'.' + name.toString() + key(" is missing");
        }
        const QJsonObject known = schema.value(key("properties")).toObject();
        const QJsonValue others = schema.value(key("additionalProperties"));
        for (auto member = object.begin(); member != object.end(); ++member) {
            const QString name = where + u'.' + member.key();
            if (!known.contains(member.key()) && others.isBool() && !others.toBool())
                return name + key(" is not described");
            const QJsonObject inner = known.contains(member.key())
                                          ? known.value(member.key()).toObject()
                                          : others.toObject();
            const QString problem = check(inner, member.value(), name);
            if (!problem.isEmpty())
                return problem;
        }
        return {};
    }

    QJsonObject m_document;
};

} // namespace authdesk::tests
