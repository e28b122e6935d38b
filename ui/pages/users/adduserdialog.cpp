// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/adduserdialog.h"

#include "ui/pages/users/adduserviewmodel.h"
#include "ui/pages/users/handoverview.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fielderrors.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/messagebar.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedWidget>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using widgets::FormField;

namespace {

QLabel *titleLabel(QWidget *parent)
{
    auto *title = new QLabel(parent);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    theme::setFontRole(title, theme::FontRole::PageTitle);
    return title;
}

QVBoxLayout *pageLayout(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                               theme::pageMargin);
    layout->setSpacing(theme::fieldGap);
    return layout;
}

} // namespace

AddUserDialog::AddUserDialog(gateway::UsersGateway &users, const QList<model::Role> &grantable,
                             Server server, QWidget *parent)
    : QDialog(parent)
    , m_server(std::move(server))
    , m_traits(users.traits())
    , m_viewModel(new AddUserViewModel(users, this))
    , m_stack(new QStackedWidget(this))
    , m_firstName(new QLineEdit)
    , m_lastName(new QLineEdit)
    , m_username(new QLineEdit)
    , m_email(new QLineEdit)
    , m_role(new QComboBox)
{
    setObjectName(u"addUserDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    for (const model::Role &role : grantable)
        m_role->addItem(role.name, role.slug);
    if (m_role->count() == 0) // the server does not show its roles to everybody
        m_role->addItem(tr("User"), QString(model::userSlug));
    const int user = m_role->findData(QString(model::userSlug));
    m_role->setCurrentIndex(user >= 0 ? user : m_role->count() - 1);

    m_stack->addWidget(buildForm());
    m_stack->addWidget(buildResult());
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_stack);
    widgets::fitHeight(this, theme::fieldMaxWidth + 2 * theme::pageMargin);
    connectForm();
    m_viewModel->setRole(m_role->currentData().toString());
    m_firstName->setFocus();
    updateWidgets();
}

void AddUserDialog::chooseRole(const QString &slug)
{
    if (const int place = m_role->findData(slug); place >= 0)
        m_role->setCurrentIndex(place);
}

QWidget *AddUserDialog::buildForm()
{
    auto *page = new QWidget;
    m_message = new widgets::MessageBar(page);
    m_message->setObjectName(u"addUserMessage"_s);
    m_firstNameField = new FormField({}, m_firstName, page);
    m_lastNameField = new FormField({}, m_lastName, page);
    m_usernameField = new FormField({}, m_username, page);
    m_emailField = new FormField({}, m_email, page);
    m_roleField = new FormField({}, m_role, page);
    m_firstName->setObjectName(u"newFirstName"_s);
    m_lastName->setObjectName(u"newLastName"_s);
    m_username->setObjectName(u"newUsername"_s);
    m_email->setObjectName(u"newEmail"_s);
    m_role->setObjectName(u"newRole"_s);

    auto *how = new QLabel(page);
    QLabel *title = titleLabel(page);
    how->setWordWrap(true);
    how->setForegroundRole(QPalette::PlaceholderText);
    QPushButton *cancel = widgets::plainButton({}, page);
    m_create = widgets::primaryButton({}, page);
    m_create->setObjectName(u"createUserButton"_s);
    m_create->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);
    auto *name = new QHBoxLayout;
    name->setSpacing(theme::space12);
    name->addWidget(m_firstNameField, 1, Qt::AlignTop);
    name->addWidget(m_lastNameField, 1, Qt::AlignTop);

    QVBoxLayout *all = pageLayout(page);
    all->addWidget(title);
    all->addWidget(m_message);
    all->addLayout(name);
    all->addWidget(m_usernameField);
    all->addWidget(m_emailField);
    m_emailField->setVisible(m_traits.hasEmail);
    all->addWidget(m_roleField);
    all->addWidget(how);
    all->addStretch(1);
    all->addSpacing(theme::space12);
    all->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    widgets::followLanguage(page, [this, title, how, cancel] {
        setWindowTitle(tr("Add user"));
        title->setText(tr("Add user"));
        m_firstNameField->setLabel(tr("First name"));
        m_lastNameField->setLabel(tr("Last name"));
        m_usernameField->setLabel(tr("Username"));
        m_emailField->setLabel(tr("E-mail"));
        m_emailField->setHelp(tr("It can stay empty."));
        m_roleField->setLabel(tr("Role"));
        how->setText(
            m_traits.passwordsAreOneTime
                ? tr("A one-time password is made. You hand it over, and at the first sign-in "
                     "it is replaced by one that only this person knows.")
                : tr("A password is made. You hand it over, and it stays good until somebody "
                     "changes it: this server knows no one-time passwords."));
        cancel->setText(tr("Cancel"));
        m_create->setText(tr("Create user"));
    });
    return page;
}

