// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The profile of a person as a form: fills itself from a draft, gives the draft back, and shows
// what is wrong beside the field. It never saves.
#pragma once

#include "core/base/clock.h"
#include "core/model/role.h"
#include "ui/pages/users/userdraft.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLineEdit;

namespace authdesk::ui::widgets {
class EndDateField;
class FormField;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::users {

class PersonForm final : public QWidget
{
    Q_OBJECT

public:
    /// `clock` proposes the day when an end is chosen: a month from now.
    explicit PersonForm(const base::Clock &clock, QWidget *parent = nullptr);

    /// `present` stays in the list even where it may not be given.
    void setRoles(const QList<model::Role> &grantable, const model::RoleRef &present);
    void setDraft(const UserDraft &draft);
    [[nodiscard]] UserDraft draft() const;
    /// Hides what accounts of this server do not have.
    void setTraits(const gateway::AccountTraits &traits);
    /// Nothing can be edited.
    void setReadOnly(bool readOnly);
    /// Role, status and end stay as they are, and the reason stands beside them; empty: they do
    /// not.
    void setStandingReason(const QString &reason);

    /// Shows field errors; returns what belongs to no field.
    [[nodiscard]] QString showError(const base::Error &error);
    void clearErrors();
    /// The keys go to the end of the account.
    void focusEnd();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateWidgets();

    const base::Clock &m_clock;
    QLineEdit *m_firstName;
    QLineEdit *m_lastName;
    QLineEdit *m_username;
    QLineEdit *m_email;
    QComboBox *m_role;
    QComboBox *m_status;
    widgets::EndDateField *m_end;
    widgets::FormField *m_firstNameField;
    widgets::FormField *m_lastNameField;
    widgets::FormField *m_usernameField;
    widgets::FormField *m_emailField;
    widgets::FormField *m_roleField;
    widgets::FormField *m_statusField;
    widgets::FormField *m_endField;
    QString m_standingReason;
    bool m_canBeRenamed = true;
    bool m_readOnly = false;
    bool m_filling = false;
};

} // namespace authdesk::ui::pages::users
