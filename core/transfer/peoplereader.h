// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads people from a file, whichever form it has, one by one. One thread at a time.
#pragma once

#include "core/base/result.h"
#include "core/transfer/personcells.h"

#include <memory>

class QIODevice;

namespace authdesk::transfer {

enum class Format { Csv, Json };

/// By the first character that is no blank: a list or an object is JSON.
[[nodiscard]] Format guessFormat(QByteArrayView beginning);
/// How much of a beginning guessFormat() looks at, in bytes.
inline constexpr qint64 enoughToGuess = 4096;
/// By the end of a file's name; nullopt: it does not tell.
[[nodiscard]] std::optional<Format> formatOfName(QStringView name);

class PeopleReader
{
public:
    /// `device` is open for reading and outlives the reader. Malformed: no form of ours, headings
    /// that name neither a username, an e-mail address nor a uid, or one column twice.
    [[nodiscard]] static base::Result<std::unique_ptr<PeopleReader>> open(QIODevice &device,
                                                                          Format format);
    virtual ~PeopleReader() = default;
    PeopleReader(const PeopleReader &) = delete;
    PeopleReader &operator=(const PeopleReader &) = delete;

    /// The next person; nullopt at the end. A row that cannot be read has a `problem`; a file that
    /// cannot be read any further is Malformed or FileFailed, and nothing follows.
    [[nodiscard]] base::Result<std::optional<PersonCells>> next();
    /// The line of the file in which the last person begins, counted from 1; 0: this form is not
    /// read by lines.
    [[nodiscard]] virtual int line() const = 0;
    /// Columns so far that mean nothing.
    [[nodiscard]] const QStringList &ignoredColumns() const { return m_ignored; }
    /// Bytes taken from the device so far.
    [[nodiscard]] virtual qint64 bytesRead() const = 0;

protected:
    PeopleReader() = default;
    [[nodiscard]] virtual base::Result<std::optional<PersonCells>> readOne() = 0;

    QStringList m_ignored;

private:
    int m_row = 0;
};

/// At most `limit` people; fewer only at the end.
[[nodiscard]] base::Result<QList<PersonCells>> readPeople(PeopleReader &reader, qsizetype limit);

} // namespace authdesk::transfer
