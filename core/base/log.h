// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the programs tell their operator, on standard error: one line an event, as text or as JSON,
// with the time in UTC and the request it belongs to. Control characters are spelled out, so that
// no line can be forged (ASVS 16.4.1). A secret is never given to these functions. Any thread.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QLoggingCategory>

#include <optional>

namespace authdesk::base {

Q_DECLARE_LOGGING_CATEGORY(logServer)   ///< start, stop, the state of the ground
Q_DECLARE_LOGGING_CATEGORY(logRequests) ///< a line per request
Q_DECLARE_LOGGING_CATEGORY(logStore)    ///< the database

enum class LogFormat { Text, Json };
enum class LogLevel { Debug, Info, Warning, Error };

[[nodiscard]] std::optional<LogFormat> logFormatFromName(QStringView name); ///< "text", "json"
[[nodiscard]] std::optional<LogLevel> logLevelFromName(QStringView name);   ///< "debug", …

struct LogOptions
{
    LogFormat format = LogFormat::Text;
    LogLevel level = LogLevel::Info;
};

/// Everything that Qt's logging is given goes this way from now on. Once, at the start of a
/// program.
void installLog(const LogOptions &options);

struct LogLine
{
    QDateTime time;
    LogLevel level = LogLevel::Info;
    QString category; ///< "authdesk.server"
    QString message;
    QString requestId = {};
    QJsonObject fields = {}; ///< flat; beside the message
};

/// One line with its line feed, UTF-8.
[[nodiscard]] QByteArray formatLogLine(const LogLine &line, LogFormat format);

/// Writes a line with fields of its own; nothing below the installed level.
void writeLog(LogLevel level, const QLoggingCategory &category, const QString &message,
              const QJsonObject &fields);

/// While it lives, the lines of this thread carry the request's id.
class LogRequest final
{
public:
    explicit LogRequest(const QString &requestId);
    LogRequest(const LogRequest &) = delete;
    LogRequest &operator=(const LogRequest &) = delete;
    ~LogRequest();

private:
    QString m_before;
};

/// The id that the lines of this thread carry; empty outside of a request.
[[nodiscard]] QString currentLogRequest();

} // namespace authdesk::base
