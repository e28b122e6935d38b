// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/recoverdialog.h"

#include "core/base/whenanswered.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/secretlabel.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;
using hosting::RescueUser;
using widgets::MessageBar;

static QString statusWord(model::UserStatus status)
{
    switch (status) {
    case model::UserStatus::Active:
        return RecoverDialog::tr("Active");
    case model::UserStatus::Disabled:
        return RecoverDialog::tr("Disabled");
    case model::UserStatus::Locked:
        return RecoverDialog::tr("Locked");
    case model::UserStatus::Invited:
        return RecoverDialog::tr("Invited");
    }
    return {};
}

static widgets::ChipKind statusChip(model::UserStatus status)
{
    switch (status) {
    case model::UserStatus::Active:
        return widgets::ChipKind::Good;
    case model::UserStatus::Disabled:
        return widgets::ChipKind::Off;
    case model::UserStatus::Locked:
        return widgets::ChipKind::Warning;
    case model::UserStatus::Invited:
        return widgets::ChipKind::Waiting;
    }
    return widgets::ChipKind::Off;
}

RecoverDialog::RecoverDialog(hosting::LocalServer &server, const QString &serverName,
                             const QString &dataFolder, const QString &login, QWidget *parent)
    : QDialog(parent)
    , m_server(server)
    , m_folder(dataFolder)
    , m_login(login)
    , m_table(new QTableWidget(0, 4, this))
    , m_password(widgets::plainButton({}, this))
    , m_factor(widgets::plainButton({}, this))
    , m_unlock(widgets::plainButton({}, this))
    , m_result(new widgets::Card(this))
    , m_resultText(new QLabel(m_result))
    , m_secret(new widgets::SecretLabel(m_result))
    , m_copy(new widgets::CopyButton({}, m_result))
    , m_message(new MessageBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"recoverDialog"_s);
    m_table->setObjectName(u"rescueUsers"_s);
    m_password->setObjectName(u"resetPassword"_s);
    m_factor->setObjectName(u"resetSecondFactor"_s);
    m_unlock->setObjectName(u"unlock"_s);
    m_secret->setObjectName(u"rescueSecret"_s);

    auto *intro = new QLabel(this);
    intro->setWordWrap(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setItemDelegate(new widgets::RowDelegate(m_table));
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_resultText->setWordWrap(true);
    m_copy->setSource([this] { return m_secret->secret().toString(); },
                      widgets::CopyButton::Content::Secret);
    auto *secretRow = new QHBoxLayout;
    secretRow->addWidget(m_secret, 1);
    secretRow->addWidget(m_copy);
    m_result->body()->addWidget(m_resultText);
    m_result->body()->addLayout(secretRow);
    m_result->hide();

    auto *actions = new QHBoxLayout;
    actions->setSpacing(theme::buttonGap);
    for (QPushButton *action : {m_password, m_factor, m_unlock})
        actions->addWidget(action);
    actions->addStretch();
    auto *close = widgets::primaryButton({}, this);
    close->setObjectName(u"close"_s);
    actions->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                               theme::pageMargin);
    layout->setSpacing(theme::space12);
    layout->addWidget(intro);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_result);
    layout->addLayout(actions);
    resize(640, 440);

    QObject::connect(m_table, &QTableWidget::itemSelectionChanged, this,
                     &RecoverDialog::updateWidgets);
    QObject::connect(m_password, &QPushButton::clicked, this, &RecoverDialog::resetPassword);
    QObject::connect(m_factor, &QPushButton::clicked, this, &RecoverDialog::resetSecondFactor);
    QObject::connect(m_unlock, &QPushButton::clicked, this, &RecoverDialog::unlock);
    QObject::connect(close, &QPushButton::clicked, this, &QDialog::accept);
    widgets::followLanguage(this, [this, serverName, intro, close] {
        setWindowTitle(tr("Recover – %1 – Authdesk").arg(serverName));
        intro->setText(tr("Choose who cannot get in. Whatever you do here stands in the audit "
                          "trail."));
        m_table->setHorizontalHeaderLabels(
            {tr("Username"), tr("Role"), tr("Status"), tr("Second factor")});
        m_table->setAccessibleName(tr("People of this server"));
        m_password->setText(tr("Reset password"));
        m_factor->setText(tr("Reset second factor"));
        m_unlock->setText(tr("Unlock"));
        m_copy->setLabel(tr("Copy"));
        close->setText(tr("Close"));
        fill(QList<RescueUser>(m_users));
    });
    updateWidgets();
    load();
}

