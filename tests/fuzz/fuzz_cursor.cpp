// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Cursors as clients could hand them back: raw text, and bytes behind the right beginning, which
// only a caller who tampers with a cursor of ours can send.
#include "core/server/store/cursor.h"

#include <QtCore/QCborValue>

#include <cstdlib>

using namespace authdesk::server::store;

namespace {

void readBack(const QString &cursor, qsizetype values)
{
    const auto position = decodeCursor(cursor, "users", values);
    if (!position) {
        if (position.error().code != authdesk::base::ErrorCode::InvalidFields)
            std::abort();
        return;
    }
    // There is one way to write a cursor, and it has as many values as were asked for.
    if (position->size() != values || encodeCursor("users", *position) != cursor)
        std::abort();
    if (decodeCursor(cursor, "sessions", values))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    readBack(QString::fromUtf8(bytes), 1);

    const auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray empty = QByteArray::fromBase64(encodeCursor("users", {}).toLatin1(), base64);
    const QByteArray beginning = empty.chopped(1); // without the empty array behind it
    const QString tampered = QString::fromLatin1((beginning + bytes).toBase64(base64));
    for (const qsizetype values : {0, 1, 2, 7})
        readBack(tampered, values);
    return 0;
}
