// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/oncebody.h"

#include <algorithm>

namespace authdesk::net {

OnceBody::OnceBody(QByteArray &&bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

OnceBody::~OnceBody()
{
    base::wipe(m_bytes);
}

qint64 OnceBody::bytesAvailable() const
{
    return m_bytes.size() - m_read + QIODevice::bytesAvailable();
}

qint64 OnceBody::readData(char *data, qint64 most)
{
    const qint64 count = std::min(most, m_bytes.size() - m_read);
    if (count <= 0)
        return -1;
    std::copy_n(m_bytes.constData() + m_read, count, data);
    m_read += count;
    return count;
}

} // namespace authdesk::net