void RecoverDialog::load()
{
    base::whenAnswered(m_server.listUsers(m_folder), this,
                       [this](const base::Result<QList<RescueUser>> &users) {
                           if (users)
                               fill(*users);
                           else
                               showFailure(users.error());
                       });
}

void RecoverDialog::fill(const QList<RescueUser> &users)
{
    const auto before = chosen();
    const QString wanted = before ? before->username : m_login;
    m_users = users;
    m_table->setRowCount(int(users.size()));
    for (int row = 0; row < users.size(); ++row) {
        const RescueUser &user = users[row];
        const QStringList cells{user.username, user.roleName, statusWord(user.status),
                                user.mfaEnabled ? tr("On") : tr("None")};
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
        m_table->item(row, 2)->setData(widgets::ChipRole, int(statusChip(user.status)));
        if (user.username == wanted || users.size() == 1)
            m_table->selectRow(row);
    }
    updateWidgets();
}

std::optional<RescueUser> RecoverDialog::chosen() const
{
    const QList<QTableWidgetItem *> selected = m_table->selectedItems();
    if (selected.isEmpty() || selected.first()->row() >= m_users.size())
        return {};
    return m_users[selected.first()->row()];
}

void RecoverDialog::resetPassword()
{
    const auto user = chosen();
    if (!user)
        return;
    m_busy = true;
    updateWidgets();
    base::whenAnswered(
        m_server.resetPassword(m_folder, user->username), this,
        [this, user](const base::Result<base::Secret> &secret) {
            m_busy = false;
            if (!secret)
                return showFailure(secret.error());
            showSecret(tr("%1 signs in once with this password and then chooses a new one. It is "
                          "shown only now.")
                           .arg(user->username),
                       *secret);
        });
}

void RecoverDialog::resetSecondFactor()
{
    const auto user = chosen();
    if (!user)
        return;
    m_busy = true;
    updateWidgets();
    base::whenAnswered(
        m_server.resetSecondFactor(m_folder, user->username), this,
        [this, user](const base::Result<base::Secret> &code) {
            m_busy = false;
            if (!code)
                return showFailure(code.error());
            showSecret(tr("%1 signs in with the password and this code in place of the app's, "
                          "within an hour, and then sets up a new second factor. It is shown only "
                          "now.")
                           .arg(user->username),
                       *code);
        });
}

void RecoverDialog::unlock()
{
    const auto user = chosen();
    if (!user)
        return;
    m_busy = true;
    updateWidgets();
    base::whenAnswered(m_server.unlock(m_folder, user->username), this,
                       [this, user](const base::Result<void> &done) {
                           m_busy = false;
                           if (!done)
                               return showFailure(done.error());
                           m_result->hide();
                           m_message->showMessage(MessageBar::Kind::Good,
                                                  tr("%1 may try again now.").arg(user->username));
                           load();
                       });
}

void RecoverDialog::showSecret(const QString &sentence, const base::Secret &secret)
{
    m_message->clear();
    m_resultText->setText(sentence);
    m_secret->setSecret(secret);
    m_result->show();
    m_copy->setFocus();
    updateWidgets();
    load();
}

void RecoverDialog::showFailure(const base::Error &error)
{
    m_message->showMessage(MessageBar::Kind::Danger, widgets::errorText(error));
    updateWidgets();
}

void RecoverDialog::updateWidgets()
{
    const auto user = chosen();
    m_password->setEnabled(user && !m_busy);
    m_factor->setEnabled(user && user->mfaEnabled && !m_busy);
    m_unlock->setEnabled(user && user->status == model::UserStatus::Locked && !m_busy);
}

} // namespace authdesk::ui::shell
