// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the pane of a person is put together; what it does is in personpane.cpp.
#include "ui/pages/users/personform.h"
#include "ui/pages/users/personpane.h"
#include "ui/pages/users/persontexts.h"
#include "ui/pages/users/signinanswer.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagebar.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

PersonPane::PersonPane(PersonViewModel &viewModel, Server server, const base::Clock &clock,
                       QWidget *parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_server(std::move(server))
    , m_clock(clock)
    , m_back(widgets::linkButton({}, this))
    , m_close(new QPushButton(this))
    , m_name(new widgets::ElidedLabel({}, this))
    , m_identity(new widgets::ElidedLabel({}, this))
    , m_status(new widgets::Chip(this))
    , m_factor(new widgets::Chip(this))
    , m_role(new widgets::ElidedLabel({}, this))
    , m_message(new widgets::MessageBar(this))
    , m_scroll(new QScrollArea(this))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, theme::space16, 0, 0);
    all->setSpacing(0);
    buildHead();
    buildBody();
    buildFoot();
    connectViewModel();
    retranslate();
}

void PersonPane::buildHead()
{
    m_back->setObjectName(u"paneBack"_s);
    m_close->setObjectName(u"paneClose"_s);
    m_close->setIcon(theme::icon(theme::Icon::Cross));
    m_close->setFlat(true);
    theme::setButtonKind(m_close, theme::ButtonKind::Link);
    m_close->setFixedSize(theme::space32, theme::space32);
    m_name->setObjectName(u"personName"_s);
    m_name->setTextFormat(Qt::PlainText);
    theme::setFontRole(m_name, theme::FontRole::PageTitle);
    m_identity->setTextFormat(Qt::PlainText);
    m_identity->setForegroundRole(QPalette::PlaceholderText);
    m_status->setObjectName(u"personStatus"_s);
    m_factor->setKind(widgets::ChipKind::Warning);
    m_role->setObjectName(u"personRole"_s);
    m_message->setObjectName(u"paneMessage"_s);

    auto *first = new QHBoxLayout;
    first->addWidget(m_name, 1);
    first->addWidget(m_close, 0, Qt::AlignTop);
    auto *chips = new QHBoxLayout;
    chips->setSpacing(theme::space8);
    chips->addWidget(m_status);
    chips->addWidget(m_factor);
    chips->addWidget(m_role, 1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(theme::space24, 0, theme::space16, theme::space12);
    head->setSpacing(theme::space4);
    head->addWidget(m_back, 0, Qt::AlignLeft);
    head->addLayout(first);
    head->addWidget(m_identity);
    head->addSpacing(theme::space4);
    head->addLayout(chips);
    head->addWidget(m_message);
    static_cast<QVBoxLayout *>(layout())->addLayout(head);

    connect(m_back, &QPushButton::clicked, this, &PersonPane::closeWanted);
    connect(m_close, &QPushButton::clicked, this, &PersonPane::closeWanted);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &PersonPane::closeWanted);
    auto *save = new QShortcut(QKeySequence::Save, this);
    save->setContext(Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, &m_viewModel, &PersonViewModel::save);
}

