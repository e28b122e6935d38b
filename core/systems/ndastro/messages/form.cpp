// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/ndastro/messages/form.h"

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringDecoder>

#include <algorithm>
#include <optional>

namespace authdesk::systems::ndastro::messages {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;

namespace {

constexpr qsizetype mostFields = 100;
constexpr qsizetype longestBoundary = 70; // RFC 2046 section 5.1.1

std::unexpected<base::Error> malformed()
{
    return base::fail(ErrorCode::Malformed, u"The form cannot be read."_s);
}

std::optional<QString> textOf(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

bool add(QJsonObject &form, const QByteArray &name, const QByteArray &value)
{
    const auto key = textOf(name);
    const auto text = textOf(value);
    if (!key || !text || form.size() >= mostFields)
        return false;
    form.insert(*key, *text);
    return true;
}

QByteArray withoutEscapes(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

Result<QJsonObject> readUrlencoded(const QByteArray &body)
{
    QJsonObject form;
    const QList<QByteArray> pairs = body.split('&');
    for (const QByteArray &pair : pairs) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = equals < 0 ? pair : pair.first(equals);
        const QByteArray value = equals < 0 ? QByteArray("") : pair.sliced(equals + 1);
        if (!add(form, withoutEscapes(name), withoutEscapes(value)))
            return malformed();
    }
    return form;
}

/// `name="value"` of a header's parameters, with or without the quotes.
QByteArray parameterOf(const QByteArray &header, const QByteArray &wanted)
{
    const QList<QByteArray> parameters = header.split(';');
    for (const QByteArray &parameter : parameters) {
        const QByteArray trimmed = parameter.trimmed();
        const qsizetype equals = trimmed.indexOf('=');
        if (equals < 0 || trimmed.first(equals).toLower() != wanted)
            continue;
        QByteArray value = trimmed.sliced(equals + 1);
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.sliced(1, value.size() - 2);
        return value;
    }
    return {};
}

bool addPart(QJsonObject &form, const QByteArray &part)
{
    const qsizetype end = part.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    QByteArray name;
    const QList<QByteArray> lines = part.first(end).split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith("content-disposition:"))
            name = parameterOf(line, "name");
    }
    return !name.isEmpty() && add(form, name, part.sliced(end + 4));
}

Result<QJsonObject> readMultipart(const QByteArray &boundary, const QByteArray &body)
{
    if (boundary.isEmpty() || boundary.size() > longestBoundary)
        return malformed();
    const QByteArray mark = "--" + boundary;
    if (!body.startsWith(mark))
        return malformed();
    QJsonObject form;
    qsizetype at = mark.size();
    while (body.sliced(at, std::min<qsizetype>(2, body.size() - at)) == "\r\n") {
        const qsizetype next = body.indexOf("\r\n" + mark, at);
        if (next < at + 2 || !addPart(form, body.sliced(at + 2, next - at - 2)))
            return malformed();
        at = next + 2 + mark.size();
    }
    if (body.sliced(at, std::min<qsizetype>(2, body.size() - at)) != "--")
        return malformed();
    return form;
}

} // namespace

Result<QJsonObject> readForm(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    if (type == "application/x-www-form-urlencoded")
        return readUrlencoded(body);
    if (type == "multipart/form-data")
        return readMultipart(parameterOf(contentType, "boundary"), body);
    if (type.isEmpty() && body.isEmpty())
        return QJsonObject();
    return base::fail(ErrorCode::UnsupportedMediaType, u"Send the body as a form."_s);
}

} // namespace authdesk::systems::ndastro::messages
