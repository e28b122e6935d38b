// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/log.h"

#include <QtCore/QJsonDocument>

#include <atomic>
#include <cstdio>
#include <utility>

namespace authdesk::base {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(logServer, "authdesk.server")
Q_LOGGING_CATEGORY(logRequests, "authdesk.requests")
Q_LOGGING_CATEGORY(logStore, "authdesk.store")

namespace {

std::atomic<LogFormat> installedFormat = LogFormat::Text;
std::atomic<LogLevel> installedLevel = LogLevel::Info;

QString &currentRequest()
{
    thread_local QString requestId;
    return requestId;
}

QLatin1StringView levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "debug"_L1;
    case LogLevel::Info:
        return "info"_L1;
    case LogLevel::Warning:
        return "warning"_L1;
    case LogLevel::Error:
        return "error"_L1;
    }
    return "error"_L1;
}

/// Control characters, and those that turn or hide what stands beside them.
bool needsSpelling(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
           || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
}

QString spelled(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (needsSpelling(c))
            result += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        else
            result += c;
    }
    return result;
}

QString fieldText(const QJsonValue &value)
{
    QString text = spelled(value.toVariant().toString());
    // Quoted where it could be taken for another field.
    if (text.isEmpty() || text.contains(u' ') || text.contains(u'"') || text.contains(u'='))
        text = u'"' + text.replace(u'"', u"\\\""_s) + u'"';
    return text;
}

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        return LogLevel::Error;
    }
    return LogLevel::Error;
}

void write(LogLevel level, const QString &category, const QString &message,
           const QJsonObject &fields)
{
    if (level < installedLevel)
        return;
    const QByteArray line = formatLogLine({.time = QDateTime::currentDateTimeUtc(),
                                           .level = level,
                                           .category = category,
                                           .message = message,
                                           .requestId = currentRequest(),
                                           .fields = fields},
                                          installedFormat);
    // One call: lines of several threads do not mix.
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    write(levelOf(type), QString::fromLatin1(context.category ? context.category : "default"),
          message, {});
}

} // namespace

std::optional<LogFormat> logFormatFromName(QStringView name)
{
    if (name == "text"_L1)
        return LogFormat::Text;
    if (name == "json"_L1)
        return LogFormat::Json;
    return std::nullopt;
}

std::optional<LogLevel> logLevelFromName(QStringView name)
{
    for (const LogLevel level :
         {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error}) {
        if (name == levelName(level))
            return level;
    }
    return std::nullopt;
}

void installLog(const LogOptions &options)
{
    installedFormat = options.format;
    installedLevel = options.level;
    qInstallMessageHandler(handleMessage);
}

QByteArray formatLogLine(const LogLine &line, LogFormat format)
{
    const QString time = line.time.toUTC().toString(Qt::ISODateWithMs);
    if (format == LogFormat::Json) {
        // Spelled here as well: a terminal that shows the JSON obeys no character either.
        QJsonObject object;
        for (auto field = line.fields.begin(); field != line.fields.end(); ++field)
            object.insert(field.key(), field->isString() ? QJsonValue(spelled(field->toString()))
                                                         : field.value());
        object.insert("time"_L1, time);
        object.insert("level"_L1, levelName(line.level));
        object.insert("category"_L1, line.category);
        object.insert("message"_L1, spelled(line.message));
        if (!line.requestId.isEmpty())
            object.insert("request_id"_L1, line.requestId);
        return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    QString text = time + u' ' + levelName(line.level) + u' ' + line.category + u": "_s
                   + spelled(line.message);
    if (!line.requestId.isEmpty())
        text += u" request_id="_s + line.requestId;
    for (auto field = line.fields.begin(); field != line.fields.end(); ++field)
        text += u' ' + field.key() + u'=' + fieldText(*field);
    return text.toUtf8() + '\n';
}

void writeLog(LogLevel level, const QLoggingCategory &category, const QString &message,
              const QJsonObject &fields)
{
    write(level, QString::fromLatin1(category.categoryName()), message, fields);
}

QString currentLogRequest()
{
    return currentRequest();
}

LogRequest::LogRequest(const QString &requestId)
    : m_before(std::exchange(currentRequest(), requestId))
{
}

LogRequest::~LogRequest()
{
    currentRequest() = m_before;
}

} // namespace authdesk::base
