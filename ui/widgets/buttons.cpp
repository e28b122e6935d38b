// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/buttons.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/style.h"

#include <QtWidgets/QMenu>

namespace authdesk::ui::widgets {

static QPushButton *makeButton(const QString &text, QWidget *parent, theme::ButtonKind kind)
{
    auto *button = new QPushButton(text, parent);
    // Only the primary button answers Enter from anywhere in its dialog.
    button->setAutoDefault(kind == theme::ButtonKind::Primary);
    theme::setButtonKind(button, kind);
    return button;
}

QPushButton *primaryButton(const QString &text, QWidget *parent)
{
    return makeButton(text, parent, theme::ButtonKind::Primary);
}

QPushButton *dangerButton(const QString &text, QWidget *parent)
{
    return makeButton(text, parent, theme::ButtonKind::Danger);
}

QPushButton *plainButton(const QString &text, QWidget *parent)
{
    return makeButton(text, parent, theme::ButtonKind::Plain);
}

QPushButton *linkButton(const QString &text, QWidget *parent)
{
    return makeButton(text, parent, theme::ButtonKind::Link);
}

QPushButton *menuButton(QMenu *menu, QWidget *parent)
{
    QPushButton *button = plainButton({}, parent);
    button->setIcon(theme::icon(theme::Icon::ChevronDown));
    button->setLayoutDirection(Qt::RightToLeft); // the arrow stands after the word
    // popup() and not setMenu(), which would open it in an event loop of its own.
    QObject::connect(button, &QPushButton::clicked, menu, [button, menu] {
        menu->popup(button->mapToGlobal(QPoint(0, button->height() + theme::space4)));
    });
    return button;
}

void elideTo(QAbstractButton *button, const QString &text, int width)
{
    button->setText(text);
    const QFontMetrics metrics = button->fontMetrics();
    const int around = button->sizeHint().width() - metrics.horizontalAdvance(text);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, width - around);
    button->setText(shown);
    button->setToolTip(shown == text ? QString() : text);
    button->setAccessibleName(shown == text ? QString() : text);
}

} // namespace authdesk::ui::widgets
