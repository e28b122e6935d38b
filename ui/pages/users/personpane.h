// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pane of one person: whether they can sign in, the profile as a draft, and what can be done.
// Beside the list, or in its place in a narrow window. Window thread.
#pragma once

#include "core/base/clock.h"
#include "ui/pages/users/personviewmodel.h"

#include <QtCore/QUrl>
#include <QtWidgets/QWidget>

#include <array>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace authdesk::ui::widgets {
class Card;
class Chip;
class ElidedLabel;
class MessageBar;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::users {

class PersonForm;

class PersonPane final : public QWidget
{
    Q_OBJECT

public:
    struct Server
    {
        QString name;
        QUrl address;
    };

    PersonPane(PersonViewModel &viewModel, Server server, const base::Clock &clock,
               QWidget *parent = nullptr);

    /// In the place of the list: a way back instead of a way to close.
    void setAlone(bool alone);

Q_SIGNALS:
    void closeWanted();
    void announced(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int actionCount = 7;

    void buildHead();
    void buildBody();
    void buildFoot();
    void connectViewModel();
    void fillForm();
    void retranslate();
    void updateWidgets();
    void updateHead();
    void updateAnswer();
    void updateActions();
    /// Beside each other where the words leave room for that.
    void placeActions();
    void updateFacts();
    void ask(PersonAction action);
    void openConflict(const DraftConflict &conflict);
    void showSecret(PersonAction action, const model::User &user,
                    const gateway::OneTimeSecret &secret);
    void showRefusal(const base::Error &error);

    PersonViewModel &m_viewModel;
    Server m_server;
    const base::Clock &m_clock;
    QPushButton *m_back;
    QPushButton *m_close;
    widgets::ElidedLabel *m_name;
    widgets::ElidedLabel *m_identity;
    widgets::Chip *m_status;
    widgets::Chip *m_factor;
    QLabel *m_role;
    widgets::MessageBar *m_message;
    QScrollArea *m_scroll;
    widgets::Card *m_answerCard = nullptr;
    QLabel *m_answer = nullptr;
    QPushButton *m_cure = nullptr;
    QPushButton *m_showTries = nullptr;
    QLabel *m_tries = nullptr;
    PersonForm *m_form = nullptr;
    QLabel *m_reason = nullptr;
    QLabel *m_limits = nullptr; ///< what this server cannot do, and why
    QLabel *m_facts = nullptr;
    QLabel *m_actionsTitle = nullptr;
    QGridLayout *m_actionGrid = nullptr;
    std::array<QPushButton *, actionCount> m_actions{};
    QWidget *m_foot = nullptr;
    QPushButton *m_revert = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace authdesk::ui::pages::users
