// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/languagefollower.h"

#include <QtCore/QEvent>
#include <QtWidgets/QWidget>

namespace authdesk::ui::widgets {

LanguageFollower::LanguageFollower(QWidget *owner, std::function<void()> retranslate)
    : QObject(owner)
    , m_retranslate(std::move(retranslate))
{
    m_retranslate();
    owner->installEventFilter(this);
}

bool LanguageFollower::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && watched == parent())
        m_retranslate();
    return QObject::eventFilter(watched, event);
}

void followLanguage(QWidget *owner, std::function<void()> retranslate)
{
    new LanguageFollower(owner, std::move(retranslate));
}

} // namespace authdesk::ui::widgets
