// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/chip.h"

#include "ui/theme/colors.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"

#include <QtGui/QFontMetrics>
#include <QtGui/QPainter>
#include <QtWidgets/QAccessibleWidget>

namespace authdesk::ui::widgets {

static constexpr int shapeWidth = 8;

// Drawn and not typed, because many fonts have no ◔.
static void drawChipShape(QPainter *painter, const QRectF &box, ChipKind kind, const QColor &color)
{
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    const QRectF inner = box.adjusted(0.75, 0.75, -0.75, -0.75);
    switch (kind) {
    case ChipKind::Good:
        painter->setBrush(color);
        painter->drawEllipse(inner);
        break;
    case ChipKind::Off:
        painter->drawEllipse(inner);
        break;
    case ChipKind::Waiting:
        painter->drawEllipse(inner);
        painter->setBrush(color);
        painter->drawPie(inner, 0, 90 * 16);
        break;
    case ChipKind::Warning:
        painter->setBrush(color);
        painter->drawPolygon(QPolygonF{QPointF(inner.center().x(), inner.top()),
                                       inner.bottomRight(), inner.bottomLeft()});
        break;
    case ChipKind::Danger:
        painter->drawLine(inner.topLeft(), inner.bottomRight());
        painter->drawLine(inner.topRight(), inner.bottomLeft());
        break;
    }
}

QSize chipSize(const QString &text)
{
    const QFontMetrics metrics(theme::font(theme::FontRole::Caption));
    return {2 * theme::chipPadding + shapeWidth + theme::space4 + metrics.horizontalAdvance(text),
            std::max(theme::chipHeight, metrics.height())};
}

void paintChip(QPainter *painter, const QRect &rect, ChipKind kind, const QString &text,
               const QPalette &palette)
{
    const theme::Colors &colors = theme::colorsOf(palette);
    QColor fill = colors.neutralFill;
    QColor front = colors.text;
    if (kind == ChipKind::Good) {
        fill = colors.goodFill;
        front = colors.goodText;
    } else if (kind == ChipKind::Warning) {
        fill = colors.warningFill;
        front = colors.warningText;
    } else if (kind == ChipKind::Danger) {
        fill = colors.dangerFill;
        front = colors.dangerText;
    }
    const QSize wanted = chipSize(text);
    QRect chip(rect.left(), rect.top() + (rect.height() - wanted.height()) / 2,
               std::min(wanted.width(), rect.width()), wanted.height());

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(chip, theme::chipRadius, theme::chipRadius);
    const QRectF shape(chip.left() + theme::chipPadding,
                       chip.top() + (chip.height() - shapeWidth) / 2.0, shapeWidth, shapeWidth);
    drawChipShape(painter, shape, kind, front);
    painter->setFont(theme::font(theme::FontRole::Caption));
    painter->setPen(front);
    const QRect words = chip.adjusted(theme::chipPadding + shapeWidth + theme::space4, 0,
                                      1 - theme::chipPadding, 0);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    painter->restore();
}

namespace {

/// A chip that only shows something is read like a word, and is no button.
class ChipWord final : public QAccessibleWidget
{
public:
    explicit ChipWord(Chip *chip)
        : QAccessibleWidget(chip, QAccessible::StaticText)
        , m_chip(chip)
    {
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? m_chip->text() : QAccessibleWidget::text(kind);
    }

private:
    Chip *m_chip;
};

QAccessibleInterface *makeChipWord(const QString &, QObject *object)
{
    auto *chip = qobject_cast<Chip *>(object);
    return chip && chip->focusPolicy() == Qt::NoFocus ? new ChipWord(chip) : nullptr;
}

} // namespace

Chip::Chip(QWidget *parent)
    : QAbstractButton(parent)
{
    // Does nothing when it is installed already.
    QAccessible::installFactory(&makeChipWord);
    setInteractive(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Chip::Chip(ChipKind kind, const QString &text, QWidget *parent)
    : Chip(parent)
{
    m_kind = kind;
    setText(text);
}

void Chip::setKind(ChipKind kind)
{
    m_kind = kind;
    update();
}

void Chip::setInteractive(bool interactive)
{
    setFocusPolicy(interactive ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, !interactive);
    setCursor(interactive ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize Chip::sizeHint() const
{
    return chipSize(text());
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(&painter, rect(), m_kind, text(), palette());
}

} // namespace authdesk::ui::widgets
