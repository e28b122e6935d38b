// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/apikeyform.h"

#include "ui/widgets/formfield.h"
#include "ui/widgets/passwordfield.h"

#include <QtCore/QEvent>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

ApiKeyForm::ApiKeyForm(QWidget *parent)
    : QWidget(parent)
    , m_key(new PasswordField(PasswordField::Kind::Existing, this))
    , m_field(new FormField({}, m_key, this))
{
    m_key->setObjectName(u"apiKey"_s);
    setFocusProxy(m_key);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_field);
    retranslate();
    connect(m_key, &PasswordField::changed, this, [this] {
        m_refused = false;
        Q_EMIT changed();
    });
    connect(m_key, &PasswordField::submitted, this, &ApiKeyForm::submitted);
}

QLineEdit *ApiKeyForm::edit() const
{
    return m_key->edit();
}

base::Secret ApiKeyForm::key() const
{
    return m_key->secret();
}

bool ApiKeyForm::isEmpty() const
{
    return m_key->isEmpty();
}

void ApiKeyForm::wipe()
{
    m_key->wipe();
}

bool ApiKeyForm::showError(const base::Error &error)
{
    if (error.code != base::ErrorCode::Unauthenticated
        && error.code != base::ErrorCode::InvalidCredentials)
        return false;
    m_refused = true;
    retranslate();
    return true;
}

void ApiKeyForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ApiKeyForm::retranslate()
{
    m_field->setLabel(tr("API &key"));
    m_field->setHelp(tr("One that was made on the server for you."));
    m_field->setError(m_refused ? tr("The server does not accept this key.") : QString());
}

} // namespace authdesk::ui::widgets
