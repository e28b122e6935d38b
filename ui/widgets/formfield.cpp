// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/formfield.h"

#include "ui/theme/colors.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/passwordfield.h"

#include <QtCore/QEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

FormField::FormField(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_label(new QLabel(label, this))
    , m_help(new QLabel(this))
    , m_errorRow(new QWidget(this))
    , m_errorIcon(new QLabel(m_errorRow))
    , m_errorText(new QLabel(m_errorRow))
{
    m_field->setParent(this);
    m_label->setBuddy(m_field);
    m_label->setObjectName(u"fieldLabel"_s);
    m_errorText->setObjectName(u"fieldError"_s);
    m_help->setObjectName(u"fieldHelp"_s);
    for (QLabel *text : {m_help, m_errorText}) {
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        theme::setFontRole(text, theme::FontRole::Caption);
    }
    m_help->setForegroundRole(QPalette::PlaceholderText);

    auto *errorLayout = new QHBoxLayout(m_errorRow);
    errorLayout->setContentsMargins(0, 0, 0, 0);
    errorLayout->setSpacing(theme::space4);
    errorLayout->addWidget(m_errorIcon, 0, Qt::AlignTop);
    errorLayout->addWidget(m_errorText, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::labelGap);
    layout->addWidget(m_label);
    layout->addWidget(m_field);
    layout->addWidget(m_errorRow);
    layout->addWidget(m_help);
    setMaximumWidth(theme::fieldMaxWidth);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_help->hide();
    m_errorRow->hide();

    const auto clear = [this] { setError({}); };
    if (auto *edit = qobject_cast<QLineEdit *>(m_field))
        QObject::connect(edit, &QLineEdit::textEdited, this, clear);
    else if (auto *password = qobject_cast<PasswordField *>(m_field))
        QObject::connect(password, &PasswordField::changed, this, clear);
    else if (auto *combo = qobject_cast<QComboBox *>(m_field))
        QObject::connect(combo, &QComboBox::activated, this, clear);
    updateWidgets();
}

QString FormField::label() const
{
    return m_label->text();
}

void FormField::setLabel(const QString &label)
{
    m_label->setText(label);
    updateWidgets();
}

void FormField::setHelp(const QString &help)
{
    m_help->setText(help);
    updateWidgets();
}

void FormField::setError(const QString &error)
{
    if (error == m_errorText->text())
        return;
    m_errorText->setText(error);
    updateWidgets();
}

QString FormField::error() const
{
    return m_errorText->text();
}

void FormField::updateWidgets()
{
    const theme::Colors &colors = theme::colorsOf(palette());
    const QString wrong = m_errorText->text();
    m_errorRow->setVisible(!wrong.isEmpty());
    m_help->setVisible(!m_help->text().isEmpty() && wrong.isEmpty());
    m_errorIcon->setPixmap(
        theme::iconPixmap(theme::Icon::Warning, 16, colors.dangerText, devicePixelRatioF()));
    QPalette danger = m_errorText->palette();
    danger.setColor(QPalette::WindowText, colors.dangerText);
    m_errorText->setPalette(danger);

    QWidget *reader = m_field->focusProxy() ? m_field->focusProxy() : m_field;
    QString name = m_label->text();
    name.remove(u'&');
    reader->setAccessibleName(name);
    reader->setAccessibleDescription(wrong.isEmpty() ? m_help->text() : wrong);
}

void FormField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateWidgets();
    QWidget::changeEvent(event);
}

} // namespace authdesk::ui::widgets
