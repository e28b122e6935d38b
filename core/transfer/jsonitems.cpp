// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/jsonitems.h"

#include "core/base/json.h"

#include <QtCore/QIODevice>

#include <algorithm>

namespace authdesk::transfer {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr qint64 bytesAtOnce = 64 * 1024;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

JsonItems::JsonItems(QIODevice &device)
    : m_device(device)
{
}

char JsonItems::take()
{
    if (m_at == m_bytes.size()) {
        m_bytes = m_device.read(bytesAtOnce);
        m_at = 0;
        m_bytesRead += m_bytes.size();
        if (m_bytes.isEmpty())
            return 0;
    }
    return m_bytes.at(m_at++);
}

char JsonItems::peek()
{
    char found = take();
    while (isBlank(found))
        found = take();
    if (found != 0)
        --m_at;
    return found;
}

bool JsonItems::takeWord(QByteArrayView word)
{
    if (peek() != word.front())
        return false;
    return std::ranges::all_of(word, [this](char letter) { return take() == letter; });
}

Result<> JsonItems::begin()
{
    if (peek() == '\xef' && !takeWord("\xef\xbb\xbf"))
        return malformed(u"This file cannot be read: it is no JSON."_s);
    m_isWrapped = peek() == '{';
    if (m_isWrapped && !(takeWord("{") && takeWord("\"items\"") && takeWord(":")))
        return malformed(
            u"This file cannot be read: the list of people must come first, as \"items\"."_s);
    if (!takeWord("["))
        return malformed(u"This file cannot be read: it is no list of people."_s);
    m_state = State::FirstItem;
    return {};
}

Result<> JsonItems::end()
{
    m_state = State::End;
    if (!takeWord("]"))
        return malformed(u"This file cannot be read: person %1: the list does not end."_s);
    if (!m_isWrapped)
        return peek() == 0
                   ? Result<>()
                   : malformed(
                         u"This file cannot be read: person %1: something stands behind the list."_s);
    // What else the object holds is not asked for, but without its end the file is not whole.
    char last = 0;
    while (const char next = peek()) {
        last = next;
        (void)take();
    }
    return last == '}'
               ? Result<>()
               : malformed(u"This file cannot be read: person %1: the file does not end."_s);
}

Result<std::optional<QJsonObject>> JsonItems::next()
{
    if (m_state == State::Start) {
        if (auto begun = begin(); !begun)
            return std::unexpected(begun.error());
    }
    if (m_state == State::End)
        return std::optional<QJsonObject>();
    if (peek() == ']') {
        if (auto ended = end(); !ended)
            return std::unexpected(ended.error());
        return std::optional<QJsonObject>();
    }
    if (m_state == State::Items && !takeWord(","))
        return malformed(
            u"This file cannot be read: person %1: a comma is missing, or the list ends in its "
            "middle."_s);
    m_state = State::Items;
    ++m_item;
    const auto bytes = readObject();
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto object = base::parseJsonObject(*bytes);
    if (!object)
        return malformed(u"This file cannot be read: person %1 is no JSON, or nests too deeply or "
                         "names a field twice."_s);
    return std::optional(*object);
}

Result<QByteArray> JsonItems::readObject()
{
    if (peek() != '{')
        return malformed(u"This file cannot be read: person %1: an object is expected."_s);
    QByteArray bytes;
    int depth = 0;
    bool inText = false;
    bool escaped = false;
    do {
        const char letter = take();
        if (letter == 0)
            return malformed(
                u"This file cannot be read: person %1: the file ends in its middle."_s);
        bytes += letter;
        if (bytes.size() > longestItem)
            return malformed(u"This file cannot be read: person %1: this is too long."_s);
        if (inText) {
            inText = escaped || letter != '"';
            escaped = !escaped && letter == '\\';
        } else if (letter == '"') {
            inText = true;
        } else if (letter == '{') {
            ++depth;
        } else if (letter == '}') {
            --depth;
        }
    } while (depth > 0);
    return bytes;
}

std::unexpected<base::Error> JsonItems::malformed(const QString &sentence)
{
    m_state = State::End;
    const QString place = u"%1"_s;
    return base::fail(base::ErrorCode::Malformed,
                      sentence.contains(place) ? sentence.arg(m_item) : sentence);
}

} // namespace authdesk::transfer
