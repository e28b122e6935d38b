// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A slow, obvious evaluator of policies, written from the rules and not from core/policy: the
// measure that the real one is held to. It reads statements as JSON and compares texts.
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <optional>

namespace authdesk::tests {

/// A value as text that is the same for the same value, whatever kind of number it is.
[[nodiscard]] inline QString canonical(const QJsonValue &value)
{
    if (value.isDouble())
        return QStringLiteral("number ") + QString::number(value.toDouble(), 'g', 17);
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

struct SlowQuestion
{
    QString action;
    QString subject;
    std::optional<QJsonObject> resource;
    std::optional<QString> field;
    QJsonObject user; ///< the asking person's attributes
};

class SlowPolicy final
{
public:
    explicit SlowPolicy(QJsonArray statements)
        : m_statements(std::move(statements))
    {
    }

    /// Which statement decides; -1: none.
    [[nodiscard]] int deciding(const SlowQuestion &question) const
    {
        int last = -1;
        for (int i = 0; i < m_statements.size(); ++i) {
            if (matches(m_statements.at(i).toObject(), question))
                last = i;
        }
        return last;
    }

    [[nodiscard]] bool allows(const SlowQuestion &question) const
    {
        const int last = deciding(question);
        return last >= 0 && !isForbidding(m_statements.at(last).toObject());
    }

private:
    static QString key(const char *name) { return QString::fromLatin1(name); }

    static bool isForbidding(const QJsonObject &statement)
    {
        return statement.value(key("inverted")) == QJsonValue(true);
    }

    static QStringList names(const QJsonValue &value)
    {
        return value.isString() ? QStringList{value.toString()} : value.toVariant().toStringList();
    }

    static bool matches(const QJsonObject &statement, const SlowQuestion &question)
    {
        const QStringList actions = names(statement.value(key("action")));
        const QStringList subjects = names(statement.value(key("subject")));
        if (!actions.contains(question.action) && !actions.contains(key("manage")))
            return false;
        if (!subjects.contains(question.subject) && !subjects.contains(key("all")))
            return false;
        if (statement.contains(key("fields"))) {
            if (!question.field && isForbidding(statement))
                return false;
            if (question.field && !names(statement.value(key("fields"))).contains(*question.field))
                return false;
        }
        if (!statement.contains(key("conditions")))
            return true;
        if (!question.resource)
            return !isForbidding(statement);
        const QJsonObject conditions = statement.value(key("conditions")).toObject();
        for (const QString &field : conditions.keys()) {
            if (!isTrue(conditions.value(field), field, question))
                return false;
        }
        return true;
    }

    static bool isTrue(const QJsonValue &condition, const QString &field,
                       const SlowQuestion &question)
    {
        const QJsonObject operators =
            condition.isObject() ? condition.toObject() : QJsonObject{{key("$eq"), condition}};
        const std::optional<QJsonValue> actual = find(*question.resource, field.split(u'.'));
        for (const QString &name : operators.keys()) {
            QStringList wanted;
            const QJsonValue value = operators.value(name);
            if (name.endsWith(key("in"))) {
                for (const QJsonValue item : value.toArray())
                    wanted += filled(item, question.user);
            } else {
                wanted = filled(value, question.user);
            }
            const bool isThere = hasAny(actual, wanted);
            if (isThere == name.startsWith(key("$n")))
                return false;
        }
        return true;
    }

    /// What equals the value once the person's attributes are in it: one text, or none.
    static QStringList filled(const QJsonValue &value, const QJsonObject &user)
    {
        if (value.isArray()) {
            QStringList items;
            for (const QJsonValue item : value.toArray()) {
                const QStringList one = filled(item, user);
                if (one.isEmpty())
                    return {};
                items += one;
            }
            return {QStringLiteral("list ") + items.join(u'\n')};
        }
        if (!value.isString())
            return {canonical(value)};
        static const QRegularExpression place(QStringLiteral("\\$\\{user\\.([a-z_]+)\\}"));
        const QString text = value.toString();
        if (const auto all = place.match(text); all.hasMatch() && all.captured() == text) {
            const QJsonValue attribute = user.value(all.captured(1));
            return attribute.isNull() || attribute.isUndefined()
                       ? QStringList()
                       : QStringList{canonical(attribute)};
        }
        QString made;
        qsizetype at = 0;
        for (auto found = place.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch one = found.next();
            const QJsonValue attribute = user.value(one.captured(1));
            if (attribute.isNull() || attribute.isUndefined())
                return {};
            made += text.mid(at, one.capturedStart() - at)
                    + (attribute.isDouble() ? QString::number(attribute.toInteger())
                                            : attribute.toString());
            at = one.capturedEnd();
        }
        return {canonical(made + text.mid(at))};
    }

    /// nullopt: the resource has no such field.
    static std::optional<QJsonValue> find(const QJsonValue &value, QStringList path)
    {
        if (path.isEmpty())
            return value;
        const QString name = path.takeFirst();
        if (value.isObject()) {
            if (!value.toObject().contains(name))
                return std::nullopt;
            return find(value.toObject().value(name), path);
        }
        if (!value.isArray())
            return std::nullopt;
        QJsonArray all;
        for (const QJsonValue item : value.toArray()) {
            if (!item.isObject() || !item.toObject().contains(name))
                continue;
            const QJsonValue inner = item.toObject().value(name);
            if (inner.isArray()) {
                for (const QJsonValue one : inner.toArray())
                    all.append(one);
            } else {
                all.append(inner);
            }
        }
        return find(all, path);
    }

    static QString textOf(const QJsonValue &value)
    {
        if (!value.isArray())
            return canonical(value);
        QStringList items;
        for (const QJsonValue item : value.toArray())
            items += canonical(item);
        return QStringLiteral("list ") + items.join(u'\n');
    }

    static bool hasAny(const std::optional<QJsonValue> &actual, const QStringList &wanted)
    {
        QStringList mine{actual ? textOf(*actual) : canonical(QJsonValue::Null)};
        if (actual && actual->isArray()) {
            for (const QJsonValue item : actual->toArray())
                mine += textOf(item);
        }
        for (const QString &one : mine) {
            if (wanted.contains(one))
                return true;
        }
        return false;
    }

    QJsonArray m_statements;
};

} // namespace authdesk::tests
