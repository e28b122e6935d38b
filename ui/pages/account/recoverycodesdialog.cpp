// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/account/recoverycodesdialog.h"

#include "ui/pages/account/recoverycodesview.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitheight.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::account {

using namespace Qt::StringLiterals;

RecoveryCodesDialog::RecoveryCodesDialog(const RecoverySheet &sheet, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"recoveryCodesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Recovery codes"));
    auto *title = new QLabel(tr("Keep these recovery codes"), this);
    theme::setFontRole(title, theme::FontRole::PageTitle);
    auto *what = new QLabel(tr("Each one lets you in once when the phone is lost. They are shown "
                               "only now, and codes from before no longer work."),
                            this);
    what->setWordWrap(true);
    auto *view = new RecoveryCodesView(this);
    view->setSheet(sheet);
    QPushButton *done = widgets::primaryButton(tr("Done"), this);
    done->setObjectName(u"codesDone"_s);
    done->setEnabled(false);
    done->setToolTip(tr("Save, print or copy the codes first"));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                            theme::pageMargin);
    all->setSpacing(theme::space16);
    all->addWidget(title);
    all->addWidget(what);
    all->addWidget(view);
    all->addStretch(1);
    all->addWidget(done, 0, Qt::AlignRight);
    connect(view, &RecoveryCodesView::kept, done, [done] {
        done->setEnabled(true);
        done->setToolTip({});
    });
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    widgets::fitHeight(this, 500);
}

} // namespace authdesk::ui::pages::account
