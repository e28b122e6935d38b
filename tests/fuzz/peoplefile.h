// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A file of people: whatever it holds, reading ends, and what was read is read again from what is
// written of it.
#pragma once

#include "core/transfer/peoplereader.h"
#include "core/transfer/peoplewriter.h"
#include "core/transfer/personrow.h"

#include <QtCore/QBuffer>

#include <cstdlib>

namespace authdesk::tests {

inline base::Result<QList<transfer::PersonCells>> readFile(QByteArray bytes,
                                                           transfer::Format format)
{
    QBuffer device(&bytes);
    if (!device.open(QIODevice::ReadOnly))
        std::abort();
    const auto reader = transfer::PeopleReader::open(device, format);
    if (!reader)
        return base::fail(reader.error());
    return transfer::readPeople(**reader, transfer::mostRowsAtOnce);
}

inline void readAndWriteAgain(const unsigned char *data, std::size_t size, transfer::Format format)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto people = readFile(bytes, format);
    if (!people) {
        if (people.error().code != base::ErrorCode::Malformed)
            std::abort();
        return;
    }
    static_cast<void>(transfer::rowsOf(*people));
    QList<transfer::PersonCells> readable;
    for (transfer::PersonCells cells : *people) {
        // A table knows no cell that is not there and no zero, and a row of nothing is none.
        bool isBlank = true;
        bool hasZero = false;
        for (QString &text : cells.texts) {
            if (text.isNull())
                text = QLatin1StringView("");
            isBlank = isBlank && QStringView(text).trimmed().isEmpty();
            hasZero = hasZero || text.contains(QChar::Null);
        }
        if (isBlank || hasZero || !cells.problem.isEmpty())
            continue;
        cells.row = int(readable.size()) + 1;
        readable.append(cells);
    }
    for (const transfer::Format into : {transfer::Format::Csv, transfer::Format::Json}) {
        QByteArray written;
        QBuffer device(&written);
        transfer::PeopleWriter writer(device, into, transfer::HashColumns::Yes);
        if (!device.open(QIODevice::WriteOnly) || !writer.begin() || !writer.add(readable)
            || !writer.end())
            std::abort();
        const auto again = readFile(written, into);
        if (!again || again->size() != readable.size())
            std::abort();
        for (qsizetype i = 0; i < readable.size(); ++i) {
            // Lone halves of a letter are no text and become the sign for that.
            for (std::size_t column = 0; column < transfer::personColumnCount; ++column) {
                const QString &before = readable[i].texts[column];
                if (before.isValidUtf16() && again->at(i).texts[column] != before)
                    std::abort();
            }
        }
    }
}

} // namespace authdesk::tests
