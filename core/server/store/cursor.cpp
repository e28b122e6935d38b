// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/cursor.h"

#include <QtCore/QCborStreamReader>
#include <QtCore/QCborValue>
#include <QtCore/QCryptographicHash>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr qsizetype longestCursor = 4096;
constexpr qsizetype fingerprintSize = 8;

QByteArray fingerprint(const QByteArray &query)
{
    return QCryptographicHash::hash(query, QCryptographicHash::Sha256).first(fingerprintSize);
}

} // namespace

QString encodeCursor(const QByteArray &query, const QCborArray &position)
{
    const QByteArray bytes = fingerprint(query) + position.toCborValue().toCbor();
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<QCborArray> decodeCursor(const QString &cursor, const QByteArray &query, qsizetype values)
{
    if (cursor.size() > longestCursor)
        return fail(invalidCursor());
    const auto decoded = QByteArray::fromBase64Encoding(
        cursor.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !(*decoded).startsWith(fingerprint(query)))
        return fail(invalidCursor());
    QCborParserError error;
    const QCborValue position = QCborValue::fromCbor((*decoded).sliced(fingerprintSize), &error);
    if (error.error != QCborError::NoError || !position.isArray()
        || position.toArray().size() != values)
        return fail(invalidCursor());
    // There is one way to write a cursor; what says the same in another way is not ours.
    if (encodeCursor(query, position.toArray()) != cursor)
        return fail(invalidCursor());
    return position.toArray();
}

Error invalidCursor()
{
    const QString message = u"The cursor does not belong to this list."_s;
    return {.code = ErrorCode::InvalidFields,
            .message = message,
            .detail = {},
            .fields = {{.field = u"cursor"_s, .code = u"invalid"_s, .message = message}}};
}

} // namespace authdesk::server::store
