// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes what a server hands out to a file, part by part. The file appears only when it is whole:
// what was there before stays until then, and when the export fails or is cancelled. Window thread.
#pragma once

#include "core/gateway/exporting.h"

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QSaveFile>

#include <functional>
#include <memory>

namespace authdesk::ui::widgets {

class FileExport final : public QObject
{
    Q_OBJECT

public:
    /// Asks the server: the parts go to the sink, and the future says how it ended.
    using Source = std::function<QFuture<base::Result<void>>(gateway::ExportFormat format,
                                                             const gateway::ExportSink &sink)>;

    explicit FileExport(Source source, QObject *parent = nullptr);
    ~FileExport() override;

    /// JSON where the name ends so, else CSV.
    [[nodiscard]] static gateway::ExportFormat formatOf(const QString &path);

    /// Does nothing while one runs.
    void start(const QString &path);
    /// failed() follows with Cancelled, where one runs.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_file != nullptr; }
    /// Bytes.
    [[nodiscard]] qint64 written() const { return m_written; }
    /// -1: not said, or nothing has come yet.
    [[nodiscard]] qint64 total() const { return m_total; }

Q_SIGNALS:
    void progressed();
    void finished(const QString &path);
    void failed(const base::Error &error);

private:
    [[nodiscard]] base::Result<void> write(QByteArrayView part, qint64 total);
    void end(const base::Result<void> &result);
    [[nodiscard]] std::unexpected<base::Error> failure() const;

    Source m_source;
    std::unique_ptr<QSaveFile> m_file; ///< null: none runs
    QFuture<base::Result<void>> m_running;
    qint64 m_written = 0;
    qint64 m_total = -1;
};

} // namespace authdesk::ui::widgets
