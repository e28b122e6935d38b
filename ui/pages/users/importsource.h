// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where an import reads people from: a file, or a table that was pasted. Reads part by part on
// threads of the pool, so that neither a long file nor a slow disk holds up the window. Window
// thread; one question at a time.
#pragma once

#include "core/transfer/peopleparts.h"

#include <QtCore/QFuture>

#include <memory>

namespace authdesk::ui::pages::users {

class ImportSource final
{
public:
    /// How many rows a part holds: what is sent in one call. Few enough that neither writing nor
    /// reading a call shows in the window.
    static constexpr qsizetype rowsAtOnce = 1000;

    struct Part
    {
        transfer::PeoplePart people;
        QStringList ignoredColumns; ///< so far

        bool operator==(const Part &other) const
        {
            return people.bytesRead == other.people.bytesRead;
        }
    };

    [[nodiscard]] static std::unique_ptr<ImportSource> ofFile(const QString &path);
    [[nodiscard]] static std::unique_ptr<ImportSource> ofText(const QString &text);
    ~ImportSource();
    ImportSource(const ImportSource &) = delete;
    ImportSource &operator=(const ImportSource &) = delete;

    /// Opens it, or starts again from its beginning; the length in bytes. FileFailed for what
    /// cannot be read, or is another file than the first time; Malformed for what holds no people.
    /// The messages are in English: importProblem() translates them.
    [[nodiscard]] QFuture<base::Result<qint64>> open();
    /// The next part; errors as in transfer::PeopleParts.
    [[nodiscard]] QFuture<base::Result<Part>> next();

private:
    class Reading;
    explicit ImportSource(std::shared_ptr<Reading> reading);

    /// Shared with the thread that reads, which may outlive this.
    std::shared_ptr<Reading> m_reading;
};

} // namespace authdesk::ui::pages::users
