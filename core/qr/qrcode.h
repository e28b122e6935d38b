// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A text as a QR code: the matrix for a window to draw, or a picture for an API to send. Needs no
// QImage, so that the server can make one. Any thread.
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

namespace authdesk::qr {

class QrCode final
{
public:
    /// TooLarge when the text does not fit into a QR code.
    [[nodiscard]] static base::Result<QrCode> encode(QByteArrayView text);

    /// Modules per side, without the quiet zone.
    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] bool isDark(int x, int y) const { return m_modules[y * m_size + x] != 0; }

    /// Black on white with four modules of quiet zone, `scale` pixels per module.
    [[nodiscard]] base::Result<QByteArray> toPng(int scale = 6) const;

private:
    QrCode(int size, QByteArray modules)
        : m_size(size)
        , m_modules(std::move(modules))
    {
    }
    int m_size;
    QByteArray m_modules;
};

/// `data:image/png;base64,…`
[[nodiscard]] QByteArray pngDataUrl(const QByteArray &png);

} // namespace authdesk::qr
