// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/personpane.h"

#include "ui/pages/users/conflictdialog.h"
#include "ui/pages/users/handoverdialog.h"
#include "ui/pages/users/personform.h"
#include "ui/pages/users/persontexts.h"
#include "ui/pages/users/signinanswer.h"
#include "ui/pages/users/usercolumns.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/relativetime.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include <algorithm>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using widgets::ChipKind;

namespace {

ChipKind statusChip(model::UserStatus status)
{
    switch (status) {
    case model::UserStatus::Active:
        return ChipKind::Good;
    case model::UserStatus::Disabled:
        return ChipKind::Off;
    case model::UserStatus::Locked:
        return ChipKind::Warning;
    case model::UserStatus::Invited:
        return ChipKind::Waiting;
    }
    Q_UNREACHABLE();
}

} // namespace

void PersonPane::setAlone(bool alone)
{
    m_back->setVisible(alone);
    m_close->setVisible(!alone);
}

void PersonPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PersonPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const theme::Colors &colors = theme::colorsOf(palette());
    painter.fillRect(rect(), colors.base);
    if (!m_close->isHidden())
        painter.fillRect(0, 0, 1, height(), colors.hairline);
}

void PersonPane::connectViewModel()
{
    connect(&m_viewModel, &PersonViewModel::changed, this, &PersonPane::updateWidgets);
    connect(&m_viewModel, &PersonViewModel::draftReplaced, this, &PersonPane::fillForm);
    connect(&m_viewModel, &PersonViewModel::conflicted, this, &PersonPane::openConflict);
    connect(&m_viewModel, &PersonViewModel::secretIssued, this, &PersonPane::showSecret);
    connect(&m_viewModel, &PersonViewModel::saveRefused, this, &PersonPane::showRefusal);
    connect(&m_viewModel, &PersonViewModel::actionRefused, this,
            [this](PersonAction, const base::Error &error) {
                m_message->showMessage(widgets::MessageBar::Kind::Danger,
                                       widgets::errorText(error));
            });
    connect(&m_viewModel, &PersonViewModel::done, this,
            [this](PersonAction action, const model::User &user) {
                // What can be undone is announced by the page, with the undo.
                const gateway::AccountTraits traits = m_viewModel.traits();
                if (!isUndoable(action, traits))
                    Q_EMIT announced(doneSentence(action, user, m_server.name, traits));
            });
}

void PersonPane::fillForm()
{
    m_message->clear();
    if (!m_viewModel.hasPerson())
        return;
    m_form->setRoles(m_viewModel.rights().grantableRoles(), m_viewModel.person().role);
    m_form->setDraft(m_viewModel.draft());
}

void PersonPane::updateWidgets()
{
    const bool there = m_viewModel.hasPerson();
    m_scroll->setEnabled(there);
    if (!there)
        return;
    updateHead();
    updateAnswer();
    updateFacts();
    updateActions();
    m_answerCard->setVisible(m_viewModel.traits().hasStatus);
    m_form->setTraits(m_viewModel.traits());
    m_form->setReadOnly(!m_viewModel.canEdit());
    const bool last = m_viewModel.isLastManager();
    const QString reason = last ? tr("Nobody else may manage users, so role, status and end stay, "
                                     "and this account cannot be deleted. Give somebody else a "
                                     "role that may manage users first.")
                                : QString();
    m_form->setStandingReason(reason);
    m_reason->setText(reason);
    m_reason->setVisible(last && m_viewModel.canEdit());
    m_limits->setText(m_viewModel.traits().limits);
    m_limits->setVisible(!m_limits->text().isEmpty());
    m_foot->setVisible(m_viewModel.canEdit());
    m_revert->setEnabled(m_viewModel.isDirty() && !m_viewModel.isBusy());
    m_save->setEnabled(m_viewModel.isDirty() && !m_viewModel.isBusy());
}

void PersonPane::updateHead()
{
    const model::User &user = m_viewModel.person();
    m_name->setText(user.displayName());
    m_scroll->setAccessibleName(user.displayName());
    QStringList identity{user.username};
    if (user.email && *user.email != user.username)
        identity.append(*user.email);
    m_identity->setText(identity.join(u" · "_s));
    m_status->setKind(statusChip(user.status));
    m_status->setText(statusWord(user.status));
    m_status->setVisible(m_viewModel.traits().hasStatus);
    m_factor->setVisible(!user.mfaEnabled);
    m_role->setText(user.role.name);
}

void PersonPane::updateAnswer()
{
    const auto &check = m_viewModel.signInCheck();
    const QDateTime now = m_clock.now();
    m_answer->setText(signInAnswer(m_viewModel.person(), check, now));
    const auto cure = cureOf(check);
    const bool byEnd = endIsTheCure(check) && m_viewModel.canEdit();
    m_cure->setVisible(byEnd || (cure && m_viewModel.offers(*cure)));
    m_cure->setEnabled(byEnd || (cure && m_viewModel.allows(*cure)));
    m_cure->setText(byEnd  ? tr("Choose another end")
                    : cure ? actionLabel(*cure, m_viewModel.traits())
                           : QString());
    const QString tries = check ? triesText(*check, now) : QString();
    m_showTries->setVisible(!tries.isEmpty());
    m_showTries->setText(m_tries->isHidden() ? tr("Show the last tries")
                                             : tr("Hide the last tries"));
    m_tries->setText(tries);
    if (tries.isEmpty())
        m_tries->hide();
    m_answerCard->setTitle(
        //: %1 the name of a person
        tr("Can %1 sign in?").arg(m_viewModel.person().displayName()));
}

