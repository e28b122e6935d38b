// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/peoplereader.h"

#include "core/transfer/csv.h"
#include "core/transfer/csvreader.h"
#include "core/transfer/jsonitems.h"

namespace authdesk::transfer {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

class CsvPeople final : public PeopleReader
{
public:
    explicit CsvPeople(QIODevice &device)
        : m_records(device)
    {
    }

    [[nodiscard]] Result<> readHeadings()
    {
        const auto record = m_records.next();
        if (!record)
            return fail(record.error());
        if (!*record)
            return fail(ErrorCode::Malformed, u"There is nothing in this table."_s);
        QList<PersonColumn> seen;
        for (const QString &heading : **record) {
            const auto column = personColumnOf(heading);
            if (column && seen.contains(*column))
                return fail(
                    ErrorCode::Malformed,
                    u"The first line names the column %1 twice."_s.arg(personColumnName(*column)));
            m_columns.append(column);
            if (column)
                seen.append(*column);
            else if (!heading.trimmed().isEmpty())
                m_ignored.append(heading.trimmed());
        }
        if (!seen.contains(PersonColumn::Username) && !seen.contains(PersonColumn::Email)
            && !seen.contains(PersonColumn::Uid))
            return fail(ErrorCode::Malformed, u"The first line must name the columns, username or "
                                              "email among them."_s);
        return {};
    }

    [[nodiscard]] int line() const override { return m_records.line(); }
    [[nodiscard]] qint64 bytesRead() const override { return m_records.bytesRead(); }

protected:
    [[nodiscard]] Result<std::optional<PersonCells>> readOne() override
    {
        const auto record = m_records.next();
        if (!record)
            return fail(record.error());
        if (!*record)
            return std::optional<PersonCells>();
        const QStringList &texts = **record;
        PersonCells cells;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            if (!m_columns[i])
                continue;
            const QString text = plain(texts.value(i));
            cells[*m_columns[i]] = text.isNull() ? u""_s : text;
        }
        for (qsizetype i = m_columns.size(); i < texts.size(); ++i) {
            if (!texts[i].trimmed().isEmpty())
                cells.problem = u"There are more cells than headings."_s;
        }
        return std::optional(std::move(cells));
    }

private:
    CsvReader m_records;
    QList<std::optional<PersonColumn>> m_columns;
};

class JsonPeople final : public PeopleReader
{
public:
    explicit JsonPeople(QIODevice &device)
        : m_items(device)
    {
    }

    [[nodiscard]] int line() const override { return 0; }
    [[nodiscard]] qint64 bytesRead() const override { return m_items.bytesRead(); }

protected:
    [[nodiscard]] Result<std::optional<PersonCells>> readOne() override
    {
        const auto item = m_items.next();
        if (!item)
            return fail(item.error());
        if (!*item)
            return std::optional<PersonCells>();
        return std::optional(cellsOf(**item, m_ignored));
    }

private:
    JsonItems m_items;
};

} // namespace

Format guessFormat(QByteArrayView beginning)
{
    if (beginning.startsWith("\xef\xbb\xbf"))
        beginning = beginning.sliced(3);
    const QByteArrayView text = beginning.trimmed();
    return text.startsWith('[') || text.startsWith('{') ? Format::Json : Format::Csv;
}

std::optional<Format> formatOfName(QStringView name)
{
    if (name.endsWith(".json"_L1, Qt::CaseInsensitive))
        return Format::Json;
    if (name.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return Format::Csv;
    return std::nullopt;
}

Result<std::unique_ptr<PeopleReader>> PeopleReader::open(QIODevice &device, Format format)
{
    if (format == Format::Json)
        return std::make_unique<JsonPeople>(device);
    auto table = std::make_unique<CsvPeople>(device);
    if (auto read = table->readHeadings(); !read)
        return fail(read.error());
    return table;
}

Result<std::optional<PersonCells>> PeopleReader::next()
{
    auto cells = readOne();
    if (cells && *cells)
        (*cells)->row = ++m_row;
    return cells;
}

Result<QList<PersonCells>> readPeople(PeopleReader &reader, qsizetype limit)
{
    QList<PersonCells> people;
    while (people.size() < limit) {
        auto one = reader.next();
        if (!one)
            return fail(one.error());
        if (!*one)
            break;
        people.append(**std::move(one));
    }
    return people;
}

} // namespace authdesk::transfer
