// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/nextsteps.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

namespace {

class StepTexts final
{
    Q_DECLARE_TR_FUNCTIONS(NextSteps)
};

struct StepWords
{
    QString name;  ///< of its widgets
    QString title; ///< what there is when it is done
    QString why;
    QString verb; ///< on the button that does it
};

StepWords wordsOf(NextStep step)
{
    switch (step) {
    case NextStep::SecondFactor:
        return {.name = u"secondFactor"_s,
                .title = StepTexts::tr("Your second factor"),
                .why = StepTexts::tr("Without it one stolen password is enough."),
                .verb = StepTexts::tr("Turn it on…")};
    case NextStep::SecondAdmin:
        return {.name = u"secondAdmin"_s,
                .title = StepTexts::tr("A second admin"),
                .why = StepTexts::tr("Whoever loses the way in needs somebody else who can help."),
                .verb = StepTexts::tr("Add an admin…")};
    }
    Q_UNREACHABLE();
}

} // namespace

NextSteps::NextSteps(NextStepsViewModel &viewModel, QWidget *parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_card(new widgets::Card(this))
    , m_rows(new QVBoxLayout)
    , m_dismiss(widgets::linkButton({}, this))
{
    setObjectName(u"nextSteps"_s);
    setFixedWidth(theme::paneLeast);
    m_dismiss->setObjectName(u"nextDismiss"_s);
    m_rows->setSpacing(theme::groupGap);
    m_card->body()->setSpacing(theme::space16);
    m_card->body()->addLayout(m_rows);
    m_card->body()->addWidget(m_dismiss, 0, Qt::AlignLeft);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, theme::space16, theme::pageMargin, theme::pageMargin);
    all->addWidget(m_card);
    all->addStretch(1);
    connect(m_dismiss, &QPushButton::clicked, &viewModel, &NextStepsViewModel::dismiss);
    connect(&viewModel, &NextStepsViewModel::changed, this, [this] {
        // The rows hold the focus; they are made anew only for something new.
        if (m_viewModel.steps() != m_shown)
            fillRows();
    });
    retranslate();
}

void NextSteps::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NextSteps::retranslate()
{
    //: Title of the list of what is still to do on a new server
    m_card->setTitle(tr("Next"));
    setAccessibleName(tr("Next"));
    m_dismiss->setText(tr("Put this list away"));
    m_dismiss->setToolTip(tr("It does not come back for this server."));
    fillRows();
}

void NextSteps::fillRows()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_shown = m_viewModel.steps();
    for (const NextStepsViewModel::Step &step : std::as_const(m_shown))
        m_rows->addWidget(makeRow(step));
}

QWidget *NextSteps::makeRow(const NextStepsViewModel::Step &step)
{
    const StepWords words = wordsOf(step.step);
    auto *row = new QWidget(m_card);
    row->setObjectName(words.name + u"Step"_s);
    auto *title = new QLabel(words.title, row);
    title->setWordWrap(true);
    theme::setFontRole(title, theme::FontRole::Strong);
    auto *state = step.done ? new widgets::Chip(widgets::ChipKind::Good, tr("Done"), row)
                            : new widgets::Chip(widgets::ChipKind::Waiting, tr("To do"), row);
    state->setObjectName(words.name + u"State"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space8);
    head->addWidget(title, 1);
    head->addWidget(state, 0, Qt::AlignTop);
    auto *all = new QVBoxLayout(row);
    all->setContentsMargins({});
    all->setSpacing(theme::space4);
    all->addLayout(head);
    if (step.done)
        return row;

    auto *why = new QLabel(words.why, row);
    why->setWordWrap(true);
    why->setForegroundRole(QPalette::PlaceholderText);
    QPushButton *act = widgets::plainButton(words.verb, row);
    act->setObjectName(words.name + u"Act"_s);
    all->addWidget(why);
    all->addSpacing(theme::space4);
    all->addWidget(act, 0, Qt::AlignLeft);
    connect(act, &QPushButton::clicked, this, [this, which = step.step] { Q_EMIT wanted(which); });
    return row;
}

} // namespace authdesk::ui::pages::users
