// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overview/attentioncard.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/wrappinglabel.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

#include <algorithm>

namespace authdesk::ui::pages::overview {

using namespace Qt::StringLiterals;
using model::Attention;
using model::Concern;

namespace {

struct AttentionWords
{
    Q_DECLARE_TR_FUNCTIONS(AttentionCard)
};

struct ConcernWords
{
    QString title;
    QString why;
    QString verb; ///< on the button that leads there
};

/// "Anna Kovac, Ben Ode" and how many there are beside them.
QString namesText(const QStringList &names, qint64 count)
{
    const QString listed = names.join(u", "_s);
    if (names.isEmpty() || names.size() >= count)
        return listed;
    //: Names of people, and how many there are beside them
    return AttentionWords::tr("%1 and %2 more")
        .arg(listed, QLocale().toString(count - names.size()));
}

ConcernWords wordsOf(const Attention &attention, const QStringList &lockedNames)
{
    const QString count = QLocale().toString(attention.count);
    switch (attention.concern) {
    case Concern::OneManager:
        return {.title = AttentionWords::tr("Only one person may manage users"),
                .why = AttentionWords::tr("Nobody else could help if they lose the way in."),
                .verb = AttentionWords::tr("Show users")};
    case Concern::NoSecondFactor:
        return {.title = AttentionWords::tr("People without a second factor: %1").arg(count),
                .why =
                    AttentionWords::tr("One stolen password is enough to sign in as one of them."),
                .verb = AttentionWords::tr("Show them")};
    case Concern::Locked:
        return {.title = AttentionWords::tr("People who are locked: %1").arg(count),
                .why = lockedNames.isEmpty()
                           ? AttentionWords::tr(
                                 "They cannot sign in for now, after too many wrong tries.")
                           : namesText(lockedNames, attention.count),
                .verb = AttentionWords::tr("Show them")};
    case Concern::CertificateEnds:
        return {.title = attention.count > 0
                             ? AttentionWords::tr("The certificate ends in %n day(s)", nullptr,
                                                  int(attention.count))
                             : AttentionWords::tr("The certificate has come to its end"),
                .why = AttentionWords::tr(
                    "After that programs and browsers refuse to connect to this server."),
                .verb = {}};
    }
    Q_UNREACHABLE();
}

} // namespace

AttentionCard::AttentionCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new widgets::Card(this))
    , m_rows(new QVBoxLayout)
    , m_nothing(new QWidget(m_card))
    , m_nothingText(widgets::wrappingLabel(u"nothingNeedsAttention"_s, m_nothing))
{
    setObjectName(u"attention"_s);
    auto *chip = new widgets::Chip(widgets::ChipKind::Good, {}, m_nothing);
    auto *nothing = new QHBoxLayout(m_nothing);
    nothing->setContentsMargins({});
    nothing->setSpacing(theme::space8);
    nothing->addWidget(chip);
    nothing->addWidget(m_nothingText, 1);
    m_rows->setSpacing(theme::space16);
    m_card->body()->addWidget(m_nothing);
    m_card->body()->addLayout(m_rows);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    widgets::followLanguage(this, [this, chip] {
        m_card->setTitle(tr("What needs attention"));
        //: In a chip: nothing is wrong
        chip->setText(tr("All well"));
        m_nothingText->setText(tr("Nothing needs attention."));
        setTexts();
    });
}

void AttentionCard::setContent(const QList<Attention> &attention, const QStringList &lockedNames)
{
    // The rows hold the focus; they are made anew only for another concern.
    const bool isOther =
        !std::ranges::equal(attention, m_attention, {}, &Attention::concern, &Attention::concern);
    m_attention = attention;
    m_lockedNames = lockedNames;
    if (isOther)
        fillRows();
    m_nothing->setVisible(attention.isEmpty());
    setTexts();
}

void AttentionCard::fillRows()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Attention &one : std::as_const(m_attention))
        m_rows->addWidget(makeRow(one));
}

QWidget *AttentionCard::makeRow(const Attention &attention)
{
    const QString name = model::concernName(attention.concern);
    auto *row = new QWidget(m_card);
    row->setObjectName(u"concern_"_s + name);
    QLabel *title = widgets::wrappingLabel(u"title"_s, row);
    theme::setFontRole(title, theme::FontRole::Strong);
    QLabel *why = widgets::wrappingLabel(u"why"_s, row);
    why->setForegroundRole(QPalette::PlaceholderText);
    QPushButton *act = widgets::plainButton({}, row);
    act->setObjectName(u"act_"_s + name);
    connect(act, &QPushButton::clicked, this,
            [this, concern = attention.concern] { Q_EMIT chosen(concern); });
    auto *words = new QVBoxLayout;
    words->setSpacing(theme::space4);
    words->addWidget(title);
    words->addWidget(why);
    auto *all = new QHBoxLayout(row);
    all->setContentsMargins({});
    all->setSpacing(theme::space12);
    all->addLayout(words, 1);
    all->addWidget(act, 0, Qt::AlignVCenter);
    return row;
}

void AttentionCard::setTexts()
{
    for (int i = 0; i < m_attention.size() && i < m_rows->count(); ++i) {
        const ConcernWords words = wordsOf(m_attention.at(i), m_lockedNames);
        const QWidget *row = m_rows->itemAt(i)->widget();
        row->findChild<QLabel *>(u"title"_s)->setText(words.title);
        row->findChild<QLabel *>(u"why"_s)->setText(words.why);
        auto *act = row->findChild<QPushButton *>();
        act->setText(words.verb);
        act->setVisible(!words.verb.isEmpty());
        // Heard alone, the verb would not say whom.
        act->setAccessibleName(u"%1: %2"_s.arg(words.verb, words.title));
    }
}

} // namespace authdesk::ui::pages::overview