void PersonPane::buildBody()
{
    auto *body = new QWidget;
    m_answerCard = new widgets::Card(body);
    m_answer = new QLabel(m_answerCard);
    m_answer->setObjectName(u"signInAnswer"_s);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setWordWrap(true);
    m_cure = widgets::plainButton({}, m_answerCard);
    m_cure->setObjectName(u"cureButton"_s);
    m_cure->setAutoDefault(false);
    m_showTries = widgets::linkButton({}, m_answerCard);
    m_showTries->setObjectName(u"showTriesButton"_s);
    m_showTries->setAutoDefault(false);
    m_tries = new QLabel(m_answerCard);
    m_tries->setObjectName(u"signInTries"_s);
    m_tries->setTextFormat(Qt::PlainText);
    m_tries->setWordWrap(true);
    theme::setFontRole(m_tries, theme::FontRole::Caption);
    m_tries->hide();
    auto *cureRow = new QHBoxLayout;
    cureRow->setSpacing(theme::buttonGap);
    cureRow->addWidget(m_cure);
    cureRow->addWidget(m_showTries);
    cureRow->addStretch(1);
    m_answerCard->body()->addWidget(m_answer);
    m_answerCard->body()->addLayout(cureRow);
    m_answerCard->body()->addWidget(m_tries);
    connect(m_cure, &QPushButton::clicked, this, [this] {
        if (endIsTheCure(m_viewModel.signInCheck()))
            m_form->focusEnd();
        else if (const auto cure = cureOf(m_viewModel.signInCheck()))
            ask(*cure);
    });
    connect(m_showTries, &QPushButton::clicked, this, [this] {
        m_tries->setVisible(m_tries->isHidden());
        updateWidgets();
    });
    m_form = new PersonForm(m_clock, body);
    m_reason = new QLabel(body);
    m_reason->setObjectName(u"lastManagerReason"_s);
    m_reason->setWordWrap(true);
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    m_limits = new QLabel(body);
    m_limits->setObjectName(u"limitsOfTheServer"_s);
    m_limits->setTextFormat(Qt::PlainText);
    m_limits->setWordWrap(true);
    m_limits->setForegroundRole(QPalette::PlaceholderText);
    m_facts = new QLabel(body);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_actionsTitle = new QLabel(body);
    theme::setFontRole(m_actionsTitle, theme::FontRole::Section);
    m_actionGrid = new QGridLayout;
    m_actionGrid->setSpacing(theme::buttonGap);
    m_actionGrid->setColumnStretch(0, 1);
    m_actionGrid->setColumnStretch(1, 1);
    constexpr std::array names{
        "disableButton", "enableButton",      "resetPasswordButton", "resetSecondFactorButton",
        "unlockButton",  "endSessionsButton", "deleteButton"};
    for (int i = 0; i < actionCount; ++i) {
        QPushButton *button = widgets::plainButton({}, body);
        button->setObjectName(QLatin1StringView(names[std::size_t(i)]));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, i] { ask(PersonAction(i)); });
        m_actions[std::size_t(i)] = button;
    }

    auto *all = new QVBoxLayout(body);
    all->setContentsMargins(theme::space24, theme::space4, theme::space24, theme::space24);
    all->setSpacing(theme::space16);
    all->addWidget(m_answerCard);
    all->addWidget(m_form);
    all->addWidget(m_reason);
    all->addWidget(m_actionsTitle);
    all->addLayout(m_actionGrid);
    all->addWidget(m_limits);
    all->addWidget(m_facts);
    all->addStretch(1);
    body->setMaximumWidth(theme::fieldMaxWidth + 2 * theme::space24);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_scroll, 1);
    connect(m_form, &PersonForm::edited, this, [this] { m_viewModel.setDraft(m_form->draft()); });
}

void PersonPane::buildFoot()
{
    m_foot = new QWidget(this);
    m_revert = widgets::plainButton({}, m_foot);
    m_revert->setObjectName(u"revertButton"_s);
    m_save = widgets::primaryButton({}, m_foot);
    m_save->setObjectName(u"saveButton"_s);
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(theme::space24, theme::space12, theme::space24, theme::space16);
    row->setSpacing(theme::buttonGap);
    row->addStretch(1);
    row->addWidget(m_revert);
    row->addWidget(m_save);
    layout()->addWidget(m_foot);
    connect(m_revert, &QPushButton::clicked, &m_viewModel, &PersonViewModel::revert);
    connect(m_save, &QPushButton::clicked, &m_viewModel, &PersonViewModel::save);
}

void PersonPane::retranslate()
{
    //: Leads from a person back to the list of people
    m_back->setText(tr("Back to the list"));
    m_close->setAccessibleName(tr("Close this person"));
    m_close->setToolTip(tr("Close this person (Esc)"));
    m_factor->setText(tr("No second factor"));
    m_actionsTitle->setText(tr("Actions"));
    for (int i = 0; i < actionCount; ++i)
        m_actions[std::size_t(i)]->setText(actionLabel(PersonAction(i), m_viewModel.traits()));
    m_revert->setText(tr("Revert"));
    m_revert->setToolTip(tr("Take back what is not saved"));
    m_save->setText(tr("Save"));
    m_save->setToolTip(
        tr("Save this person (%1)")
            .arg(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)));
    updateWidgets();
}

} // namespace authdesk::ui::pages::users
