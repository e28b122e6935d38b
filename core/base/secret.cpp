// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/secret.h"

namespace authdesk::base {

class Secret::Bytes final
{
public:
    explicit Bytes(QByteArrayView view)
        : m_size(std::size_t(view.size()))
        , m_data(std::make_unique<char[]>(m_size))
    {
        std::copy(view.begin(), view.end(), m_data.get());
    }
    Bytes(const Bytes &) = delete;
    Bytes &operator=(const Bytes &) = delete;
    ~Bytes() { wipe(m_data.get(), m_size); }

    [[nodiscard]] QByteArrayView view() const { return {m_data.get(), qsizetype(m_size)}; }

private:
    std::size_t m_size;
    std::unique_ptr<char[]> m_data;
};

Secret::Secret(QByteArray &&bytes)
    : m_bytes(bytes.isEmpty() ? nullptr : std::make_shared<const Bytes>(bytes))
{
    wipe(bytes);
}

Secret Secret::fromString(const QString &text)
{
    return Secret(text.toUtf8());
}

Secret Secret::copyOf(QByteArrayView bytes)
{
    Secret secret;
    if (!bytes.isEmpty())
        secret.m_bytes = std::make_shared<const Bytes>(bytes);
    return secret;
}

QByteArrayView Secret::view() const
{
    // Never null: C libraries take the pointer even where there is nothing to read.
    return m_bytes ? m_bytes->view() : QByteArrayView("", 0);
}

QString Secret::toString() const
{
    return QString::fromUtf8(view());
}

bool operator==(const Secret &left, const Secret &right)
{
    return equalInConstantTime(left.view(), right.view());
}

void wipe(void *bytes, std::size_t size)
{
    auto *const volatile first = static_cast<volatile char *>(bytes);
    for (std::size_t i = 0; i < size; ++i)
        first[i] = 0;
}

void wipe(QByteArray &bytes)
{
    // A shared buffer belongs to somebody else too; data() would only wipe a fresh copy.
    if (bytes.isDetached())
        wipe(bytes.data(), std::size_t(bytes.size()));
    bytes.clear();
}

void wipe(QString &text)
{
    if (text.isDetached())
        wipe(text.data(), std::size_t(text.size()) * sizeof(QChar));
    text.clear();
}

bool equalInConstantTime(QByteArrayView left, QByteArrayView right)
{
    if (left.size() != right.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference = static_cast<unsigned char>(difference | (left[i] ^ right[i]));
    return difference == 0;
}

} // namespace authdesk::base
