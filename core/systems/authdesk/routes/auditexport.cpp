// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/routes/auditexport.h"

#include "core/systems/authdesk/messages/auditexport.h"
#include "core/systems/authdesk/messages/records.h"
#include "core/transfer/csv.h"

#include <QtCore/QJsonDocument>

namespace authdesk::systems::own::routes {

using namespace Qt::StringLiterals;

namespace {

class EventFile final
{
public:
    explicit EventFile(ExportFormat format)
        : m_format(format)
        , m_file(std::make_shared<QTemporaryFile>())
    {
    }

    [[nodiscard]] base::Result<> begin()
    {
        if (!m_file->open())
            return failure();
        return write(m_format == ExportFormat::Csv ? transfer::csvLine(messages::auditColumns())
                                                   : "{\"items\":["_ba);
    }

    [[nodiscard]] base::Result<> add(const QList<model::AuditEvent> &events)
    {
        QByteArray bytes;
        for (const model::AuditEvent &event : events) {
            if (m_format == ExportFormat::Csv) {
                bytes += transfer::csvLine(messages::auditCells(event));
                continue;
            }
            bytes += std::exchange(m_isFirst, false) ? "\n" : ",\n";
            bytes += QJsonDocument(messages::encode(event)).toJson(QJsonDocument::Compact);
        }
        return write(bytes);
    }

    [[nodiscard]] base::Result<> end()
    {
        if (m_format == ExportFormat::Json) {
            if (auto written = write("\n],\"next_cursor\":null}\n"_ba); !written)
                return written;
        }
        if (!m_file->flush())
            return failure();
        return {};
    }

    [[nodiscard]] std::shared_ptr<QTemporaryFile> file() const { return m_file; }

private:
    [[nodiscard]] base::Result<> write(const QByteArray &bytes)
    {
        if (m_file->write(bytes) != bytes.size())
            return failure();
        return {};
    }

    [[nodiscard]] std::unexpected<base::Error> failure() const
    {
        return base::fail(base::ErrorCode::FileFailed,
                          u"The server cannot write a temporary file."_s, m_file->errorString());
    }

    ExportFormat m_format;
    std::shared_ptr<QTemporaryFile> m_file;
    bool m_isFirst = true;
};

} // namespace

base::Result<std::shared_ptr<QTemporaryFile>> exportAudit(server::service::AuditService &audit,
                                                          const server::service::Actor &actor,
                                                          const server::service::AuditQuery &query,
                                                          ExportFormat format,
                                                          const LaterPool::Wanted &isWanted)
{
    EventFile file(format);
    if (auto begun = file.begin(); !begun)
        return base::fail(begun.error());
    const auto read =
        audit.readAll(actor, query, [&](const QList<model::AuditEvent> &events) -> base::Result<> {
            // Whoever asked may have left, or the server may want to end.
            if (!isWanted())
                return base::fail(base::ErrorCode::Busy, u"The export was given up."_s);
            return file.add(events);
        });
    if (!read)
        return base::fail(read.error());
    if (auto ended = file.end(); !ended)
        return base::fail(ended.error());
    return file.file();
}

} // namespace authdesk::systems::own::routes
