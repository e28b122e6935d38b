// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/busyoverlay.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/languagefollower.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

static constexpr int quietMs = 300;
static constexpr int explainMs = 5000;

BusyOverlay::BusyOverlay(QWidget *content)
    : QWidget(content)
    , m_dim(new QTimer(this))
    , m_explain(new QTimer(this))
    , m_what(new QLabel(this))
    , m_cancel(plainButton({}, this))
{
    m_what->setObjectName(u"busyWhat"_s);
    m_what->setAlignment(Qt::AlignCenter);
    m_cancel->setObjectName(u"busyCancel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(theme::space12);
    layout->addStretch(2);
    layout->addWidget(m_what, 0, Qt::AlignHCenter);
    layout->addWidget(m_cancel, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    m_dim->setSingleShot(true);
    m_dim->setInterval(quietMs);
    m_explain->setSingleShot(true);
    m_explain->setInterval(explainMs);
    QObject::connect(m_dim, &QTimer::timeout, this, [this] {
        setGeometry(parentWidget()->rect());
        raise();
        show();
    });
    QObject::connect(m_explain, &QTimer::timeout, this, [this] {
        m_what->show();
        m_cancel->show();
    });
    QObject::connect(m_cancel, &QPushButton::clicked, this, [this] {
        end();
        Q_EMIT cancelled();
    });
    followLanguage(this, [this] { m_cancel->setText(tr("Cancel")); });
    content->installEventFilter(this);
    hide();
}

void BusyOverlay::begin(const QString &what)
{
    m_what->setText(what);
    if (m_busy)
        return;
    m_busy = true;
    m_what->hide();
    m_cancel->hide();
    m_dim->start();
    m_explain->start();
}

void BusyOverlay::end()
{
    m_busy = false;
    m_dim->stop();
    m_explain->stop();
    hide();
}

void BusyOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.5f);
    painter.fillRect(rect(), veil);
    if (!m_what->isVisible())
        return;
    // The words need a ground that they can be read on.
    const QRect words = m_what->geometry().united(m_cancel->geometry());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(words).adjusted(-15.5, -15.5, 15.5, 15.5), theme::radius,
                            theme::radius);
}

bool BusyOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace authdesk::ui::widgets
