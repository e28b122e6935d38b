// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/leftoverdialog.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitheight.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;

LeftoverDialog::LeftoverDialog(const QString &what, QWidget *parent)
    : QDialog(parent)
    , m_title(new QLabel(this))
    , m_advice(new QLabel(this))
    , m_close(widgets::plainButton({}, this))
    , m_retry(widgets::primaryButton({}, this))
{
    setObjectName(u"leftoverDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    theme::setFontRole(m_title, theme::FontRole::Section);
    auto *told = new QLabel(what, this);
    told->setObjectName(u"leftover"_s);
    told->setTextFormat(Qt::PlainText);
    // The path is needed to find the folder.
    told->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setObjectName(u"closeLeftover"_s);
    m_retry->setObjectName(u"retryRemoval"_s);
    m_retry->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, theme::space12, 0, 0);
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_retry);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                               theme::pageMargin);
    layout->setSpacing(theme::space12);
    for (QLabel *label : {m_title, told, m_advice}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addLayout(buttons);
    retranslate();
    widgets::fitHeight(this, theme::fieldMaxWidth + 2 * theme::pageMargin);
    m_retry->setFocus();

    connect(m_close, &QPushButton::clicked, this, &LeftoverDialog::reject);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT retryChosen();
    });
}

void LeftoverDialog::reject()
{
    QDialog::reject();
    Q_EMIT closeChosen();
}

void LeftoverDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void LeftoverDialog::retranslate()
{
    setWindowTitle(tr("Not removed whole – Authdesk"));
    m_title->setText(tr("Something of the server is left"));
    m_advice->setText(tr("Until it is deleted, the account that you made is in it. Close the "
                         "programs that use the folder, or get the right to delete it, and try "
                         "again; or close this and delete the folder yourself."));
    m_close->setText(tr("Close"));
    m_retry->setText(tr("Try again"));
}

} // namespace authdesk::ui::wizards
