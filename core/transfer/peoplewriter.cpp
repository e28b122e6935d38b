// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/peoplewriter.h"

#include "core/transfer/csv.h"

#include <QtCore/QIODevice>
#include <QtCore/QJsonDocument>

namespace authdesk::transfer {

using namespace Qt::StringLiterals;
using base::Result;

PeopleWriter::PeopleWriter(QIODevice &device, Format format, HashColumns hashes)
    : m_device(device)
    , m_format(format)
    , m_hashes(hashes)
{
}

Result<> PeopleWriter::begin()
{
    return write(m_format == Format::Csv ? csvLine(personHeadings(m_hashes)) : "{\"items\":["_ba);
}

Result<> PeopleWriter::add(const QList<PersonCells> &people)
{
    QByteArray bytes;
    for (const PersonCells &cells : people) {
        if (m_format == Format::Csv) {
            bytes += csvLine(personLine(cells, m_hashes));
            continue;
        }
        bytes += std::exchange(m_isFirst, false) ? "\n" : ",\n";
        bytes += QJsonDocument(personObject(cells)).toJson(QJsonDocument::Compact);
    }
    return write(bytes);
}

Result<> PeopleWriter::end()
{
    return m_format == Format::Json ? write("\n],\"next_cursor\":null}\n"_ba) : Result<>();
}

Result<> PeopleWriter::write(const QByteArray &bytes)
{
    if (m_device.write(bytes) != bytes.size())
        return base::fail(base::ErrorCode::FileFailed, u"The file cannot be written."_s,
                          m_device.errorString());
    return {};
}

} // namespace authdesk::transfer
