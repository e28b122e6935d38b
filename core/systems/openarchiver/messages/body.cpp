// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/body.h"

#include "core/base/json.h"

#include <QtCore/QStringDecoder>

#include <optional>

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostFields = 100;

std::optional<QString> plain(QByteArray text)
{
    const QByteArray bytes = QByteArray::fromPercentEncoding(text.replace('+', ' '));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString decoded = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(decoded));
}

} // namespace

base::Result<QJsonObject> readForm(const QByteArray &body)
{
    QJsonObject form;
    for (const QByteArray &pair : body.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const auto name = plain(equals < 0 ? pair : pair.first(equals));
        const auto value = plain(equals < 0 ? QByteArray("") : pair.sliced(equals + 1));
        if (!name || !value || form.size() >= mostFields)
            return base::fail(base::ErrorCode::Malformed, u"The form cannot be read."_s);
        form.insert(*name, *value);
    }
    return form;
}

base::Result<QJsonObject> readBody(const QByteArray &body)
{
    if (body.trimmed().isEmpty())
        return QJsonObject();
    return base::parseJsonObject(body);
}

QByteArray cookieOf(const QByteArray &header, QByteArrayView name)
{
    for (const QByteArray &cookie : header.split(';')) {
        const QByteArray pair = cookie.trimmed();
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0 && QByteArrayView(pair).first(equals) == name)
            return pair.sliced(equals + 1);
    }
    return {};
}

std::unexpected<base::Error> missing(QLatin1StringView sentence)
{
    return base::fail(base::ErrorCode::InvalidFields, QString(sentence));
}

} // namespace authdesk::systems::openarchiver::messages
