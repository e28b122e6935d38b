// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/fileexport.h"

#include "core/base/whenanswered.h"

#include <QtCore/QDir>
#include <QtCore/QPointer>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;
using gateway::ExportFormat;

FileExport::FileExport(Source source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{
}

FileExport::~FileExport()
{
    m_running.cancel();
}

ExportFormat FileExport::formatOf(const QString &path)
{
    return path.endsWith(".json"_L1, Qt::CaseInsensitive) ? ExportFormat::Json : ExportFormat::Csv;
}

void FileExport::start(const QString &path)
{
    if (isRunning())
        return;
    m_written = 0;
    m_total = -1;
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly)) {
        end(failure());
        return;
    }
    // A part that is on its way when this has ended must find nobody.
    const QPointer<FileExport> guard(this);
    const auto answer =
        m_source(formatOf(path), [guard](QByteArrayView part, qint64 total) -> base::Result<void> {
            if (!guard || !guard->isRunning())
                return base::fail(base::ErrorCode::Cancelled);
            return guard->write(part, total);
        });
    m_running = answer;
    base::whenAnswered(answer, this, [this](const base::Result<void> &result) {
        if (isRunning())
            end(result);
    });
}

void FileExport::cancel()
{
    if (!isRunning())
        return;
    m_running.cancel();
    if (isRunning())
        end(base::fail(base::ErrorCode::Cancelled));
}

base::Result<void> FileExport::write(QByteArrayView part, qint64 total)
{
    if (m_file->write(part.data(), part.size()) != part.size())
        return failure();
    m_written += part.size();
    m_total = total;
    Q_EMIT progressed();
    return {};
}

void FileExport::end(const base::Result<void> &result)
{
    base::Result<void> all = result;
    if (all && !m_file->commit())
        all = failure();
    const QString path = m_file->fileName();
    m_file.reset(); // without a commit nothing is left of it
    if (all)
        Q_EMIT finished(path);
    else
        Q_EMIT failed(all.error());
}

std::unexpected<base::Error> FileExport::failure() const
{
    return base::fail(
        base::ErrorCode::FileFailed,
        tr("%1 could not be written: %2.")
            .arg(QDir::toNativeSeparators(m_file->fileName()), m_file->errorString()));
}

} // namespace authdesk::ui::widgets
