// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/account/recoverycodesdialog.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/recoverycodesview.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::account {

using namespace Qt::StringLiterals;

RecoveryCodesDialog::RecoveryCodesDialog(const widgets::RecoverySheet &sheet, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"recoveryCodesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *title = new QLabel(this);
    theme::setFontRole(title, theme::FontRole::PageTitle);
    auto *what = new QLabel(this);
    what->setWordWrap(true);
    auto *view = new widgets::RecoveryCodesView(this);
    view->setSheet(sheet);
    QPushButton *done = widgets::primaryButton({}, this);
    done->setObjectName(u"codesDone"_s);
    done->setEnabled(false);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                            theme::pageMargin);
    all->setSpacing(theme::space16);
    all->addWidget(title);
    all->addWidget(what);
    all->addWidget(view);
    all->addStretch(1);
    all->addWidget(done, 0, Qt::AlignRight);
    connect(view, &widgets::RecoveryCodesView::kept, done, [done] {
        done->setEnabled(true);
        done->setToolTip({});
    });
    widgets::followLanguage(this, [this, title, what, view, done] {
        setWindowTitle(tr("Recovery codes – Authdesk"));
        title->setText(tr("Keep these recovery codes"));
        what->setText(tr("Each one lets you in once when the phone is lost. They are shown only "
                         "now, and codes from before no longer work."));
        done->setText(tr("Done"));
        done->setToolTip(view->isKept() ? QString() : tr("Save, print or copy the codes first"));
    });
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    widgets::fitHeight(this, 500);
}

} // namespace authdesk::ui::pages::account
