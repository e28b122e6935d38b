// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/csvreader.h"

#include <QtCore/QFileDevice>

#include <algorithm>
#include <array>

namespace authdesk::transfer {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr qint64 chunk = 64 * 1024;

} // namespace

CsvReader::CsvReader(QIODevice &device)
    : m_device(device)
{
}

Result<std::optional<QStringList>> CsvReader::next()
{
    m_cells.clear();
    for (;;) {
        if (m_at == m_text.size()) {
            if (auto filled = fill(); !filled)
                return std::unexpected(filled.error());
            if (m_at == m_text.size())
                break;
        }
        if (m_cells.isEmpty() && m_cell.isEmpty() && m_place == Place::CellStart)
            m_recordLine = m_line;
        const auto ended = take(m_text.at(m_at++));
        if (!ended)
            return std::unexpected(ended.error());
        if (!*ended)
            continue;
        const bool isBlank = std::ranges::all_of(
            m_cells, [](const QString &cell) { return QStringView(cell).trimmed().isEmpty(); });
        if (!isBlank)
            return std::optional(std::exchange(m_cells, {}));
        m_cells.clear();
    }
    if (m_place == Place::Quoted)
        return malformed(
            u"This table cannot be read: line %1: a quotation mark is never closed."_s);
    if (m_cells.isEmpty() && m_place == Place::CellStart)
        return std::optional<QStringList>();
    endCell();
    return std::optional(std::exchange(m_cells, {}));
}

Result<> CsvReader::fill()
{
    while (!m_atEnd && m_at == m_text.size()) {
        const QByteArray bytes = m_device.read(chunk);
        m_bytesRead += bytes.size();
        if (bytes.isEmpty()) {
            // A device with nothing to give now and more to come later is none of ours.
            m_atEnd = true;
            const auto *const file = qobject_cast<const QFileDevice *>(&m_device);
            if (file && file->error() != QFileDevice::NoError)
                return base::fail(base::ErrorCode::FileFailed, u"The file cannot be read."_s,
                                  file->errorString());
            break;
        }
        if (!m_decoder) {
            const auto encoding = QStringConverter::encodingForData(bytes);
            const bool isWide =
                encoding == QStringConverter::Utf16LE || encoding == QStringConverter::Utf16BE;
            const bool hasMark = bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
            m_decoder.emplace(isWide && hasMark ? *encoding : QStringConverter::Utf8);
        }
        m_text = (*m_decoder)(bytes);
        m_at = 0;
        if (m_decoder->hasError() || m_text.contains(QChar::Null))
            return malformed(u"This table cannot be read: line %1: this is not text in UTF-8."_s);
    }
    if (m_separator.isNull())
        chooseSeparator();
    return {};
}

void CsvReader::chooseSeparator()
{
    constexpr std::array<QChar, 3> separators{u',', u';', u'\t'};
    std::array<int, 3> counts{};
    bool quoted = false;
    for (const QChar letter : std::as_const(m_text)) {
        if (letter == u'"')
            quoted = !quoted;
        else if (!quoted && (letter == u'\n' || letter == u'\r'))
            break;
        const auto found = std::ranges::find(separators, letter);
        if (!quoted && found != separators.end())
            ++counts[std::size_t(found - separators.begin())];
    }
    m_separator = separators[std::size_t(std::ranges::max_element(counts) - counts.begin())];
}

Result<bool> CsvReader::take(QChar letter)
{
    const bool belongsToReturn = std::exchange(m_sawReturn, letter == u'\r') && letter == u'\n';
    if (letter == u'\r' || (letter == u'\n' && !belongsToReturn))
        ++m_line;
    if (++m_length > longestRecord)
        return malformed(u"This table cannot be read: line %1: a line is too long."_s);
    if (m_place == Place::Quoted) {
        if (letter == u'"')
            m_place = Place::QuoteInQuoted;
        else
            m_cell += letter;
        return false;
    }
    if (letter == u'"' && m_place == Place::CellStart) {
        m_place = Place::Quoted;
        return false;
    }
    if (letter == u'"' && m_place == Place::QuoteInQuoted) {
        m_cell += letter;
        m_place = Place::Quoted;
        return false;
    }
    if (letter == m_separator) {
        endCell();
        return false;
    }
    if (letter == u'\r' || letter == u'\n') {
        // The second half of a line end, after a record that the first half ended.
        if (belongsToReturn && m_cells.isEmpty() && m_place == Place::CellStart) {
            m_length = 0;
            return false;
        }
        endCell();
        m_length = 0;
        return true;
    }
    if (m_place == Place::QuoteInQuoted)
        return malformed(
            u"This table cannot be read: line %1: text stands behind a closing quotation mark."_s);
    m_place = Place::Plain;
    m_cell += letter;
    return false;
}

void CsvReader::endCell()
{
    m_cells.append(std::exchange(m_cell, {}));
    m_place = Place::CellStart;
}

std::unexpected<base::Error> CsvReader::malformed(const QString &sentence) const
{
    return base::fail(base::ErrorCode::Malformed, sentence.arg(m_line));
}

} // namespace authdesk::transfer
