// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/recoverypage.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/secretlabel.h"

#include <QtCore/QDir>
#include <QtGui/QTextDocument>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include <tuple>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;
using widgets::MessageBar;

RecoveryPage::RecoveryPage(QWidget *parent)
    : WizardPage(tr("Keep your recovery codes"), parent)
    , m_codes(new QGridLayout)
{
    setStep(3);
    std::ignore = addText(tr("Each code lets you in once when your phone is gone. They are shown "
                             "only now: save, print or copy them, then continue."));
    auto *card = new widgets::Card(this);
    m_codes->setHorizontalSpacing(theme::space32);
    m_codes->setVerticalSpacing(theme::space8);
    card->body()->addLayout(m_codes);
    body()->addWidget(card);
    m_facts = addText({});
    m_facts->setObjectName(u"sheetFacts"_s);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *copy = new widgets::CopyButton(tr("Copy"), this);
    m_copy = copy;
    m_save = widgets::plainButton(tr("Save…"), this);
    m_print = widgets::plainButton(tr("Print…"), this);
    m_save->setObjectName(u"saveCodes"_s);
    m_print->setObjectName(u"printCodes"_s);
    m_copy->setObjectName(u"copyCodes"_s);
    auto *ways = new QHBoxLayout;
    ways->setSpacing(theme::buttonGap);
    for (QPushButton *button : {m_save, m_print, m_copy})
        ways->addWidget(button);
    ways->addStretch(1);
    body()->addLayout(ways);
    body()->addStretch(1);
    m_continue = widgets::primaryButton(tr("Continue"), this);
    addButton(m_continue, "continue");
    m_continue->setEnabled(false);
    orderTabs({m_save, m_print, m_copy, m_continue});

    copy->setSource([this] { return sheetText(m_sheet); }, widgets::CopyButton::Content::Secret);
    connect(copy, &widgets::CopyButton::copied, this,
            [this] { setKept(tr("Copied. Paste the sheet into a safe place.")); });
    connect(m_save, &QPushButton::clicked, this, &RecoveryPage::save);
    connect(m_print, &QPushButton::clicked, this, &RecoveryPage::print);
    connect(m_continue, &QPushButton::clicked, this, [this] {
        // Shown once means gone afterwards.
        setSheet({});
        Q_EMIT continueRequested();
    });
}

void RecoveryPage::setSheet(const RecoverySheet &sheet)
{
    m_sheet = sheet;
    while (QLayoutItem *item = m_codes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const int rows = int(sheet.codes.size() + 1) / 2;
    for (int i = 0; i < int(sheet.codes.size()); ++i) {
        auto *code = new widgets::SecretLabel(this);
        code->setObjectName(u"recoveryCode"_s);
        code->setSecret(sheet.codes.at(i));
        m_codes->addWidget(code, i % rows, i / rows);
    }
    const QString rescue = rescueCommand(sheet);
    m_facts->setText(
        rescue.isEmpty()
            ? tr("For %1 on %2.").arg(sheet.username, sheet.serverName)
            : tr("For %1 on %2. The data is in %3. When no code is left, run on this computer: %4")
                  .arg(sheet.username, sheet.serverName, QDir::toNativeSeparators(sheet.dataFolder),
                       rescue));
}

void RecoveryPage::entered()
{
    m_save->setFocus();
}

void RecoveryPage::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the recovery codes"));
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->setNameFilter(tr("Text files (*.txt)"));
    //: Proposed name of a file; %1 is the server's name
    dialog->selectFile(tr("%1 recovery codes.txt").arg(m_sheet.serverName));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const auto saved = saveSheet(m_sheet, path); !saved)
            message()->showMessage(MessageBar::Kind::Danger, widgets::errorText(saved.error()));
        else
            setKept(tr("Saved in %1.").arg(QDir::toNativeSeparators(path)));
    });
    dialog->open();
}

void RecoveryPage::print()
{
    auto *dialog = new QPrintDialog(this);
    dialog->setObjectName(u"printDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, &RecoveryPage::printTo);
    dialog->open();
}

void RecoveryPage::printTo(QPrinter *printer)
{
    QTextDocument document;
    document.setHtml(sheetHtml(m_sheet));
    document.print(printer);
    setKept(tr("Sent to the printer."));
}

void RecoveryPage::setKept(const QString &how)
{
    message()->showMessage(MessageBar::Kind::Good, how);
    m_continue->setEnabled(true);
}

} // namespace authdesk::ui::wizards
