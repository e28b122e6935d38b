// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The three forms of the sign-in dialog; what happens with them stands in signindialog.cpp.
#include "ui/shell/signindialog.h"

#include "core/gateway/detection.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/apikeyform.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/passwordfield.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;
using widgets::FormField;

static QVBoxLayout *formLayout(QWidget *step)
{
    auto *layout = new QVBoxLayout(step);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::fieldGap);
    return layout;
}

void SignInDialog::buildPasswordStep()
{
    m_serverBox = new QComboBox;
    m_serverBox->setObjectName(u"server"_s);
    for (const settings::ServerProfile &profile : m_profiles.all()) {
        m_serverBox->addItem(profile.name, profile.id);
        m_serverBox->setItemData(m_serverBox->count() - 1, profile.address.toDisplayString(),
                                 Qt::ToolTipRole);
    }
    m_serverBox->setCurrentIndex(m_serverBox->findData(m_server.profile().id));
    m_login = new QLineEdit(m_server.profile().login);
    m_login->setObjectName(u"username"_s);
    m_login->setMaxLength(255);
    m_password = new widgets::PasswordField(widgets::PasswordField::Kind::Existing);
    m_password->setObjectName(u"password"_s);
    m_keep = new QCheckBox;
    m_keep->setObjectName(u"keep"_s);
    m_keep->setEnabled(false);

    auto *layout = formLayout(m_passwordStep);
    m_serverField = new FormField({}, m_serverBox);
    m_loginField = new FormField({}, m_login);
    m_passwordField = new FormField({}, m_password);
    m_key = new widgets::ApiKeyForm;
    m_serverField->setHelp(m_server.profile().address.toDisplayString(QUrl::StripTrailingSlash));
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_serverField, m_loginField, m_passwordField, m_key})
        layout->addWidget(field);
    layout->addWidget(m_keep);
    const QUrl &address = m_server.profile().address;
    if (address.scheme() != "https"_L1 && !gateway::isLoopback(address)) {
        m_plainAgreed = new QCheckBox;
        m_plainAgreed->setObjectName(u"plainAgreed"_s);
        layout->addWidget(m_plainAgreed);
        QObject::connect(m_plainAgreed, &QCheckBox::toggled, this, &SignInDialog::updateWidgets);
    }

    QObject::connect(m_serverBox, &QComboBox::activated, this, [this](int index) {
        const QString chosen = m_serverBox->itemData(index).toString();
        if (chosen != m_server.profile().id)
            Q_EMIT serverChosen(chosen);
    });
    QObject::connect(m_login, &QLineEdit::textChanged, this, &SignInDialog::updateWidgets);
    QObject::connect(m_key, &widgets::ApiKeyForm::changed, this, &SignInDialog::updateWidgets);
    QObject::connect(m_password, &widgets::PasswordField::changed, this,
                     &SignInDialog::updateWidgets);
}

void SignInDialog::buildCodeStep()
{
    m_codeIntro = new QLabel;
    m_codeIntro->setWordWrap(true);
    m_code = new widgets::CodeField;
    m_code->setObjectName(u"code"_s);
    m_codeMode = widgets::linkButton({});
    m_codeMode->setObjectName(u"codeMode"_s);
    auto *layout = formLayout(m_codeStep);
    layout->addWidget(m_codeIntro);
    layout->addWidget(m_code);
    layout->addWidget(m_codeMode, 0, Qt::AlignLeft);

    QObject::connect(m_code, &widgets::CodeField::completed, this, &SignInDialog::submit);
    QObject::connect(m_code, &QLineEdit::textChanged, this, &SignInDialog::updateWidgets);
    QObject::connect(m_codeMode, &QPushButton::clicked, this, [this] {
        using Mode = widgets::CodeField::Mode;
        m_code->setMode(m_code->mode() == Mode::Digits ? Mode::Recovery : Mode::Digits);
        m_code->setFocus();
        updateWidgets();
    });
}

void SignInDialog::buildNewPasswordStep()
{
    m_newIntro = new QLabel;
    m_newIntro->setWordWrap(true);
    m_newPassword = new widgets::PasswordField(widgets::PasswordField::Kind::New);
    m_newPassword->setObjectName(u"newPassword"_s);
    m_newField = new FormField({}, m_newPassword);
    auto *layout = formLayout(m_newStep);
    layout->addWidget(m_newIntro);
    layout->addWidget(m_newField);
    QObject::connect(m_newPassword, &widgets::PasswordField::changed, this,
                     &SignInDialog::updateWidgets);
}

} // namespace authdesk::ui::shell
