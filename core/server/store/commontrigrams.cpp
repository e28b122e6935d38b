// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/commontrigrams.h"

#include "core/server/store/connection.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace authdesk::server::store {

namespace {

constexpr qint64 peopleLookedAt = 1000;
/// Common is what one in so many people has.
constexpr int commonShare = 30;
constexpr int looksUntilNext = 5000;

/// Of letters, not of UTF-16 units: as the index has them.
QStringList trigramsOf(const QString &text)
{
    const QList<uint> letters = text.toUcs4();
    QStringList trigrams;
    for (qsizetype i = 0; i + 3 <= letters.size(); ++i)
        trigrams.append(QString::fromUcs4(reinterpret_cast<const char32_t *>(&letters[i]), 3));
    return trigrams;
}

} // namespace

QStringList CommonTrigrams::rareParts(Connection &connection, const QString &search)
{
    keepUpToDate(connection);
    QStringList parts;
    bool isInside = false;
    bool hasCommon = false;
    const QStringList trigrams = trigramsOf(search);
    for (const QString &trigram : trigrams) {
        if (m_common.contains(trigram)) {
            hasCommon = true;
            isInside = false;
        } else if (isInside) {
            parts.last() +=
                QString::fromUcs4(reinterpret_cast<const char32_t *>(&trigram.toUcs4().last()), 1);
        } else {
            parts.append(trigram);
            isInside = true;
        }
    }
    return hasCommon ? parts : QStringList();
}

bool CommonTrigrams::isCommon(Connection &connection, const QString &search)
{
    keepUpToDate(connection);
    return std::ranges::all_of(
        trigramsOf(search), [this](const QString &trigram) { return m_common.contains(trigram); });
}

void CommonTrigrams::keepUpToDate(Connection &connection)
{
    if (m_looksLeft-- <= 0)
        learn(connection);
}

void CommonTrigrams::learn(Connection &connection)
{
    m_looksLeft = looksUntilNext;
    m_common.clear();
    Rows last = connection.select("SELECT max(id) FROM users");
    const qint64 highest = last.next() ? last.integer(0) : 0;
    QJsonArray ids;
    const qint64 count = std::min(peopleLookedAt, highest);
    for (qint64 i = 1; i <= count; ++i)
        ids.append(i * highest / count);
    Rows rows =
        connection.select(std::string("SELECT name_sort, username_folded, email_sort FROM (")
                              + connection.engine().words().collected + ") AS hits"
                              + connection.engine().words().join + "users u ON u.id = hit",
                          {QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact))});
    QHash<QString, int> people;
    int lookedAt = 0;
    while (rows.next()) {
        ++lookedAt;
        QSet<QString> held;
        for (int column = 0; column < 3; ++column) {
            for (const QString &trigram : trigramsOf(rows.text(column)))
                held.insert(trigram);
        }
        for (const QString &trigram : std::as_const(held))
            ++people[trigram];
    }
    for (const auto &[trigram, holders] : people.asKeyValueRange()) {
        if (holders * commonShare > lookedAt)
            m_common.insert(trigram);
    }
}

} // namespace authdesk::server::store
