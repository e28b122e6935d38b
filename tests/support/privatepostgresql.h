// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A PostgreSQL that one test may stop and start again (see postgresql.py). POSTGRESQL_PROGRAM is
// the script's path.
#pragma once

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>

namespace authdesk::tests {

class PrivatePostgresql final
{
public:
    PrivatePostgresql() { run(QStringLiteral("start")); }
    ~PrivatePostgresql() { run(QStringLiteral("stop")); }
    PrivatePostgresql(const PrivatePostgresql &) = delete;
    PrivatePostgresql &operator=(const PrivatePostgresql &) = delete;

    /// Of the database that every PostgreSQL has.
    [[nodiscard]] QString url() const
    {
        QFile file(m_folder.filePath(QStringLiteral("url")));
        return file.open(QIODevice::ReadOnly)
                   ? QString::fromUtf8(file.readAll()) + QStringLiteral("/postgres")
                   : QString();
    }
    [[nodiscard]] QString password() const { return QUrl(url()).password(); }
    /// Every connection ends; it answers again when this returns.
    void restart() { run(QStringLiteral("restart")); }
    /// Nobody answers from now on.
    void stopAnswering() { run(QStringLiteral("pause")); }
    void answerAgain() { run(QStringLiteral("resume")); }

private:
    void run(const QString &command)
    {
        const QString asServersDo = QStringLiteral("scram-sha-256");
        if (QProcess::execute(QStringLiteral(POSTGRESQL_PROGRAM),
                              {command, m_folder.path(), asServersDo})
            != 0)
            qFatal("The test's PostgreSQL does not %s.", qPrintable(command));
    }

    QTemporaryDir m_folder;
};

} // namespace authdesk::tests
