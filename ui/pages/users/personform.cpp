// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/personform.h"

#include "ui/pages/users/usercolumns.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/enddatefield.h"
#include "ui/widgets/fielderrors.h"
#include "ui/widgets/formfield.h"

#include <QtCore/QEvent>
#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using widgets::FormField;

PersonForm::PersonForm(const base::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_firstName(new QLineEdit)
    , m_lastName(new QLineEdit)
    , m_username(new QLineEdit)
    , m_email(new QLineEdit)
    , m_role(new QComboBox)
    , m_status(new QComboBox)
    , m_end(new widgets::EndDateField)
    , m_firstNameField(new FormField({}, m_firstName, this))
    , m_lastNameField(new FormField({}, m_lastName, this))
    , m_usernameField(new FormField({}, m_username, this))
    , m_emailField(new FormField({}, m_email, this))
    , m_roleField(new FormField({}, m_role, this))
    , m_statusField(new FormField({}, m_status, this))
    , m_endField(new FormField({}, m_end, this))
{
    m_firstName->setObjectName(u"firstName"_s);
    m_lastName->setObjectName(u"lastName"_s);
    m_username->setObjectName(u"username"_s);
    m_email->setObjectName(u"email"_s);
    m_role->setObjectName(u"role"_s);
    m_status->setObjectName(u"status"_s);
    m_end->setObjectName(u"validUntil"_s);
    m_status->addItem({});
    m_status->addItem({});

    auto *name = new QHBoxLayout;
    name->setSpacing(theme::space12);
    name->addWidget(m_firstNameField, 1);
    name->addWidget(m_lastNameField, 1);
    auto *access = new QHBoxLayout;
    access->setSpacing(theme::space12);
    access->addWidget(m_roleField, 1, Qt::AlignTop);
    access->addWidget(m_statusField, 1, Qt::AlignTop);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(theme::fieldGap);
    all->addLayout(name);
    all->addWidget(m_usernameField);
    all->addWidget(m_emailField);
    all->addLayout(access);
    all->addWidget(m_endField);

    const auto tell = [this] {
        if (!m_filling)
            Q_EMIT edited();
    };
    for (const QLineEdit *edit : {m_firstName, m_lastName, m_username, m_email})
        connect(edit, &QLineEdit::textChanged, this, tell);
    for (const QComboBox *box : {m_role, m_status})
        connect(box, &QComboBox::currentIndexChanged, this, tell);
    connect(m_end, &widgets::EndDateField::changed, this, tell);
    retranslate();
}

void PersonForm::setRoles(const QList<model::Role> &grantable, const model::RoleRef &present)
{
    const QScopedValueRollback filling(m_filling, true);
    const QString chosen = m_role->currentData().toString();
    m_role->clear();
    for (const model::Role &role : grantable)
        m_role->addItem(role.name, role.slug);
    if (m_role->findData(present.slug) < 0)
        m_role->addItem(present.name, present.slug);
    m_role->setCurrentIndex(m_role->findData(chosen.isEmpty() ? present.slug : chosen));
}

void PersonForm::setDraft(const UserDraft &draft)
{
    const QScopedValueRollback filling(m_filling, true);
    m_firstName->setText(draft.firstName);
    m_lastName->setText(draft.lastName);
    m_username->setText(draft.username);
    m_email->setText(draft.email);
    m_role->setCurrentIndex(m_role->findData(draft.roleSlug));
    m_status->setCurrentIndex(draft.disabled ? 1 : 0);
    m_end->setEnd(draft.validUntil, m_clock.now().toLocalTime().date().addMonths(1));
    clearErrors();
}

UserDraft PersonForm::draft() const
{
    return {.username = m_username->text().trimmed(),
            .email = m_email->text().trimmed(),
            .firstName = m_firstName->text().trimmed(),
            .lastName = m_lastName->text().trimmed(),
            .roleSlug = m_role->currentData().toString(),
            .disabled = m_status->currentIndex() == 1,
            .validUntil = m_end->end()};
}

void PersonForm::setTraits(const gateway::AccountTraits &traits)
{
    m_emailField->setVisible(traits.hasEmail);
    m_statusField->setVisible(traits.hasStatus);
    m_endField->setVisible(traits.hasEnd);
    m_canBeRenamed = traits.canBeRenamed;
    updateWidgets();
}

void PersonForm::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    updateWidgets();
}

void PersonForm::setStandingReason(const QString &reason)
{
    m_standingReason = reason;
    updateWidgets();
}

QString PersonForm::showError(const base::Error &error)
{
    return widgets::showFieldErrors(error, {{u"username"_s, m_usernameField},
                                            {u"email"_s, m_emailField},
                                            {u"first_name"_s, m_firstNameField},
                                            {u"last_name"_s, m_lastNameField},
                                            {u"role"_s, m_roleField},
                                            {u"status"_s, m_statusField},
                                            {u"valid_until"_s, m_endField}});
}

void PersonForm::clearErrors()
{
    for (FormField *field : {m_firstNameField, m_lastNameField, m_usernameField, m_emailField,
                             m_roleField, m_statusField, m_endField})
        field->setError({});
}

void PersonForm::focusEnd()
{
    m_end->setFocus(Qt::OtherFocusReason);
}

void PersonForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PersonForm::retranslate()
{
    m_firstNameField->setLabel(tr("First name"));
    m_lastNameField->setLabel(tr("Last name"));
    m_usernameField->setLabel(tr("Username"));
    m_emailField->setLabel(tr("E-mail"));
    m_roleField->setLabel(tr("Role"));
    m_statusField->setLabel(tr("Status"));
    m_endField->setLabel(tr("Valid until"));
    m_endField->setHelp(tr("Nobody signs in to the account after that day."));
    m_status->setItemText(0, statusWord(model::UserStatus::Active));
    m_status->setItemText(1, statusWord(model::UserStatus::Disabled));
    m_role->setToolTip(tr("What this person may do"));
    m_status->setToolTip(tr("A disabled person cannot sign in"));
    updateWidgets();
}

void PersonForm::updateWidgets()
{
    for (QLineEdit *edit : {m_firstName, m_lastName, m_username, m_email})
        edit->setReadOnly(m_readOnly || (edit == m_username && !m_canBeRenamed));
    const bool stands = m_readOnly || !m_standingReason.isEmpty();
    m_role->setEnabled(!stands);
    m_status->setEnabled(!stands);
    m_end->setEnabled(!stands);
}

} // namespace authdesk::ui::pages::users
