// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/keepdialog.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/languagefollower.h"

#include <QtCore/QDir>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;

KeepDialog::KeepDialog(const settings::ServerProfile &profile, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"keepDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *question = new QLabel(this);
    theme::setFontRole(question, theme::FontRole::Section);
    auto *what = new QLabel(this);
    what->setWordWrap(true);
    QPushButton *remove = widgets::dangerButton({}, this);
    QPushButton *cancel = widgets::plainButton({}, this);
    QPushButton *keep = widgets::primaryButton({}, this);
    remove->setObjectName(u"removeServer"_s);
    cancel->setObjectName(u"cancel"_s);
    keep->setObjectName(u"keepServer"_s);
    keep->setDefault(true);

    widgets::followLanguage(this, [this, profile, question, what, remove, cancel, keep] {
        setWindowTitle(tr("%1 exists already – Authdesk").arg(profile.name));
        question->setText(tr("Keep %1?").arg(profile.name));
        what->setText(
            tr("The server is created and you are signed in. You can finish the rest later. "
               "Removing it deletes the folder %1 with the account that you have made; that cannot "
               "be undone.")
                .arg(
                    QDir::toNativeSeparators(profile.hosted ? profile.hosted->folder : QString())));
        remove->setText(tr("Remove this server"));
        cancel->setText(tr("Cancel"));
        keep->setText(tr("Keep it, finish later"));
    });

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addWidget(remove);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                               theme::pageMargin);
    layout->setSpacing(theme::groupGap);
    layout->addWidget(question);
    layout->addWidget(what);
    layout->addLayout(buttons);
    setTabOrder(keep, cancel);
    setTabOrder(cancel, remove);
    keep->setFocus();

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(keep, &QPushButton::clicked, this, [this] {
        Q_EMIT keepChosen();
        accept();
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        Q_EMIT removeChosen();
        accept();
    });
}

} // namespace authdesk::ui::wizards
