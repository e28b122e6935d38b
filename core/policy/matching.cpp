// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policy/matching.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace authdesk::policy {

using model::Comparison;
using model::Condition;

namespace {

/// One step into a value. Of a list of objects, what its entries have, in one list.
QJsonValue member(const QJsonValue &value, const QString &name)
{
    if (value.isObject())
        return value.toObject().value(name);
    if (!value.isArray())
        return QJsonValue::Undefined;
    QJsonArray found;
    for (const QJsonValue item : value.toArray()) {
        const QJsonValue inner = item.toObject().value(name);
        if (inner.isArray()) {
            for (const QJsonValue one : inner.toArray())
                found.append(one);
        } else if (!inner.isUndefined()) {
            found.append(inner);
        }
    }
    return found;
}

QJsonValue valueAt(const QJsonObject &resource, const QString &field)
{
    if (!field.contains(u'.'))
        return resource.value(field);
    QJsonValue value = resource;
    for (const QString &part : field.split(u'.'))
        value = member(value, part);
    return value;
}

bool isEqual(const QJsonValue &actual, const QJsonValue &wanted)
{
    // What a placeholder has no value for.
    if (wanted.isUndefined())
        return false;
    if (actual.isUndefined())
        return wanted.isNull();
    if (actual == wanted)
        return true;
    if (!actual.isArray())
        return false;
    const QJsonArray items = actual.toArray();
    return std::any_of(items.begin(), items.end(),
                       [&](const QJsonValue &item) { return item == wanted; });
}

bool isAmong(const QJsonValue &actual, const QJsonValue &wanted)
{
    const QJsonArray choices = wanted.toArray();
    return std::any_of(choices.begin(), choices.end(),
                       [&](const QJsonValue &choice) { return isEqual(actual, choice); });
}

bool isMet(const Condition &condition, const QJsonObject &resource)
{
    const QJsonValue actual = valueAt(resource, condition.field);
    switch (condition.comparison) {
    case Comparison::Equal:
        return isEqual(actual, condition.value);
    case Comparison::NotEqual:
        return !isEqual(actual, condition.value);
    case Comparison::In:
        return isAmong(actual, condition.value);
    case Comparison::NotIn:
        return !isAmong(actual, condition.value);
    }
    Q_UNREACHABLE();
}

} // namespace

bool isMetBy(const QList<Condition> &conditions, const QJsonObject &resource)
{
    return std::ranges::all_of(
        conditions, [&](const Condition &condition) { return isMet(condition, resource); });
}

} // namespace authdesk::policy
