// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/importsource.h"

#include "ui/pages/users/importtexts.h"

#include <QtCore/QBuffer>
#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

/// The result of `work`, done on a thread of the pool.
template <typename T, typename Work>
QFuture<Result<T>> onPool(Work work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

} // namespace

/// What the threads share; one at a time.
class ImportSource::Reading final
{
public:
    explicit Reading(QString path)
        : m_path(std::move(path))
    {
    }
    struct Pasted
    {
        QString text;
    };
    explicit Reading(Pasted pasted)
        : m_text(std::move(pasted.text))
    {
    }

    [[nodiscard]] Result<qint64> open()
    {
        m_parts.reset();
        m_reader.reset();
        m_device.reset();
        if (auto opened = m_path.isEmpty() ? openText() : openFile(); !opened)
            return base::fail(opened.error());
        const auto format = transfer::formatOfName(m_path).value_or(
            guessed(m_device->peek(transfer::enoughToGuess)));
        auto reader = transfer::PeopleReader::open(*m_device, format);
        if (!reader)
            return base::fail(reader.error());
        m_reader = std::move(*reader);
        m_parts = std::make_unique<transfer::PeopleParts>(*m_reader, rowsAtOnce);
        return m_device->size();
    }

    [[nodiscard]] Result<Part> next()
    {
        if (!m_parts)
            return base::fail(base::ErrorCode::Internal, {}, u"the source is not open"_s);
        auto part = m_parts->next();
        if (!part)
            return base::fail(part.error());
        return Part{.people = *std::move(part), .ignoredColumns = m_reader->ignoredColumns()};
    }

private:
    [[nodiscard]] static transfer::Format guessed(const QByteArray &beginning)
    {
        return transfer::guessFormat(beginning);
    }

    [[nodiscard]] Result<void> openText()
    {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(m_text.toUtf8());
        if (!buffer->open(QIODevice::ReadOnly))
            return base::fail(base::ErrorCode::Internal, {}, u"a buffer did not open"_s);
        m_device = std::move(buffer);
        return {};
    }

    [[nodiscard]] Result<void> openFile()
    {
        const QFileInfo info(m_path);
        // A pipe would be waited for without an end.
        if (info.exists() && !info.isFile())
            return base::fail(base::ErrorCode::FileFailed, noFileMessage);
        auto file = std::make_unique<QFile>(m_path);
        if (!file->open(QIODevice::ReadOnly))
            return base::fail(base::ErrorCode::FileFailed,
                              QString(unreadableMessage).arg(file->errorString()));
        const std::pair seen(file->size(), info.lastModified());
        if (m_seen && *m_seen != seen)
            return base::fail(base::ErrorCode::FileFailed, changedMessage);
        m_seen = seen;
        m_device = std::move(file);
        return {};
    }

    QString m_path; ///< empty: the text
    QString m_text;
    std::optional<std::pair<qint64, QDateTime>> m_seen; ///< the file when it was opened first
    std::unique_ptr<QIODevice> m_device;
    std::unique_ptr<transfer::PeopleReader> m_reader;
    std::unique_ptr<transfer::PeopleParts> m_parts;
};

std::unique_ptr<ImportSource> ImportSource::ofFile(const QString &path)
{
    return std::unique_ptr<ImportSource>(new ImportSource(std::make_shared<Reading>(path)));
}

std::unique_ptr<ImportSource> ImportSource::ofText(const QString &text)
{
    return std::unique_ptr<ImportSource>(
        new ImportSource(std::make_shared<Reading>(Reading::Pasted{text})));
}

ImportSource::ImportSource(std::shared_ptr<Reading> reading)
    : m_reading(std::move(reading))
{
}

ImportSource::~ImportSource() = default;

QFuture<Result<qint64>> ImportSource::open()
{
    return onPool<qint64>([reading = m_reading] { return reading->open(); });
}

QFuture<Result<ImportSource::Part>> ImportSource::next()
{
    return onPool<Part>([reading = m_reading] { return reading->next(); });
}

} // namespace authdesk::ui::pages::users
