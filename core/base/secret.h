// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A password, token, key or code while it is in memory. Not printable, compared in constant time,
// wiped when the last copy goes. What Qt copies on the way in and out (line edits, JSON documents,
// socket buffers) is not covered. Values share their bytes; any thread, like QByteArray.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <memory>

namespace authdesk::base {

class Secret final
{
public:
    Secret() = default;
    /// Takes the bytes over and wipes what it was given.
    explicit Secret(QByteArray &&bytes);
    [[nodiscard]] static Secret fromString(const QString &text);
    [[nodiscard]] static Secret copyOf(QByteArrayView bytes);

    [[nodiscard]] bool isEmpty() const { return view().isEmpty(); }
    /// The bytes themselves, valid as long as this Secret lives. Name every use with care.
    [[nodiscard]] QByteArrayView view() const;
    [[nodiscard]] QString toString() const;

    /// Constant time for equal lengths.
    friend bool operator==(const Secret &left, const Secret &right);

private:
    class Bytes;
    std::shared_ptr<const Bytes> m_bytes;
};

/// Overwrites bytes that are about to be dropped; the compiler may not leave it out.
void wipe(void *bytes, std::size_t size);
/// Wipes and empties a buffer of ours that held a secret.
void wipe(QByteArray &bytes);
void wipe(QString &text);

/// Compares without telling by its time where two values differ.
[[nodiscard]] bool equalInConstantTime(QByteArrayView left, QByteArrayView right);

} // namespace authdesk::base