QWidget *AddUserDialog::buildResult()
{
    auto *page = new QWidget;
    m_resultTitle = titleLabel(page);
    m_resultTitle->setObjectName(u"createdTitle"_s);
    m_handover = new HandoverView(page);
    m_done = widgets::primaryButton({}, page);
    m_done->setObjectName(u"addUserDone"_s);
    QVBoxLayout *all = pageLayout(page);
    all->addWidget(m_resultTitle);
    all->addWidget(m_handover);
    all->addStretch(1);
    all->addWidget(m_done, 0, Qt::AlignRight);
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    widgets::followLanguage(page, [this] {
        if (!m_createdName.isEmpty())
            m_resultTitle->setText(tr("%1 can sign in now").arg(m_createdName));
        m_done->setText(tr("Done"));
    });
    return page;
}

void AddUserDialog::connectForm()
{
    const auto nameEdited = [this] {
        m_viewModel->setName(m_firstName->text(), m_lastName->text());
    };
    connect(m_firstName, &QLineEdit::textEdited, this, nameEdited);
    connect(m_lastName, &QLineEdit::textEdited, this, nameEdited);
    connect(m_username, &QLineEdit::textEdited, m_viewModel, &AddUserViewModel::setUsername);
    connect(m_email, &QLineEdit::textEdited, m_viewModel, &AddUserViewModel::setEmail);
    connect(m_role, &QComboBox::currentIndexChanged, this,
            [this] { m_viewModel->setRole(m_role->currentData().toString()); });
    connect(m_create, &QPushButton::clicked, m_viewModel, &AddUserViewModel::create);
    connect(m_viewModel, &AddUserViewModel::usernameProposed, m_username, &QLineEdit::setText);
    connect(m_viewModel, &AddUserViewModel::changed, this, &AddUserDialog::updateWidgets);
    connect(m_viewModel, &AddUserViewModel::created, this, &AddUserDialog::showResult);
    connect(m_viewModel, &AddUserViewModel::refused, this, &AddUserDialog::showError);
}

void AddUserDialog::showResult(const gateway::CreatedUser &created)
{
    const QString name = created.user.displayName();
    m_createdName = name;
    m_resultTitle->setText(tr("%1 can sign in now").arg(name));
    m_handover->setHandover({.kind = m_traits.passwordsAreOneTime ? Handover::Kind::Password
                                                                  : Handover::Kind::LastingPassword,
                             .serverName = m_server.name,
                             .address = m_server.address,
                             .displayName = name,
                             .username = created.user.username,
                             .secret = created.oneTimePassword,
                             .expiresAt = created.expiresAt});
    m_stack->setCurrentIndex(1);
    m_create->setDefault(false);
    m_done->setDefault(true);
    m_done->setFocus();
    Q_EMIT userCreated(created.user);
}

void AddUserDialog::showError(const base::Error &error)
{
    const QString rest = widgets::showFieldErrors(error, {{u"username"_s, m_usernameField},
                                                          {u"email"_s, m_emailField},
                                                          {u"first_name"_s, m_firstNameField},
                                                          {u"last_name"_s, m_lastNameField},
                                                          {u"role"_s, m_roleField}});
    if (rest.isEmpty())
        m_message->clear();
    else
        m_message->showMessage(widgets::MessageBar::Kind::Danger, rest);
}

void AddUserDialog::updateWidgets()
{
    m_create->setEnabled(m_viewModel->canCreate());
    for (QWidget *field : QList<QWidget *>{m_firstName, m_lastName, m_username, m_email, m_role})
        field->setEnabled(!m_viewModel->isBusy());
}

} // namespace authdesk::ui::pages::users
