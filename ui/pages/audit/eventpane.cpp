// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/audit/eventpane.h"

#include "ui/pages/audit/audittexts.h"
#include "ui/theme/colors.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/relativetime.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>

namespace authdesk::ui::pages::audit {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestWord = 24;

/// Labels break lines at blanks only; a value of a hundred letters has none.
QString breakable(const QString &text)
{
    QString result;
    qsizetype word = 0;
    for (const QChar letter : text) {
        word = letter.isSpace() ? 0 : word + 1;
        result += letter;
        if (word >= longestWord && !letter.isHighSurrogate()) {
            result += QChar(0x200b);
            word = 0;
        }
    }
    return result;
}

} // namespace

EventPane::EventPane(QWidget *parent)
    : QWidget(parent)
    , m_back(widgets::linkButton({}, this))
    , m_close(new QPushButton(this))
    , m_title(new QLabel(this))
    , m_time(new QLabel(this))
    , m_result(new widgets::Chip(this))
    , m_scroll(new QScrollArea(this))
    , m_copy(new widgets::CopyButton({}, this))
{
    setObjectName(u"eventPane"_s);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, theme::space16, 0, 0);
    all->setSpacing(0);
    buildHead();
    buildBody();
    widgets::followLanguage(this, [this] { retranslate(); });
}

void EventPane::buildHead()
{
    m_back->setObjectName(u"eventBack"_s);
    m_close->setObjectName(u"eventClose"_s);
    m_close->setIcon(theme::icon(theme::Icon::Cross));
    m_close->setFlat(true);
    theme::setButtonKind(m_close, theme::ButtonKind::Link);
    m_close->setFixedSize(theme::space32, theme::space32);
    m_title->setObjectName(u"eventTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    theme::setFontRole(m_title, theme::FontRole::PageTitle);
    m_time->setObjectName(u"eventTime"_s);
    m_time->setWordWrap(true);
    m_time->setForegroundRole(QPalette::PlaceholderText);
    m_result->setObjectName(u"eventResult"_s);

    auto *first = new QHBoxLayout;
    first->addWidget(m_title, 1);
    first->addWidget(m_close, 0, Qt::AlignTop);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(theme::space24, 0, theme::space16, theme::space12);
    head->setSpacing(theme::space4);
    head->addWidget(m_back, 0, Qt::AlignLeft);
    head->addLayout(first);
    head->addWidget(m_time);
    head->addSpacing(theme::space4);
    head->addWidget(m_result, 0, Qt::AlignLeft);
    static_cast<QVBoxLayout *>(layout())->addLayout(head);

    connect(m_back, &QPushButton::clicked, this, &EventPane::closeWanted);
    connect(m_close, &QPushButton::clicked, this, &EventPane::closeWanted);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &EventPane::closeWanted);
}

void EventPane::buildBody()
{
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_copy->setObjectName(u"copyEvent"_s);
    m_copy->setSource([this] { return asText(); });
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(theme::space24, theme::space12, theme::space24, theme::space16);
    foot->addStretch(1);
    foot->addWidget(m_copy);
    auto *all = static_cast<QVBoxLayout *>(layout());
    all->addWidget(m_scroll, 1);
    all->addLayout(foot);
}

void EventPane::setEvent(const model::AuditEvent &event)
{
    m_event = event;
    updateWidgets();
}

void EventPane::setAlone(bool alone)
{
    m_back->setVisible(alone);
    m_close->setVisible(!alone);
}

void EventPane::takeKeyboard()
{
    (m_back->isHidden() ? m_close : m_back)->setFocus(Qt::OtherFocusReason);
}

void EventPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const theme::Colors &colors = theme::colorsOf(palette());
    painter.fillRect(rect(), colors.base);
    if (!m_close->isHidden())
        painter.fillRect(0, 0, 1, height(), colors.hairline);
}

void EventPane::retranslate()
{
    //: Leads from an event back to the list of events
    m_back->setText(tr("Back to the list"));
    m_close->setAccessibleName(tr("Close this event"));
    m_close->setToolTip(tr("Close this event (Esc)"));
    m_copy->setLabel(tr("Copy"));
    m_copy->setToolTip(tr("Copy everything about this event as text"));
    m_scroll->setAccessibleName(tr("Details of the event"));
    updateWidgets();
}

void EventPane::updateWidgets()
{
    if (!m_event)
        return;
    const model::AuditEvent &event = *m_event;
    m_title->setText(actionWords(event.action));
    m_time->setText(widgets::exactTime(event.at));
    m_result->setKind(event.result == "ok"_L1 ? widgets::ChipKind::Good
                                              : widgets::ChipKind::Danger);
    m_result->setText(resultWords(event));
    m_result->updateGeometry();
    m_lines = {tr("What: %1").arg(actionWords(event.action)),
               tr("When: %1").arg(widgets::exactTime(event.at)),
               tr("Result: %1").arg(resultWords(event))};

    m_facts = new QWidget; // the area deletes the one before
    m_rows = new QVBoxLayout(m_facts);
    m_rows->setContentsMargins(theme::space24, theme::space4, theme::space24, theme::space24);
    m_rows->setSpacing(0);
    addFact(tr("Why"), reasonWords(event), u"eventReason"_s);
    addFact(tr("Who"), actorWords(event), u"eventActor"_s);
    addFact(tr("Whom"), targetWords(event), u"eventTarget"_s);
    addChanges();
    addFact(tr("From"), event.address, u"eventAddress"_s);
    //: The API or program that an event came by
    addFact(tr("Over"), systemWords(event.system), u"eventSystem"_s);
    addFact(tr("Number"), QLocale().toString(event.id), u"eventNumber"_s);
    addFact(tr("Request"), event.requestId, u"eventRequest"_s);
    if (event.sealedLater)
        addFact(tr("Seal"),
                tr("Written while the server's key was away, and sealed at a later start."),
                u"eventSeal"_s);
    m_rows->addStretch(1);
    m_scroll->setWidget(m_facts);
    m_facts->setAutoFillBackground(false);
    m_facts->show();
}

void EventPane::addFact(const QString &label, const QString &value, const QString &name)
{
    if (value.isEmpty())
        return;
    auto *caption = new QLabel(label, m_facts);
    caption->setTextFormat(Qt::PlainText);
    caption->setForegroundRole(QPalette::PlaceholderText);
    theme::setFontRole(caption, theme::FontRole::Caption);
    auto *text = new QLabel(breakable(value), m_facts);
    text->setObjectName(name);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAccessibleName(u"%1: %2"_s.arg(label, value));
    m_rows->addWidget(caption);
    m_rows->addSpacing(theme::labelGap);
    m_rows->addWidget(text);
    m_rows->addSpacing(theme::fieldGap);
    m_lines.append(u"%1: %2"_s.arg(label, value));
}

void EventPane::addChanges()
{
    for (const ChangeWords &change : changeWords(*m_event)) {
        //: Of a field: the value before, the value after
        addFact(change.field, tr("%1 → %2").arg(change.before, change.after), u"eventChange"_s);
    }
}

QString EventPane::asText() const
{
    return m_lines.join(u'\n');
}

} // namespace authdesk::ui::pages::audit
