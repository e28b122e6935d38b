// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads a table as spreadsheets write and copy it: CSV (RFC 4180) and its kin with semicolons or
// tabs, in UTF-8 or, where a byte order mark says so, UTF-16. Record by record, so that a file may
// be longer than memory is. One thread at a time.
#pragma once

#include "core/base/result.h"

#include <QtCore/QStringDecoder>
#include <QtCore/QStringList>

#include <optional>

class QIODevice;

namespace authdesk::transfer {

class CsvReader final
{
public:
    /// What one record may take, in characters.
    static constexpr qsizetype longestRecord = 64 * 1024;

    /// `device` is open for reading and outlives the reader.
    explicit CsvReader(QIODevice &device);

    /// The next record that holds anything; nullopt at the end. The separator is the one that the
    /// first line holds most of. Cells are as written. Malformed, and then nothing follows: quotes
    /// that do not fit together, text that is none, a record that is too long; FileFailed.
    [[nodiscard]] base::Result<std::optional<QStringList>> next();
    /// Where the last record began, counted from 1.
    [[nodiscard]] int line() const { return m_recordLine; }
    /// Bytes taken from the device so far.
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }

private:
    enum class Place { CellStart, Plain, Quoted, QuoteInQuoted };

    [[nodiscard]] base::Result<> fill();
    void chooseSeparator();
    /// Takes one character; true when it ended a record.
    [[nodiscard]] base::Result<bool> take(QChar letter);
    void endCell();
    /// `sentence` has a place for the line.
    [[nodiscard]] std::unexpected<base::Error> malformed(const QString &sentence) const;

    QIODevice &m_device;
    std::optional<QStringDecoder> m_decoder;
    QString m_text; ///< decoded, not taken yet from m_at on
    qsizetype m_at = 0;
    bool m_atEnd = false; ///< of the device
    qint64 m_bytesRead = 0;
    QChar m_separator; ///< null: not known yet
    Place m_place = Place::CellStart;
    bool m_sawReturn = false; ///< a line feed now belongs to it
    QStringList m_cells;
    QString m_cell;
    qsizetype m_length = 0;
    int m_line = 1;
    int m_recordLine = 1;
};

} // namespace authdesk::transfer
