// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/handoverdialog.h"

#include "ui/pages/users/handoverview.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/languagefollower.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

HandoverDialog::HandoverDialog(const Handover &handover, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"handoverDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *title = new QLabel(this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    theme::setFontRole(title, theme::FontRole::PageTitle);
    auto *view = new HandoverView(this);
    view->setHandover(handover);
    QPushButton *done = widgets::primaryButton({}, this);
    done->setObjectName(u"handoverDone"_s);
    done->setDefault(true);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                            theme::pageMargin);
    all->setSpacing(theme::space16);
    all->addWidget(title);
    all->addWidget(view);
    all->addStretch(1);
    all->addWidget(done, 0, Qt::AlignRight);
    widgets::followLanguage(this, [this, title, done, kind = handover.kind,
                                   name = handover.displayName] {
        setWindowTitle(kind == Handover::Kind::Code       ? tr("One-time code for %1").arg(name)
                       : kind == Handover::Kind::Password ? tr("One-time password for %1").arg(name)
                                                          : tr("Password for %1").arg(name));
        title->setText(windowTitle());
        done->setText(tr("Done"));
    });
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    widgets::fitHeight(this, 468);
}

} // namespace authdesk::ui::pages::users
