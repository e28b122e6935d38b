// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/peoplesample.h"

#include "core/server/store/connection.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace authdesk::server::store {

namespace {

constexpr qint64 peopleLookedAt = 4000;
/// So many must meet a condition, and make it so many times as many as the limit, to be beyond
/// doubt: that 80 of 4,000 meet what one in a hundred does comes by chance once in fifty million
/// looks.
constexpr qsizetype enoughHolders = 80;
constexpr double beyondDoubt = 2;
/// So many of them at most: others may have left, or changed, since the sample was taken.
constexpr std::size_t lookedAtAgain = 100;
/// Of so many the trigrams are counted.
constexpr qsizetype peopleSpelt = 1000;
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

std::optional<qint64> PeopleSample::moreThan(qint64 count, Connection &connection,
                                             const Condition &condition, const Recount &recount)
{
    keepUpToDate(connection);
    std::vector<qint64> holders;
    for (const Person &person : std::as_const(m_people)) {
        if (condition(person))
            holders.push_back(person.id);
    }
    const double share = double(m_count) / double(std::max<qsizetype>(1, m_people.size()));
    const double needed = std::max(beyondDoubt * double(count) / share, double(enoughHolders));
    if (double(holders.size()) < needed)
        return std::nullopt;
    std::vector<qint64> some;
    const std::size_t step = holders.size() / lookedAtAgain + 1;
    for (std::size_t i = 0; i < holders.size(); i += step)
        some.push_back(holders[i]);
    const double still = double(holders.size()) * double(recount(some)) / double(some.size());
    return still >= needed ? std::optional(qint64(still * share)) : std::nullopt;
}

QStringList PeopleSample::rareParts(Connection &connection, const QString &search)
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

bool PeopleSample::isCommon(Connection &connection, const QString &search)
{
    keepUpToDate(connection);
    return std::ranges::all_of(
        trigramsOf(search), [this](const QString &trigram) { return m_common.contains(trigram); });
}

void PeopleSample::keepUpToDate(Connection &connection)
{
    if (m_looksLeft-- <= 0)
        learn(connection);
}

void PeopleSample::learn(Connection &connection)
{
    m_looksLeft = looksUntilNext;
    m_common.clear();
    m_people.clear();
    Rows last = connection.select("SELECT max(id) FROM users");
    const qint64 highest = last.next() ? last.integer(0) : 0;
    QJsonArray ids;
    const qint64 count = std::min(peopleLookedAt, highest);
    for (qint64 i = 1; i <= count; ++i)
        ids.append(i * highest / count);
    const Words &words = connection.engine().words();
    Rows rows = connection.select(
        std::string("SELECT u.id, name_sort, username_folded, email_sort, "
                    "role_id, status, mfa_kinds FROM (")
            + words.listedIds + ") AS hits" + words.join + "users u ON u.id = hit",
        {QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact))});
    while (rows.next())
        m_people.append({.id = rows.integer(0),
                         .texts = rows.text(1) + u'\n' + rows.text(2) + u'\n' + rows.text(3),
                         .roleId = rows.integer(4),
                         .status = int(rows.integer(5)),
                         .hasSecondFactor = rows.integer(6) > 0});
    m_count = count > 0 ? highest * m_people.size() / count : 0;
    if (*words.allOf)
        learnCommon(m_people.size() / peopleSpelt + 1);
}

void PeopleSample::learnCommon(qsizetype step)
{
    QHash<QString, qsizetype> people;
    qsizetype lookedAt = 0;
    for (qsizetype i = 0; i < m_people.size(); i += step, ++lookedAt) {
        QSet<QString> held;
        for (const QString &text : m_people[i].texts.split(u'\n')) {
            for (const QString &trigram : trigramsOf(text))
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
