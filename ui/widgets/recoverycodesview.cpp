// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/recoverycodesview.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/secretlabel.h"

#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtGui/QTextDocument>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

RecoveryCodesView::RecoveryCodesView(QWidget *parent)
    : QWidget(parent)
    , m_codes(new QGridLayout)
    , m_message(new MessageBar(this))
    , m_save(plainButton({}, this))
    , m_print(plainButton({}, this))
    , m_copy(new CopyButton({}, this))
{
    m_save->setObjectName(u"saveCodes"_s);
    m_save->setIcon(theme::icon(theme::Icon::Save));
    m_print->setObjectName(u"printCodes"_s);
    m_print->setIcon(theme::icon(theme::Icon::Printer));
    m_copy->setObjectName(u"copyCodes"_s);
    m_message->setObjectName(u"codesMessage"_s);
    setFocusProxy(m_save);

    auto *card = new Card(this);
    m_codes->setHorizontalSpacing(theme::space32);
    m_codes->setVerticalSpacing(theme::space8);
    card->body()->addLayout(m_codes);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    for (QPushButton *button : {m_save, m_print, static_cast<QPushButton *>(m_copy)})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(theme::space12);
    all->addWidget(card);
    all->addLayout(buttons);
    all->addWidget(m_message);
    retranslate();

    connect(m_save, &QPushButton::clicked, this, &RecoveryCodesView::save);
    connect(m_print, &QPushButton::clicked, this, &RecoveryCodesView::print);
    m_copy->setSource([this] { return sheetText(m_sheet); }, CopyButton::Content::Secret);
    connect(m_copy, &CopyButton::copied, this,
            [this] { setKept(tr("Copied. Paste the sheet into a safe place.")); });
}

void RecoveryCodesView::setSheet(const RecoverySheet &sheet)
{
    m_sheet = sheet;
    m_kept = false;
    m_message->clear();
    while (QLayoutItem *item = m_codes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const int rows = int(sheet.codes.size() + 1) / 2;
    for (int i = 0; i < int(sheet.codes.size()); ++i) {
        auto *code = new SecretLabel(this);
        code->setObjectName(u"recoveryCode"_s);
        code->setSecret(sheet.codes.at(i));
        m_codes->addWidget(code, i % rows, i / rows);
    }
    retranslate();
}

void RecoveryCodesView::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the recovery codes"));
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Text files (*.txt)"));
    dialog->setDefaultSuffix(u"txt"_s);
    //: Proposed name of a file; %1 is the server's name
    dialog->selectFile(tr("%1 recovery codes.txt").arg(m_sheet.serverName));
    connect(dialog, &QFileDialog::fileSelected, this, &RecoveryCodesView::saveTo);
    dialog->open();
}

void RecoveryCodesView::saveTo(const QString &path)
{
    if (const base::Result<void> saved = saveSheet(m_sheet, path); !saved)
        m_message->showMessage(MessageBar::Kind::Danger, errorText(saved.error()));
    else
        setKept(tr("Saved in %1.").arg(QDir::toNativeSeparators(path)));
}

void RecoveryCodesView::print()
{
    auto *dialog = new QPrintDialog(this);
    dialog->setObjectName(u"printDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print the recovery codes"));
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            &RecoveryCodesView::printTo);
    dialog->open();
}

void RecoveryCodesView::printTo(QPrinter *printer)
{
    QTextDocument document;
    document.setHtml(sheetHtml(m_sheet));
    document.print(printer);
    setKept(tr("Sent to the printer."));
}

void RecoveryCodesView::setKept(const QString &how)
{
    m_message->showMessage(MessageBar::Kind::Good, how);
    m_kept = true;
    Q_EMIT kept();
}

void RecoveryCodesView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RecoveryCodesView::retranslate()
{
    m_save->setText(tr("Save…"));
    m_print->setText(tr("Print…"));
    m_copy->setLabel(tr("Copy"));
    for (int i = 0; i < m_codes->count(); ++i)
        m_codes->itemAt(i)->widget()->setAccessibleName(tr("Recovery code %1").arg(i + 1));
}

} // namespace authdesk::ui::widgets
