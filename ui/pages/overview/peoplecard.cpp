// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overview/peoplecard.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/languagefollower.h"

#include <QtCore/QLocale>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::pages::overview {
using namespace Qt::StringLiterals;

namespace {
constexpr std::array numberNames{"total",    "withSecondFactor", "withoutSecondFactor",
                                 "active",   "invited",          "locked",
                                 "disabled", "mayManageUsers",   "openSessions"};

} // namespace

PeopleCard::PeopleCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new widgets::Card(this))
{
    setObjectName(u"people"_s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::space16);
    grid->setVerticalSpacing(theme::space8);
    grid->setColumnStretch(0, 1);
    for (int row = 0; row < int(m_lines.size()); ++row) {
        Line &line = m_lines[std::size_t(row)];
        line = {.words = new QLabel(m_card), .number = new QLabel(m_card)};
        line.words->setWordWrap(true);
        line.number->setObjectName(u"number_"_s + QLatin1StringView(numberNames[std::size_t(row)]));
        line.number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(line.words, row, 0);
        grid->addWidget(line.number, row, 1);
    }
    for (QLabel *label : {m_lines.front().words, m_lines.front().number})
        theme::setFontRole(label, theme::FontRole::Strong);
    m_card->body()->addLayout(grid);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    widgets::followLanguage(this, [this] {
        m_card->setTitle(tr("People"));
        setTexts();
    });
}

void PeopleCard::setContent(const model::UserCounts &users, qint64 openSessions)
{
    m_users = users;
    m_openSessions = openSessions;
    setTexts();
}

void PeopleCard::setTexts()
{
    struct Figure
    {
        QString words;
        qint64 number;
    };
    const std::array<Figure, std::tuple_size_v<decltype(m_lines)>> figures{
        Figure{tr("All people"), m_users.total()},
        Figure{tr("With a second factor"), m_users.withSecondFactor},
        Figure{tr("Without a second factor"), m_users.withoutSecondFactor()},
        Figure{tr("Active"), m_users.active},
        Figure{tr("Invited"), m_users.invited},
        Figure{tr("Locked"), m_users.locked},
        Figure{tr("Disabled"), m_users.disabled},
        Figure{tr("May manage users"), m_users.mayManageUsers},
        Figure{tr("Open sessions"), m_openSessions},
    };
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const QString number = QLocale().toString(figures[i].number);
        m_lines[i].words->setText(figures[i].words);
        m_lines[i].number->setText(number);
        // Heard alone, a number would not say of what.
        m_lines[i].number->setAccessibleName(u"%1: %2"_s.arg(figures[i].words, number));
    }
}

} // namespace authdesk::ui::pages::overview
