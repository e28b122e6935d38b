// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/emptystate.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"

#include <QtCore/QEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

static constexpr int iconSize = 48;

EmptyState::EmptyState(theme::Icon icon, QWidget *parent)
    : QWidget(parent)
    , m_name(icon)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_primary(ui::widgets::primaryButton({}, this))
    , m_link(linkButton({}, this))
    , m_secondLink(linkButton({}, this))
{
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(u"emptySentence"_s);
    m_primary->setObjectName(u"emptyPrimary"_s);
    m_link->setObjectName(u"emptyLink"_s);
    m_secondLink->setObjectName(u"emptySecondLink"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                               theme::pageMargin);
    layout->setSpacing(theme::space12);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_sentence);
    layout->addWidget(m_primary, 0, Qt::AlignHCenter);
    layout->addWidget(m_link, 0, Qt::AlignHCenter);
    layout->addWidget(m_secondLink, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_primary->hide();
    m_link->hide();
    m_secondLink->hide();
    QObject::connect(m_primary, &QPushButton::clicked, this, &EmptyState::primaryClicked);
    QObject::connect(m_link, &QPushButton::clicked, this, &EmptyState::linkClicked);
    QObject::connect(m_secondLink, &QPushButton::clicked, this, &EmptyState::secondLinkClicked);
    updateIcon();
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void EmptyState::setPrimary(const QString &text)
{
    m_primary->setText(text);
    m_primary->setVisible(!text.isEmpty());
}

void EmptyState::setLinks(const QString &first, const QString &second)
{
    m_link->setText(first);
    m_link->setVisible(!first.isEmpty());
    m_secondLink->setText(second);
    m_secondLink->setVisible(!second.isEmpty());
}

void EmptyState::updateIcon()
{
    m_icon->setPixmap(theme::iconPixmap(m_name, iconSize, theme::colorsOf(palette()).secondaryText,
                                        devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
    QWidget::changeEvent(event);
}

} // namespace authdesk::ui::widgets
