// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads the objects of a JSON list one by one, so that a file may be longer than memory is:
// `[{…}, …]`, or `{"items": [{…}, …], …}` as our own lists and exports are. One thread at a time.
#pragma once

#include "core/base/result.h"

#include <QtCore/QJsonObject>

#include <optional>

class QIODevice;

namespace authdesk::transfer {

class JsonItems final
{
public:
    /// What one object may take, in bytes.
    static constexpr qsizetype longestItem = 64 * 1024;

    /// `device` is open for reading and outlives the reader.
    explicit JsonItems(QIODevice &device);

    /// The next object; nullopt at the end of the list. Malformed, and then nothing follows: what
    /// is no such list, or ends in its middle; FileFailed.
    [[nodiscard]] base::Result<std::optional<QJsonObject>> next();
    /// Bytes taken from the device so far.
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }

private:
    enum class State { Start, FirstItem, Items, End };

    /// The next byte that is no blank, not taken yet; 0 at the end.
    [[nodiscard]] char peek();
    [[nodiscard]] char take();
    [[nodiscard]] bool takeWord(QByteArrayView word);
    [[nodiscard]] base::Result<> begin();
    [[nodiscard]] base::Result<> end();
    [[nodiscard]] base::Result<QByteArray> readObject();
    [[nodiscard]] std::unexpected<base::Error> malformed(const QString &sentence);

    QIODevice &m_device;
    QByteArray m_bytes;
    qsizetype m_at = 0;
    qint64 m_bytesRead = 0;
    State m_state = State::Start;
    bool m_isWrapped = false; ///< the list stands in an object
    int m_item = 0;
};

} // namespace authdesk::transfer
