// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be bound to a statement, and what can be read from a row: one place that knows how
// times, absent values and empty text are stored. Only inside this room.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QVariant>

#include <limits>
#include <optional>

namespace authdesk::server::store {

inline constexpr qint64 forever = std::numeric_limits<qint64>::max();

[[nodiscard]] inline qint64 toStored(const QDateTime &time)
{
    return time.toMSecsSinceEpoch();
}

[[nodiscard]] inline QDateTime timeFromStored(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

class SqlValue final
{
public:
    // NOLINTBEGIN(google-explicit-constructor): lists of values are written at every statement.
    SqlValue(std::nullopt_t) {}
    SqlValue(bool value)
        : m_variant(qint64(value ? 1 : 0))
    {
    }
    SqlValue(int value)
        : m_variant(qint64(value))
    {
    }
    SqlValue(qint64 value)
        : m_variant(value)
    {
    }
    // A null QString or QByteArray is an empty one; only nullopt is NULL.
    SqlValue(const QString &value)
        : m_variant(value.isNull() ? QString(QLatin1StringView("")) : value)
    {
    }
    SqlValue(const QByteArray &value)
        : m_variant(value.isNull() ? QByteArray("") : value)
    {
    }
    SqlValue(const QDateTime &value)
        : m_variant(toStored(value))
    {
    }
    template <typename T>
    SqlValue(const std::optional<T> &value)
    {
        if (value)
            m_variant = SqlValue(*value).m_variant;
    }
    // NOLINTEND(google-explicit-constructor)

    [[nodiscard]] const QVariant &variant() const { return m_variant; }

private:
    QVariant m_variant;
};

} // namespace authdesk::server::store
