// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/answerreading.h"

#include <algorithm>

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestId = 64;

bool isIdLetter(QChar letter)
{
    return (letter >= u'a' && letter <= u'z') || (letter >= u'A' && letter <= u'Z')
           || (letter >= u'0' && letter <= u'9') || letter == u'-';
}

} // namespace

QString readId(base::JsonFields &fields, QLatin1StringView key)
{
    const QString id = fields.text(key, {.atLeast = 1, .atMost = longestId});
    if (std::ranges::all_of(id, &isIdLetter))
        return id;
    fields.addError(key, "not_an_id"_L1, u"This field must be an id."_s);
    return {};
}

base::Result<QJsonArray> readArray(const QByteArray &body, qsizetype most)
{
    const auto object = base::parseJsonObject("{\"list\":" + body + '}');
    if (!object)
        return base::unexpectedAnswer(object.error());
    base::JsonFields fields(*object);
    QJsonArray values = fields.array("list"_L1, most);
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return values;
}

} // namespace authdesk::systems::openarchiver::messages
