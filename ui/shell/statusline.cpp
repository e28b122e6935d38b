// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/statusline.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/languagefollower.h"

#include <QtGui/QKeySequence>
#include <QtWidgets/QHBoxLayout>

#include <algorithm>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;

static constexpr int leastHeight = 28;

/// "9:41", as long as there are minutes and seconds in every language.
static QString clockText(qint64 seconds)
{
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

StatusLine::StatusLine(const workspace::UndoHistory &undo, const base::Clock &clock,
                       QWidget *parent)
    : QWidget(parent)
    , m_undo(undo)
    , m_clock(clock)
    , m_lastWords(new widgets::ElidedLabel({}, this))
    , m_undoLink(widgets::linkButton({}, this))
    , m_safety(new QLabel(this))
{
    setObjectName(u"statusLine"_s);
    m_lastWords->setObjectName(u"lastWords"_s);
    m_undoLink->setObjectName(u"undoLink"_s);
    m_safety->setObjectName(u"safety"_s);
    for (QLabel *label : {static_cast<QLabel *>(m_lastWords), m_safety}) {
        theme::setFontRole(label, theme::FontRole::Caption);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    theme::setFontRole(m_undoLink, theme::FontRole::Caption);
    setFixedHeight(std::max(leastHeight, m_undoLink->sizeHint().height() + 1));

    auto *hairline = new QWidget(this);
    hairline->setAutoFillBackground(true);
    hairline->setBackgroundRole(QPalette::Mid);
    hairline->setGeometry(0, 0, QWIDGETSIZE_MAX, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::space16, 1, theme::space16, 0);
    layout->setSpacing(theme::space8);
    layout->addWidget(m_lastWords);
    layout->addWidget(m_undoLink);
    layout->addStretch(1);
    layout->addWidget(m_safety);

    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &StatusLine::updateWidgets);
    connect(&undo, &workspace::UndoHistory::changed, this, &StatusLine::updateWidgets);
    connect(m_undoLink, &QPushButton::clicked, this, &StatusLine::undoClicked);
    widgets::followLanguage(this, [this] { say(m_lastWords->text()); });
}

void StatusLine::announce(const QString &sentence)
{
    m_offered = 0;
    say(u"✓ "_s + sentence);
}

void StatusLine::warn(const QString &sentence)
{
    m_offered = 0;
    say(u"⚠ "_s + sentence);
}

void StatusLine::announceUndoable(const QString &sentence)
{
    const auto newest = m_undo.newest(m_clock.now());
    m_offered = newest ? newest->id : 0;
    say(u"✓ "_s + sentence);
}

void StatusLine::setSafety(const QString &words)
{
    m_safety->setText(words);
}

void StatusLine::say(const QString &sentence)
{
    m_lastWords->setText(sentence);
    // Read out once, and not with every second.
    m_undoLink->setAccessibleName(tr("Undo: %1").arg(sentence));
    updateWidgets();
}

void StatusLine::updateWidgets()
{
    const QDateTime now = m_clock.now();
    const auto newest = m_undo.newest(now);
    const bool offer = newest && newest->id == m_offered;
    m_undoLink->setVisible(offer);
    if (!offer) {
        m_second.stop();
        return;
    }
    //: A link, with the minutes and seconds for which it is there
    m_undoLink->setText(tr("Undo (%1)").arg(clockText(now.secsTo(newest->until))));
    m_undoLink->setToolTip(
        tr("Take this back (%1)")
            .arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
    if (!m_second.isActive())
        m_second.start();
}

} // namespace authdesk::ui::shell
