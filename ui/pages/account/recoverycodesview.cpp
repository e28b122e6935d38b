// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/account/recoverycodesview.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/messagebar.h"

#include <QtGui/QTextDocument>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::account {

using namespace Qt::StringLiterals;

RecoveryCodesView::RecoveryCodesView(QWidget *parent)
    : QWidget(parent)
    , m_codes(new QGridLayout)
    , m_message(new widgets::MessageBar(this))
    , m_save(widgets::plainButton(tr("Save…"), this))
    , m_print(widgets::plainButton(tr("Print…"), this))
    , m_copy(new widgets::CopyButton(tr("Copy"), this))
{
    m_save->setObjectName(u"saveCodes"_s);
    m_save->setIcon(theme::icon(theme::Icon::Save));
    m_print->setObjectName(u"printCodes"_s);
    m_print->setIcon(theme::icon(theme::Icon::Printer));
    m_copy->setObjectName(u"copyCodes"_s);
    m_message->setObjectName(u"codesMessage"_s);

    auto *card = new widgets::Card(this);
    m_codes->setHorizontalSpacing(theme::space32);
    m_codes->setVerticalSpacing(theme::space8);
    card->body()->addLayout(m_codes);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addWidget(m_save);
    buttons->addWidget(m_print);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(theme::space12);
    all->addWidget(card);
    all->addWidget(m_message);
    all->addLayout(buttons);

    connect(m_save, &QPushButton::clicked, this, &RecoveryCodesView::save);
    connect(m_print, &QPushButton::clicked, this, &RecoveryCodesView::print);
    m_copy->setSource([this] { return sheetText(m_sheet); }, widgets::CopyButton::Content::Secret);
    connect(m_copy, &widgets::CopyButton::copied, this, &RecoveryCodesView::setKept);
}

void RecoveryCodesView::setSheet(const RecoverySheet &sheet)
{
    m_sheet = sheet;
    const qsizetype rows = (sheet.codes.codes.size() + 1) / 2;
    for (qsizetype i = 0; i < sheet.codes.codes.size(); ++i) {
        auto *code = new QLabel(sheet.codes.codes.at(i).toString(), this);
        code->setObjectName(u"recoveryCode"_s);
        code->setTextFormat(Qt::PlainText);
        code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        code->setAccessibleName(tr("Recovery code %1").arg(i + 1));
        theme::setFontRole(code, theme::FontRole::Secret);
        m_codes->addWidget(code, int(i % rows), int(i / rows));
    }
}

void RecoveryCodesView::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the recovery codes"));
    dialog->setObjectName(u"saveCodesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Text files (*.txt)"));
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(tr("%1 recovery codes.txt").arg(m_sheet.serverName));
    connect(dialog, &QFileDialog::fileSelected, this, &RecoveryCodesView::saveTo);
    dialog->open();
}

void RecoveryCodesView::saveTo(const QString &path)
{
    const base::Result<void> saved = saveSheet(m_sheet, path);
    if (!saved) {
        m_message->showMessage(widgets::MessageBar::Kind::Danger,
                               widgets::errorText(saved.error()));
        return;
    }
    m_message->showMessage(widgets::MessageBar::Kind::Good,
                           tr("The codes are saved in %1.").arg(path));
    setKept();
}

void RecoveryCodesView::print()
{
    auto *dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print the recovery codes"));
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this](QPrinter *printer) {
                QTextDocument document;
                document.setHtml(sheetHtml(m_sheet));
                document.print(printer);
                setKept();
            });
    dialog->open();
}

void RecoveryCodesView::setKept()
{
    m_kept = true;
    Q_EMIT kept();
}

} // namespace authdesk::ui::pages::account
