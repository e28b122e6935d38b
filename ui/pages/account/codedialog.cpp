// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/account/codedialog.h"

#include "ui/theme/colors.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/languagefollower.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::account {

using namespace Qt::StringLiterals;
using widgets::CodeField;

namespace {

constexpr qsizetype digitsOfApp = 6;

} // namespace

CodeDialog::CodeDialog(const Texts &texts, QWidget *parent)
    : QDialog(parent)
    , m_code(new CodeField(this))
    , m_error(new QLabel(this))
    , m_other(widgets::linkButton({}, this))
    , m_verb(texts.harm ? widgets::dangerButton(texts.verb, this)
                        : widgets::primaryButton(texts.verb, this))
    , m_takesRecoveryCode(texts.takesRecoveryCode)
{
    setObjectName(u"codeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(texts.title);
    m_code->setObjectName(u"proofCode"_s);
    m_error->setObjectName(u"proofError"_s);
    m_error->setWordWrap(true);
    QPalette wrong = m_error->palette();
    wrong.setColor(QPalette::WindowText, theme::colorsOf(palette()).dangerText);
    m_error->setPalette(wrong);
    m_error->hide();
    m_other->setObjectName(u"otherCode"_s);
    m_verb->setObjectName(u"proofVerb"_s);
    m_verb->setAutoDefault(false);

    auto *title = new QLabel(texts.title, this);
    theme::setFontRole(title, theme::FontRole::PageTitle);
    auto *what = new QLabel(texts.what, this);
    what->setWordWrap(true);
    QPushButton *cancel = widgets::plainButton({}, this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_verb);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                            theme::pageMargin);
    all->setSpacing(theme::space12);
    all->addWidget(title);
    all->addWidget(what);
    all->addWidget(m_code);
    all->addWidget(m_error);
    all->addWidget(m_other, 0, Qt::AlignLeft);
    all->addStretch(1);
    all->addSpacing(theme::space12);
    all->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_verb, &QPushButton::clicked, this, &CodeDialog::submit);
    connect(m_code, &CodeField::textChanged, this, &CodeDialog::updateWidgets);
    // What cannot be undone is not done by the sixth digit: its button is pressed.
    if (!texts.harm)
        connect(m_code, &CodeField::completed, this, &CodeDialog::submit);
    connect(m_other, &QPushButton::clicked, this, &CodeDialog::toggleMode);
    m_code->setFocus();
    widgets::followLanguage(this, [this, cancel] {
        cancel->setText(tr("Cancel"));
        updateWidgets();
    });
    widgets::fitHeight(this, 460);
}

void CodeDialog::setBusy(bool busy)
{
    m_busy = busy;
    updateWidgets();
}

void CodeDialog::showError(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->show();
    m_code->setAccessibleDescription(sentence);
    m_code->startOver();
}

void CodeDialog::submit()
{
    updateWidgets(); // the sixth digit speaks before the button has heard of it
    if (m_verb->isEnabled())
        Q_EMIT codeEntered(m_code->code());
}

void CodeDialog::toggleMode()
{
    const bool digits = m_code->mode() == CodeField::Mode::Digits;
    m_code->setMode(digits ? CodeField::Mode::Recovery : CodeField::Mode::Digits);
    m_error->hide();
    m_code->startOver();
    updateWidgets();
}

void CodeDialog::updateWidgets()
{
    const bool digits = m_code->mode() == CodeField::Mode::Digits;
    m_other->setVisible(m_takesRecoveryCode);
    m_other->setText(digits ? tr("Use a recovery code instead") : tr("Use the code of the app"));
    m_code->setEnabled(!m_busy);
    const qsizetype length = m_code->code().size();
    m_verb->setEnabled(!m_busy && (digits ? length == digitsOfApp : length > 0));
}

} // namespace authdesk::ui::pages::account
