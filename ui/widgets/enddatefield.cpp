// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/enddatefield.h"

#include "ui/theme/metrics.h"

#include <QtCore/QEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QHBoxLayout>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

EndDateField::EndDateField(QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_day(new QDateEdit(this))
{
    m_choice->setObjectName(u"endChoice"_s);
    m_choice->addItems({{}, {}});
    m_day->setObjectName(u"endDay"_s);
    m_day->setCalendarPopup(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(theme::space12);
    row->addWidget(m_choice, 1);
    row->addWidget(m_day, 1);
    setFocusProxy(m_choice);
    QObject::connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        updateWidgets();
        Q_EMIT changed();
    });
    QObject::connect(m_day, &QDateEdit::dateChanged, this, &EndDateField::changed);
    retranslate();
}

void EndDateField::setEnd(const std::optional<QDateTime> &end, const QDate &proposed)
{
    m_given = end;
    m_day->setDate(end ? end->toLocalTime().date() : proposed);
    m_choice->setCurrentIndex(end ? 1 : 0);
}

std::optional<QDateTime> EndDateField::end() const
{
    if (m_choice->currentIndex() == 0)
        return std::nullopt;
    if (m_given && m_given->toLocalTime().date() == m_day->date())
        return m_given;
    // The next day's first second, less one: a day may be short of any other.
    return m_day->date().addDays(1).startOfDay().addSecs(-1).toUTC();
}

void EndDateField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EndDateField::retranslate()
{
    m_choice->setItemText(0, tr("No end"));
    m_choice->setItemText(1, tr("End of the day"));
    m_day->setAccessibleName(tr("Last day"));
    updateWidgets();
}

void EndDateField::updateWidgets()
{
    m_day->setVisible(m_choice->currentIndex() == 1);
}

} // namespace authdesk::ui::widgets
