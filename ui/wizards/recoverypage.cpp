// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/recoverypage.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/recoverycodesview.h"

#include <QtCore/QDir>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;

RecoveryPage::RecoveryPage(QWidget *parent)
    : WizardPage(parent)
    , m_intro(addText())
    , m_view(new widgets::RecoveryCodesView(this))
{
    setStep(3);
    body()->addWidget(m_view);
    m_facts = addText();
    m_facts->setObjectName(u"sheetFacts"_s);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    body()->addStretch(1);
    m_continue = widgets::primaryButton({}, this);
    addButton(m_continue, "continue");
    m_continue->setEnabled(false);
    retranslate();

    connect(m_view, &widgets::RecoveryCodesView::kept, this,
            [this] { m_continue->setEnabled(true); });
    connect(m_continue, &QPushButton::clicked, this, [this] {
        // Shown once means gone afterwards.
        setSheet({});
        Q_EMIT continueRequested();
    });
}

void RecoveryPage::setSheet(const widgets::RecoverySheet &sheet)
{
    m_view->setSheet(sheet);
    m_continue->setEnabled(false);
    retranslate();
}

void RecoveryPage::entered()
{
    m_view->setFocus();
}

void RecoveryPage::retranslate()
{
    setTitle(tr("Keep your recovery codes"));
    m_intro->setText(tr("Each code lets you in once when your phone is gone. They are shown only "
                        "now: save, print or copy them, then continue."));
    m_continue->setText(tr("Continue"));
    const widgets::RecoverySheet &sheet = m_view->sheet();
    const QString rescue = widgets::rescueCommand(sheet);
    m_facts->setText(
        rescue.isEmpty()
            ? tr("For %1 on %2.").arg(sheet.username, sheet.serverName)
            : tr("For %1 on %2. The data is in %3. When no code is left, run on this computer: %4")
                  .arg(sheet.username, sheet.serverName, QDir::toNativeSeparators(sheet.dataFolder),
                       rescue));
}

} // namespace authdesk::ui::wizards