void PersonPane::updateActions()
{
    bool any = false;
    for (int i = 0; i < actionCount; ++i) {
        const auto action = PersonAction(i);
        QPushButton *button = m_actions[std::size_t(i)];
        const bool offered = m_viewModel.offers(action);
        button->setVisible(offered);
        button->setEnabled(m_viewModel.allows(action));
        any |= offered;
    }
    m_actionsTitle->setVisible(any);
    placeActions();
}

void PersonPane::placeActions()
{
    int widest = 0;
    for (const QPushButton *button : m_actions)
        widest = std::max(widest, button->isHidden() ? 0 : button->sizeHint().width());
    const int room = m_scroll->viewport()->width() - 2 * theme::space24 - theme::buttonGap;
    const int columns = 2 * widest <= room ? 2 : 1;
    m_actionGrid->setColumnStretch(1, columns - 1);
    int place = 0;
    for (QPushButton *button : m_actions) {
        m_actionGrid->removeWidget(button);
        if (button->isHidden())
            continue;
        m_actionGrid->addWidget(button, place / columns, place % columns);
        ++place;
    }
}

void PersonPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeActions();
}

void PersonPane::updateFacts()
{
    const model::User &user = m_viewModel.person();
    const QDateTime now = m_clock.now();
    if (!m_viewModel.traits().hasStatus) { // nor does such a server tell who signed in when
        m_facts->setText(
            tr("Second factor: %1\nCreated: %2")
                .arg(secondFactorWords(user), widgets::relativeTime(user.createdAt, now)));
        m_facts->setToolTip(tr("Created: %1").arg(widgets::exactTime(user.createdAt)));
        return;
    }
    m_facts->setText(
        tr("Second factor: %1\nLast sign-in: %2\nCreated: %3")
            .arg(secondFactorWords(user),
                 user.lastLoginAt ? widgets::relativeTime(*user.lastLoginAt, now) : tr("never"),
                 widgets::relativeTime(user.createdAt, now)));
    m_facts->setToolTip(
        user.lastLoginAt
            ? tr("Last sign-in: %1\nCreated: %2")
                  .arg(widgets::exactTime(*user.lastLoginAt), widgets::exactTime(user.createdAt))
            : tr("Created: %1").arg(widgets::exactTime(user.createdAt)));
}

void PersonPane::ask(PersonAction action)
{
    if (!m_viewModel.allows(action))
        return;
    auto *dialog = new widgets::ConfirmDialog(
        confirmTexts(action, m_viewModel.person(), m_viewModel.traits()), window());
    dialog->setObjectName(u"confirmDialog"_s);
    if (action == PersonAction::ResetSecondFactor)
        dialog->requireText(recognitionQuestion(m_viewModel.person()));
    // Another person may have come into the pane by the time somebody answers.
    connect(dialog, &QDialog::accepted, this, [this, action, dialog, id = m_viewModel.person().id] {
        if (m_viewModel.hasPerson() && m_viewModel.person().id == id) {
            m_message->clear();
            m_viewModel.run(action, dialog->typed());
        }
    });
    dialog->open();
}

void PersonPane::openConflict(const DraftConflict &conflict)
{
    auto *dialog = new ConflictDialog(conflict, m_viewModel.rights().roles(), window());
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_viewModel.resolve(dialog->conflict(), dialog->chosen()); });
    dialog->open();
}

void PersonPane::showSecret(PersonAction action, const model::User &user,
                            const gateway::OneTimeSecret &secret)
{
    const bool password = action == PersonAction::ResetPassword;
    const gateway::AccountTraits traits = m_viewModel.traits();
    const auto passwordKind =
        traits.passwordsAreOneTime ? Handover::Kind::Password : Handover::Kind::LastingPassword;
    auto *dialog = new HandoverDialog({.kind = password ? passwordKind : Handover::Kind::Code,
                                       .serverName = m_server.name,
                                       .address = m_server.address,
                                       .displayName = user.displayName(),
                                       .username = user.username,
                                       .secret = secret.secret,
                                       .expiresAt = secret.expiresAt},
                                      window());
    dialog->open();
    Q_EMIT announced(doneSentence(action, user, m_server.name, traits));
}

void PersonPane::showRefusal(const base::Error &error)
{
    const QString rest = m_form->showError(error);
    if (rest.isEmpty())
        m_message->clear();
    else
        m_message->showMessage(widgets::MessageBar::Kind::Danger, rest);
}

} // namespace authdesk::ui::pages::users
