// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/copyrow.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/languagefollower.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

CopyRow::CopyRow(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_caption(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_copy(new CopyButton({}, this))
{
    m_field->setObjectName(name);
    m_field->setReadOnly(true);
    m_caption->setBuddy(m_field);
    m_caption->setTextFormat(Qt::PlainText);
    m_copy->setObjectName(u"copy-"_s + name);
    m_copy->setSource([this] { return m_field->text(); });
    theme::setFontRole(m_field, theme::FontRole::Fixed);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::buttonGap);
    row->addWidget(m_field, 1);
    row->addWidget(m_copy);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(theme::labelGap);
    all->addWidget(m_caption);
    all->addLayout(row);
    followLanguage(this, [this] { retranslate(); });
}

void CopyRow::retranslate()
{
    m_copy->setLabel(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy: %1").arg(m_caption->text()));
    m_field->setAccessibleName(m_caption->text());
}

void CopyRow::setCaption(const QString &caption)
{
    m_caption->setText(caption);
    retranslate();
}

void CopyRow::setText(const QString &text)
{
    if (m_field->text() == text)
        return;
    m_field->setText(text);
    m_field->setCursorPosition(0);
}

QString CopyRow::text() const
{
    return m_field->text();
}

} // namespace authdesk::ui::widgets
