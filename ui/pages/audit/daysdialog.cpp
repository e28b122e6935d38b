// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/audit/daysdialog.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/languagefollower.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDateEdit>

namespace authdesk::ui::pages::audit {

using namespace Qt::StringLiterals;

namespace {

QDateEdit *dateField(QDate day, const QString &name)
{
    auto *field = new QDateEdit(day);
    field->setObjectName(name);
    field->setCalendarPopup(true);
    field->setMinimumHeight(theme::fieldHeight);
    return field;
}

} // namespace

DaysDialog::DaysDialog(QDate first, QDate last, QWidget *parent)
    : QDialog(parent)
    , m_first(dateField(first, u"firstDay"_s))
    , m_last(dateField(last, u"lastDay"_s))
    , m_firstField(new widgets::FormField({}, m_first, this))
    , m_lastField(new widgets::FormField({}, m_last, this))
    , m_cancel(widgets::plainButton({}, this))
    , m_show(widgets::primaryButton({}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"daysDialog"_s);
    m_show->setObjectName(u"showDays"_s);
    m_show->setDefault(true);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(theme::fieldGap);
    fields->addWidget(m_firstField, 1);
    fields->addWidget(m_lastField, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->setContentsMargins(0, theme::space12, 0, 0);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_show);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                            theme::pageMargin);
    all->setSpacing(theme::space12);
    all->addLayout(fields);
    all->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_show, &QPushButton::clicked, this, &QDialog::accept);
    widgets::followLanguage(this, [this] { retranslate(); });
    m_first->setFocus();
    widgets::fitHeight(this, theme::fieldMaxWidth);
}

QDate DaysDialog::first() const
{
    return m_first->date();
}

QDate DaysDialog::last() const
{
    return m_last->date();
}

void DaysDialog::retranslate()
{
    setWindowTitle(tr("Events between two days – Authdesk"));
    m_firstField->setLabel(tr("First day"));
    m_lastField->setLabel(tr("Last day"));
    m_cancel->setText(tr("Cancel"));
    m_show->setText(tr("Show events"));
}

} // namespace authdesk::ui::pages::audit
