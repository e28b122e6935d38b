// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/connectionheader.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/languagefollower.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;

static constexpr int headerHeight = 48;

static QToolButton *menuButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize({20, 20});
    button->setFocusPolicy(Qt::StrongFocus);
    button->setFixedHeight(theme::fieldHeight);
    return button;
}

static int widthWith(QToolButton *button, const QString &text)
{
    button->setText(text);
    return button->sizeHint().width();
}

ConnectionHeader::ConnectionHeader(QWidget *parent)
    : QWidget(parent)
    , m_name(menuButton(u"serverMenu"_s, this))
    , m_where(new widgets::ElidedLabel({}, this))
    , m_noSecondFactor(new widgets::Chip(widgets::ChipKind::Warning, {}, this))
    , m_person(menuButton(u"personMenu"_s, this))
{
    setFixedHeight(headerHeight);
    m_name->setIcon(theme::icon(theme::Icon::Server));
    m_person->setIcon(theme::icon(theme::Icon::Account));
    theme::setFontRole(m_name, theme::FontRole::Strong);
    m_where->setForegroundRole(QPalette::PlaceholderText);
    m_noSecondFactor->setObjectName(u"noSecondFactor"_s);
    m_noSecondFactor->setInteractive(true);
    m_noSecondFactor->hide();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::space8, 0, theme::space16, 1);
    layout->setSpacing(theme::space8);
    layout->addWidget(m_name);
    layout->addWidget(m_where, 1);
    layout->addWidget(m_noSecondFactor);
    layout->addWidget(m_person);
    QObject::connect(m_noSecondFactor, &widgets::Chip::clicked, this,
                     &ConnectionHeader::secondFactorRequested);
    widgets::followLanguage(this, [this] {
        m_noSecondFactor->setText(tr("No second factor"));
        m_noSecondFactor->setToolTip(
            tr("Without it one stolen password is enough. Click to turn it on."));
        fitButtons();
    });
}

void ConnectionHeader::setMenus(QMenu *serverMenu, QMenu *personMenu)
{
    m_name->setMenu(serverMenu);
    m_person->setMenu(personMenu);
}

void ConnectionHeader::showServer(const workspace::OpenServer &server, const QString &systemName)
{
    const settings::ServerProfile &profile = server.profile();
    m_nameText = profile.name;
    QStringList where{profile.address.toDisplayString(QUrl::StripTrailingSlash), systemName};
    if (profile.hosted)
        where += profile.hosted->asService ? tr("runs as a service of your account")
                                           : tr("runs in this window");
    m_where->setText(where.join(u" · "_s));
    const auto &user = server.user();
    m_person->setVisible(server.isSignedIn());
    m_personText = user ? tr("Signed in as %1").arg(user->username) : tr("Signed in");
    m_noSecondFactor->setVisible(server.isSignedIn() && user && !user->mfaEnabled);
    fitButtons();
}

void ConnectionHeader::fitButtons()
{
    const QMargins around = layout()->contentsMargins();
    int place = width() - around.left() - around.right() - 2 * theme::space8
                - m_where->minimumSizeHint().width();
    if (!isVisible()) // without a width yet
        place = QWIDGETSIZE_MAX;
    if (!m_noSecondFactor->isHidden())
        place -= m_noSecondFactor->sizeHint().width() + theme::space8;
    // Half for each, and what one does not need is the other's.
    const int name = widthWith(m_name, m_nameText);
    const int person = m_person->isHidden() ? 0 : widthWith(m_person, m_personText);
    widgets::elideTo(m_name, m_nameText, std::max(place / 2, place - person));
    widgets::elideTo(m_person, m_personText, std::max(place / 2, place - name));
}

void ConnectionHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitButtons();
}

void ConnectionHeader::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitButtons();
}

void ConnectionHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette().color(QPalette::Mid));
}

} // namespace authdesk::ui::shell
