// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/exportpeopledialog.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/languagefollower.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QRadioButton>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

ExportPeopleDialog::ExportPeopleDialog(bool isFiltered, qint64 found, QWidget *parent)
    : QDialog(parent)
    , m_found(found)
    , m_title(new QLabel(this))
    , m_everybody(new QRadioButton(this))
    , m_onlyFound(new QRadioButton(this))
    , m_format(new QComboBox)
    , m_formatField(new widgets::FormField({}, m_format, this))
    , m_what(new QLabel(this))
    , m_cancel(widgets::plainButton({}, this))
    , m_export(widgets::primaryButton({}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"exportPeopleDialog"_s);
    theme::setFontRole(m_title, theme::FontRole::PageTitle);
    m_everybody->setObjectName(u"exportEverybody"_s);
    m_onlyFound->setObjectName(u"exportFound"_s);
    m_format->setObjectName(u"exportFormat"_s);
    m_format->addItems({QString(), QString()});
    m_what->setWordWrap(true);
    m_what->setForegroundRole(QPalette::PlaceholderText);
    m_export->setObjectName(u"exportGoOn"_s);
    m_export->setDefault(true);
    m_everybody->setVisible(isFiltered);
    m_onlyFound->setVisible(isFiltered);
    (isFiltered ? m_onlyFound : m_everybody)->setChecked(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->setContentsMargins(0, theme::space12, 0, 0);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                            theme::pageMargin);
    all->setSpacing(theme::fieldGap);
    all->addWidget(m_title);
    all->addWidget(m_onlyFound);
    all->addWidget(m_everybody);
    all->addWidget(m_formatField);
    all->addWidget(m_what);
    all->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &QDialog::accept);
    widgets::followLanguage(this, [this] { retranslate(); });
    (isFiltered ? static_cast<QWidget *>(m_onlyFound) : m_format)->setFocus();
    widgets::fitHeight(this, theme::fieldMaxWidth + 2 * theme::pageMargin);
}

bool ExportPeopleDialog::isEverybody() const
{
    return m_everybody->isChecked();
}

gateway::ExportFormat ExportPeopleDialog::format() const
{
    return m_format->currentIndex() == 1 ? gateway::ExportFormat::Json : gateway::ExportFormat::Csv;
}

void ExportPeopleDialog::retranslate()
{
    setWindowTitle(tr("Export people – Authdesk"));
    m_title->setText(tr("Export people"));
    m_onlyFound->setText(m_found < 0
                             ? tr("Those whom the list shows")
                             : tr("The %Ln people whom the list shows", nullptr, int(m_found)));
    m_everybody->setText(tr("Everybody"));
    m_formatField->setLabel(tr("Format"));
    m_format->setItemText(0, tr("CSV, for spreadsheets"));
    m_format->setItemText(1, tr("JSON, for programs"));
    m_what->setText(tr("The file can be imported again. Passwords and second factors are not in "
                       "it."));
    m_cancel->setText(tr("Cancel"));
    m_export->setText(tr("Export…"));
}

} // namespace authdesk::ui::pages::users
