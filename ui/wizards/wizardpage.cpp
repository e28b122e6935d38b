// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/wizardpage.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestLine = 72;

} // namespace

WizardPage::WizardPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_step(new QLabel(this))
    , m_message(new widgets::MessageBar(this))
    , m_content(new QWidget(this))
    , m_body(new QVBoxLayout(m_content))
    , m_footer(new QWidget(this))
    , m_buttons(new QHBoxLayout(m_footer))
{
    m_title->setObjectName(u"pageTitle"_s);
    m_title->setWordWrap(true);
    theme::setFontRole(m_title, theme::FontRole::PageTitle);
    m_step->setObjectName(u"step"_s);
    m_step->setForegroundRole(QPalette::PlaceholderText);
    theme::setFontRole(m_step, theme::FontRole::Caption);
    m_step->hide();
    m_message->setObjectName(u"pageMessage"_s);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(theme::fieldGap);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_buttons->setSpacing(theme::buttonGap);
    m_buttons->addStretch(1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                               theme::pageMargin);
    layout->setSpacing(theme::groupGap);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_step, 0, Qt::AlignRight | Qt::AlignVCenter);
    layout->addLayout(head);
    layout->addWidget(m_message);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_footer);
}

QString WizardPage::title() const
{
    return m_title->text();
}

void WizardPage::setTitle(const QString &title)
{
    m_title->setText(title);
    Q_EMIT titleChanged();
}

void WizardPage::setStep(int step)
{
    m_stepNumber = step;
    m_step->show();
    retranslateFrame();
}

void WizardPage::retranslateFrame()
{
    constexpr int steps = 3;
    if (m_stepNumber > 0)
        m_step->setText(tr("Step %1 of %2").arg(m_stepNumber).arg(steps));
    if (m_back)
        m_back->setText(tr("Back"));
}

void WizardPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateFrame();
        retranslate();
    }
    QWidget::changeEvent(event);
}

QLabel *WizardPage::addText()
{
    auto *label = new QLabel(this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setMaximumWidth(label->fontMetrics().averageCharWidth() * longestLine);
    // In a row of its own: alone in the column its height would be that of the full width.
    auto *row = new QHBoxLayout;
    row->addWidget(label, 1);
    row->addStretch(0);
    m_body->addLayout(row);
    return label;
}

void WizardPage::addButton(QPushButton *button, const char *objectName)
{
    button->setObjectName(QLatin1StringView(objectName));
    m_buttons->addWidget(button);
}

QPushButton *WizardPage::addBackButton()
{
    m_back = widgets::plainButton({}, this);
    addButton(m_back, "back");
    connect(m_back, &QPushButton::clicked, this, &WizardPage::backRequested);
    retranslateFrame();
    return m_back;
}

void WizardPage::orderTabs(std::initializer_list<QWidget *> widgets)
{
    QWidget *before = nullptr;
    for (QWidget *widget : widgets) {
        if (before)
            setTabOrder(before, widget);
        before = widget;
    }
}

void WizardPage::setBusy(bool busy, const QString &awaited)
{
    m_busy = busy;
    m_content->setEnabled(!busy);
    m_footer->setEnabled(!busy);
    if (!busy) {
        if (m_overlay)
            m_overlay->end();
    } else if (!awaited.isEmpty()) {
        if (!m_overlay) {
            m_overlay = new widgets::BusyOverlay(m_content);
            connect(m_overlay, &widgets::BusyOverlay::cancelled, this, &WizardPage::waitCancelled);
        }
        m_overlay->begin(awaited);
    }
}

} // namespace authdesk::ui::wizards
