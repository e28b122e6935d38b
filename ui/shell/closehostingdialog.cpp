// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/closehostingdialog.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/languagefollower.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;
using CloseChoice = settings::ConsoleSettings::CloseChoice;

CloseHostingDialog::CloseHostingDialog(const QStringList &serverNames, bool hasTray,
                                       QWidget *parent)
    : QDialog(parent)
    , m_remember(new QCheckBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"closeHostingDialog"_s);
    auto *question = new QLabel(this);
    question->setWordWrap(true);
    theme::setFontRole(question, theme::FontRole::Section);
    auto *what = new QLabel(this);
    what->setWordWrap(true);
    m_remember->setObjectName(u"remember"_s);

    auto *cancel = widgets::plainButton({}, this);
    auto *stop = widgets::plainButton({}, this);
    auto *keep = widgets::primaryButton({}, this);
    stop->setObjectName(u"stopServer"_s);
    keep->setObjectName(u"keepRunning"_s);
    keep->setDefault(true);
    keep->setFocus();
    widgets::followLanguage(this, [this, serverNames, hasTray, question, what, cancel, stop, keep] {
        setWindowTitle(tr("Close – Authdesk"));
        question->setText(tr("%1 runs in this window.").arg(serverNames.join(u", "_s)));
        what->setText(hasTray ? tr("Kept running, it goes on from the tray, and people can sign "
                                   "in. Stopped, nobody can sign in until you open Authdesk again.")
                              : tr("Kept running, the window is only minimised, and people can "
                                   "sign in. Stopped, nobody can sign in until you open Authdesk "
                                   "again."));
        m_remember->setText(tr("Do the same next time"));
        cancel->setText(tr("Cancel"));
        stop->setText(tr("Stop the server"));
        keep->setText(tr("Keep running"));
    });
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, theme::space12, 0, 0);
    buttons->setSpacing(theme::buttonGap);
    buttons->addWidget(cancel);
    buttons->addStretch();
    buttons->addWidget(stop);
    buttons->addWidget(keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                               theme::pageMargin);
    layout->setSpacing(theme::space12);
    layout->addWidget(question);
    layout->addWidget(what);
    layout->addWidget(m_remember);
    layout->addLayout(buttons);
    widgets::fitHeight(this, theme::fieldMaxWidth + 2 * theme::pageMargin);

    QObject::connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    QObject::connect(stop, &QPushButton::clicked, this,
                     [this] { choose(CloseChoice::StopServer); });
    QObject::connect(keep, &QPushButton::clicked, this,
                     [this] { choose(CloseChoice::KeepRunning); });
}

void CloseHostingDialog::choose(CloseChoice choice)
{
    const bool remember = m_remember->isChecked();
    accept();
    Q_EMIT chosen(choice, remember);
}

} // namespace authdesk::ui::shell
