// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/qrview.h"

#include "core/qr/qrcode.h"
#include "ui/widgets/languagefollower.h"

#include <QtGui/QPainter>

namespace authdesk::ui::widgets {

static constexpr int quietZone = 4; // modules, ISO/IEC 18004

QrView::QrView(QWidget *parent)
    : QWidget(parent)
{
    followLanguage(this, [this] { setAccessibleName(tr("QR code for your authenticator app")); });
    setEdge(m_edge);
}

void QrView::setContent(const base::Secret &content)
{
    m_matrix = {};
    if (!content.isEmpty()) {
        if (const auto code = qr::QrCode::encode(content.view())) {
            const int side = code->size() + 2 * quietZone;
            m_matrix = QImage(side, side, QImage::Format_RGB32);
            m_matrix.fill(Qt::white);
            for (int y = 0; y < code->size(); ++y) {
                for (int x = 0; x < code->size(); ++x) {
                    if (code->isDark(x, y))
                        m_matrix.setPixelColor(x + quietZone, y + quietZone, Qt::black);
                }
            }
        }
    }
    update();
}

void QrView::setEdge(int pixels)
{
    m_edge = pixels;
    setFixedSize(pixels, pixels);
}

void QrView::paintEvent(QPaintEvent *)
{
    if (m_matrix.isNull())
        return;
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    // Whole device pixels per module: scanners do not like grey edges.
    const qreal ratio = devicePixelRatioF();
    const int scale = std::max(1, int(m_edge * ratio) / m_matrix.width());
    const qreal side = m_matrix.width() * scale / ratio;
    painter.drawImage(QRectF((m_edge - side) / 2, (m_edge - side) / 2, side, side), m_matrix);
}

} // namespace authdesk::ui::widgets
