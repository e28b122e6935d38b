// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/qr/qrcode.h"

#include <png.h>
#include <qrencode.h>

#include <memory>

namespace authdesk::qr {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int quietZone = 4;

} // namespace

Result<QrCode> QrCode::encode(QByteArrayView text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(int(text.size()), reinterpret_cast<const unsigned char *>(text.data()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return fail(ErrorCode::TooLarge, u"The text does not fit into a QR code."_s);
    QByteArray modules(code->width * code->width, '\0');
    for (qsizetype i = 0; i < modules.size(); ++i)
        modules[i] = char(code->data[i] & 1);
    return QrCode(code->width, std::move(modules));
}

Result<QByteArray> QrCode::toPng(int scale) const
{
    const int side = (m_size + 2 * quietZone) * scale;
    QByteArray pixels(qsizetype(side) * side, '\xff');
    for (int y = 0; y < m_size * scale; ++y) {
        const qsizetype row = qsizetype(y + quietZone * scale) * side + quietZone * scale;
        for (int x = 0; x < m_size * scale; ++x) {
            if (isDark(x / scale, y / scale))
                pixels[row + x] = '\0';
        }
    }

    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = png_uint_32(side);
    image.height = png_uint_32(side);
    image.format = PNG_FORMAT_GRAY;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    QByteArray png(qsizetype(size), '\0');
    if (!png_image_write_to_memory(&image, png.data(), &size, 0, pixels.constData(), 0, nullptr))
        return fail(ErrorCode::Internal, u"The QR code could not be drawn."_s,
                    QString::fromLatin1(image.message));
    png.truncate(qsizetype(size));
    return png;
}

QByteArray pngDataUrl(const QByteArray &png)
{
    return "data:image/png;base64," + png.toBase64();
}

} // namespace authdesk::qr
