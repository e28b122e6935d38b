// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/selectionbar.h"

#include "ui/pages/users/manytexts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <array>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using model::BulkAction;

namespace {

constexpr std::array inMenu{BulkAction::Enable, BulkAction::Unlock, BulkAction::RevokeSessions,
                            BulkAction::Delete};

} // namespace

SelectionBar::SelectionBar(ManyViewModel &viewModel, QWidget *parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_count(new QLabel(this))
    , m_everybody(widgets::linkButton({}, this))
    , m_disable(widgets::plainButton({}, this))
    , m_roleMenu(new QMenu(this))
    , m_moreMenu(new QMenu(this))
{
    m_role = widgets::menuButton(m_roleMenu, this);
    m_more = widgets::menuButton(m_moreMenu, this);
    setObjectName(u"selectionBar"_s);
    m_count->setObjectName(u"selectedCount"_s);
    m_everybody->setObjectName(u"selectEverybody"_s);
    m_disable->setObjectName(u"disableMany"_s);
    m_role->setObjectName(u"roleMany"_s);
    m_more->setObjectName(u"moreMany"_s);
    m_roleMenu->setObjectName(u"roleManyMenu"_s);
    m_moreMenu->setObjectName(u"moreManyMenu"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, theme::space8, 0, theme::space8);
    row->setSpacing(theme::buttonGap);
    row->addWidget(m_count);
    row->addWidget(m_everybody);
    row->addSpacing(theme::space8);
    row->addWidget(m_disable);
    row->addWidget(m_role);
    row->addWidget(m_more);
    row->addStretch(1);
    connect(m_everybody, &QPushButton::clicked, this, &SelectionBar::everybodyWanted);
    connect(m_disable, &QPushButton::clicked, this,
            [this] { Q_EMIT wanted(BulkAction::Disable, {}); });
    connect(m_roleMenu, &QMenu::aboutToShow, this, &SelectionBar::fillRoleMenu);
    connect(m_moreMenu, &QMenu::aboutToShow, this, &SelectionBar::fillMoreMenu);
    updateWidgets();
}

void SelectionBar::setSelected(qsizetype count, qint64 listed, bool isAllRead)
{
    m_isAllRead = isAllRead;
    m_selected = count;
    m_listed = listed;
    updateWidgets();
}

void SelectionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateWidgets();
    QWidget::changeEvent(event);
}

void SelectionBar::updateWidgets()
{
    const auto offered = [this](BulkAction action) { return m_viewModel.offers(action); };
    const bool hasMore = std::ranges::any_of(inMenu, offered);
    m_disable->setText(manyLabel(BulkAction::Disable));
    m_role->setText(manyLabel(BulkAction::SetRole));
    //: A menu with more that can be done to those who are selected
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("More that can be done to those who are selected"));
    m_role->setToolTip(tr("Give those who are selected another role"));
    m_disable->setVisible(offered(BulkAction::Disable));
    m_role->setVisible(offered(BulkAction::SetRole));
    m_more->setVisible(hasMore);
    const QString selected = QLocale().toString(m_selected);
    m_count->setText(m_listed > m_selected
                         //: How many are selected, of how many the list has
                         ? tr("%1 of %2 selected").arg(selected, QLocale().toString(m_listed))
                         : tr("%1 selected").arg(selected));
    m_everybody->setText(tr("Select all %1").arg(QLocale().toString(m_listed)));
    m_everybody->setVisible(m_isAllRead && m_selected > 1 && m_listed > m_selected);
    setVisible(m_selected > 0 && (offered(BulkAction::Disable) || hasMore));
}

void SelectionBar::fillRoleMenu()
{
    m_roleMenu->clear();
    for (const model::Role &role : m_viewModel.rights().grantableRoles()) {
        QAction *action = m_roleMenu->addAction(role.name);
        action->setObjectName(u"give_"_s + role.slug);
        connect(action, &QAction::triggered, this,
                [this, slug = role.slug] { Q_EMIT wanted(BulkAction::SetRole, slug); });
    }
}

void SelectionBar::fillMoreMenu()
{
    m_moreMenu->clear();
    for (const BulkAction action : inMenu) {
        if (!m_viewModel.offers(action))
            continue;
        QAction *entry = m_moreMenu->addAction(manyLabel(action));
        entry->setObjectName(u"many_"_s + model::bulkActionName(action));
        connect(entry, &QAction::triggered, this, [this, action] { Q_EMIT wanted(action, {}); });
    }
}

} // namespace authdesk::ui::pages::users
