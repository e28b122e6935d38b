// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/codefield.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/stylepanels.h"

#include <QtCore/QEvent>
#include <QtGui/QFontMetrics>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyleOption>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

static constexpr int digits = 6;
static constexpr int boxWidth = 36;
static constexpr int boxHeight = 40;
static constexpr int boxGap = theme::space8;
static constexpr int middleGap = theme::space16;
// The focus ring lies around the whole field; the boxes keep clear of it.
static constexpr int boxMargin = 2;

CodeField::CodeField(QWidget *parent)
    : QLineEdit(parent)
{
    setInputMethodHints(Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    QObject::connect(this, &QLineEdit::textEdited, this, &CodeField::tidy);
    QObject::connect(this, &QLineEdit::returnPressed, this, [this] {
        if (m_mode == Mode::Recovery && !code().isEmpty())
            Q_EMIT completed(code());
    });
    setMode(Mode::Digits);
}

void CodeField::setMode(Mode mode)
{
    m_mode = mode;
    clear();
    const bool boxes = mode == Mode::Digits;
    // Longer than six so that "123 456" can be pasted and then tidied.
    setMaxLength(64);
    setFrame(!boxes);
    theme::setFontRole(this, theme::FontRole::Secret);
    setSizePolicy(boxes ? QSizePolicy::Fixed : QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::IBeamCursor);
    retranslate();
    updateGeometry();
    update();
}

void CodeField::retranslate()
{
    if (m_mode == Mode::Digits) {
        setPlaceholderText({});
        setAccessibleName(tr("Six-digit code"));
    } else {
        setPlaceholderText(tr("for example abcde-fghij"));
        setAccessibleName(tr("Recovery code"));
    }
}

QString CodeField::code() const
{
    QString result = text();
    result.removeIf([](QChar letter) { return letter.isSpace(); });
    return result;
}

void CodeField::startOver()
{
    clear();
    setFocus(Qt::OtherFocusReason);
}

void CodeField::tidy()
{
    if (m_mode != Mode::Digits)
        return;
    QString kept;
    for (const QChar letter : text()) {
        if (letter >= u'0' && letter <= u'9' && kept.size() < digits)
            kept += letter;
    }
    if (kept != text()) {
        const auto typed = qsizetype(cursorPosition());
        setText(kept);
        setCursorPosition(int(std::min(typed, kept.size())));
    }
    if (kept.size() == digits)
        Q_EMIT completed(kept);
}

QSize CodeField::sizeHint() const
{
    if (m_mode == Mode::Recovery)
        return QLineEdit::sizeHint();
    return {digits * boxWidth + (digits - 2) * boxGap + middleGap + 2 * boxMargin,
            boxHeight + 2 * boxMargin};
}

QSize CodeField::minimumSizeHint() const
{
    return m_mode == Mode::Recovery ? QLineEdit::minimumSizeHint() : sizeHint();
}

void CodeField::paintEvent(QPaintEvent *event)
{
    if (m_mode == Mode::Recovery) {
        QLineEdit::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QString shown = text();
    const bool whole = hasSelectedText() && selectedText().size() == shown.size();
    int left = boxMargin;
    for (int i = 0; i < digits; ++i) {
        QStyleOption box;
        box.initFrom(this);
        box.rect = QRect(left, boxMargin, boxWidth, boxHeight);
        theme::drawFieldPanel(&painter, box);
        if (whole && i < shown.size())
            painter.fillRect(box.rect.adjusted(6, 6, -6, -6),
                             theme::colorsOf(palette()).selectedRow);
        painter.setPen(palette().color(QPalette::Text));
        if (i < shown.size())
            painter.drawText(box.rect, Qt::AlignCenter, shown.mid(i, 1));
        if (hasFocus() && !whole && i == std::min(cursorPosition(), digits - 1)
            && shown.size() < digits) {
            painter.setPen(QPen(palette().color(QPalette::Active, QPalette::Highlight), 2));
            painter.drawLine(box.rect.left() + 10, box.rect.bottom() - 8, box.rect.right() - 10,
                             box.rect.bottom() - 8);
        }
        left += boxWidth + (i == digits / 2 - 1 ? middleGap : boxGap);
    }
}

void CodeField::mousePressEvent(QMouseEvent *event)
{
    if (m_mode == Mode::Recovery) {
        QLineEdit::mousePressEvent(event);
        return;
    }
    // A click means "type here on": positions inside the hidden text would puzzle people.
    setFocus(Qt::MouseFocusReason);
    setCursorPosition(int(text().size()));
    update();
    event->accept();
}

void CodeField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

} // namespace authdesk::ui::widgets
