// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The card *What needs attention*: a row each, with the button that leads to the cure. Window
// thread.
#pragma once

#include "core/model/serverstats.h"

#include <QtWidgets/QWidget>

class QLabel;
class QVBoxLayout;

namespace authdesk::ui::widgets {
class Card;
}

namespace authdesk::ui::pages::overview {

class AttentionCard final : public QWidget
{
    Q_OBJECT

public:
    explicit AttentionCard(QWidget *parent = nullptr);

    /// `lockedNames`: the first of those who are locked.
    void setContent(const QList<model::Attention> &attention, const QStringList &lockedNames);

Q_SIGNALS:
    /// Somebody wants to do something about it.
    void chosen(model::Concern concern);

private:
    void fillRows();
    [[nodiscard]] QWidget *makeRow(const model::Attention &attention);
    void setTexts();

    QList<model::Attention> m_attention;
    QStringList m_lockedNames;
    widgets::Card *m_card;
    QVBoxLayout *m_rows;
    QWidget *m_nothing;
    QLabel *m_nothingText;
};

} // namespace authdesk::ui::pages::overview
