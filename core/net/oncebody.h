// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The body of a request that may be sent only once. Qt repeats a request by itself when a kept
// connection breaks; from a device that cannot go back it reports the break instead, so that no
// user is created twice. Window thread. Only for core/net.
#pragma once

#include "core/base/secret.h"

#include <QtCore/QIODevice>

namespace authdesk::net {

class OnceBody final : public QIODevice
{
    Q_OBJECT

public:
    OnceBody(QByteArray &&bytes, QObject *parent);
    ~OnceBody() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }
    /// Never goes back, and says so without a warning.
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace authdesk::net
