// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/navigation.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/languagefollower.h"

#include <QtGui/QPainter>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;

static constexpr int entryHeight = 36;

Navigation::Navigation(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(u"navigation"_s);
    setAccessibleName(tr("Pages"));
    m_rows->setContentsMargins(theme::space8, theme::space16, theme::space8, theme::space16);
    m_rows->setSpacing(theme::space4);
    m_rows->addStretch();
    setNarrow(false);
    widgets::followLanguage(this, [this] { setAccessibleName(tr("Pages")); });
}

void Navigation::addEntry(const QString &id, const QString &title, theme::Icon icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"navigation-"_s + id);
    button->setIcon(theme::icon(icon));
    button->setIconSize({20, 20});
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setFixedHeight(entryHeight);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const QKeySequence keys(u"Alt+%1"_s.arg(m_buttons.size() + 1));
    button->setShortcut(keys);
    m_group->addButton(button);
    m_rows->insertWidget(int(m_buttons.size()), button);
    m_buttons += button;
    // A screen reader toggles what can be checked, and that is no click.
    QObject::connect(button, &QToolButton::toggled, this, [this, id](bool isOn) {
        if (isOn)
            Q_EMIT chosen(id);
    });
    setTitle(id, title);
    updateWidgets();
}

void Navigation::setTitle(const QString &id, const QString &title)
{
    for (QToolButton *button : std::as_const(m_buttons)) {
        if (button->objectName() != u"navigation-"_s + id)
            continue;
        // A new text takes the shortcut away.
        const QKeySequence keys = button->shortcut();
        button->setText(title);
        button->setShortcut(keys);
        button->setToolTip(tr("%1 (%2)", "page and its shortcut")
                               .arg(title, keys.toString(QKeySequence::NativeText)));
    }
}

void Navigation::removeAll()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
}

void Navigation::setCurrent(const QString &id)
{
    for (QToolButton *button : m_buttons) {
        if (button->objectName() != u"navigation-"_s + id)
            continue;
        const QSignalBlocker quiet(button);
        button->setChecked(true);
    }
}

void Navigation::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setFixedWidth(narrow ? theme::navigationIconWidth : theme::navigationWidth);
    updateWidgets();
}

void Navigation::updateWidgets()
{
    for (QToolButton *button : m_buttons)
        button->setToolButtonStyle(m_narrow ? Qt::ToolButtonIconOnly
                                            : Qt::ToolButtonTextBesideIcon);
}

void Navigation::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), palette().color(QPalette::Mid));
}

} // namespace authdesk::ui::shell
