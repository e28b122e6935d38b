// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/confirmdialog.h"

#include "ui/theme/colors.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/formfield.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

static QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

ConfirmDialog::ConfirmDialog(const Texts &texts, QWidget *parent)
    : QDialog(parent)
    , m_extra(new QVBoxLayout)
    , m_verb(texts.harm ? dangerButton(texts.verb, this) : primaryButton(texts.verb, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%1 – Authdesk").arg(texts.title));
    setObjectName(u"confirmDialog"_s);
    m_verb->setObjectName(u"confirm"_s);

    auto *question = paragraph(texts.question, this);
    theme::setFontRole(question, theme::FontRole::Section);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                               theme::pageMargin);
    layout->setSpacing(theme::space12);
    layout->addWidget(question);
    if (!texts.what.isEmpty())
        layout->addWidget(paragraph(texts.what, this));
    if (!texts.goes.isEmpty()) {
        QString lines;
        for (const QString &line : texts.goes)
            lines += (lines.isEmpty() ? u""_s : u"\n"_s) + u"•  "_s + line;
        layout->addWidget(paragraph(lines, this));
    }
    layout->addLayout(m_extra);

    auto *cancel = plainButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancel"_s);
    cancel->setDefault(texts.harm);
    cancel->setAutoDefault(texts.harm);
    m_verb->setDefault(!texts.harm);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->setContentsMargins(0, theme::space12, 0, 0);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_verb);
    elideTo(m_verb, texts.verb,
            theme::fieldMaxWidth - cancel->sizeHint().width() - theme::buttonGap);
    layout->addLayout(buttons);

    QObject::connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    QObject::connect(m_verb, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setFocus();
    fitHeight(this, theme::fieldMaxWidth + 2 * theme::pageMargin);
}

void ConfirmDialog::requireWord(const QString &label, const QString &word)
{
    addField(label, u"confirmWord"_s);
    QObject::connect(m_edit, &QLineEdit::textChanged, this,
                     [this, word] { m_verb->setEnabled(typed() == word); });
}

void ConfirmDialog::requireText(const QString &label)
{
    addField(label, u"confirmText"_s);
    constexpr int longest = 255;
    m_edit->setMaxLength(longest);
    QObject::connect(m_edit, &QLineEdit::textChanged, this,
                     [this] { m_verb->setEnabled(!typed().isEmpty()); });
    fitHeight(this, theme::fieldMaxWidth + 2 * theme::pageMargin);
}

QString ConfirmDialog::typed() const
{
    return m_edit ? m_edit->text().trimmed() : QString();
}

void ConfirmDialog::addField(const QString &label, const QString &name)
{
    m_edit = new QLineEdit;
    m_edit->setObjectName(name);
    m_extra->addWidget(new FormField(label, m_edit, this));
    m_verb->setEnabled(false);
    m_edit->setFocus();
}

} // namespace authdesk::ui::widgets
