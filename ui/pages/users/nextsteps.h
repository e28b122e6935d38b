// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The list *Next* at the right of the page *Users*: a row for each step, with its state, and for
// what is to do the reason and the button that does it.
#pragma once

#include "ui/pages/users/nextstepsviewmodel.h"

#include <QtWidgets/QWidget>

class QPushButton;
class QVBoxLayout;

namespace authdesk::ui::widgets {
class Card;
}

namespace authdesk::ui::pages::users {

class NextSteps final : public QWidget
{
    Q_OBJECT

public:
    explicit NextSteps(NextStepsViewModel &viewModel, QWidget *parent = nullptr);

Q_SIGNALS:
    void wanted(authdesk::ui::pages::users::NextStep step);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillRows();
    [[nodiscard]] QWidget *makeRow(const NextStepsViewModel::Step &step);

    NextStepsViewModel &m_viewModel;
    QList<NextStepsViewModel::Step> m_shown;
    widgets::Card *m_card;
    QVBoxLayout *m_rows;
    QPushButton *m_dismiss;
};

} // namespace authdesk::ui::pages::users
