// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/readypage.h"

#include "core/base/whenanswered.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/copybutton.h"

#include <QtCore/QDir>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;

namespace {

constexpr auto longPoll = std::chrono::seconds(20);
/// After an error, and after news that were only our own questions: asking is a request too, and
/// must not answer itself without end.
constexpr auto pause = std::chrono::seconds(1);
/// This console itself speaks only below this path.
constexpr auto ourOwn = "/admin/v1"_L1;

} // namespace

ReadyPage::ReadyPage(FirstRunFlow &flow, QWidget *parent)
    : WizardPage(parent)
    , m_flow(flow)
    , m_reach(addText())
{
    m_reach->setObjectName(u"reach"_s);
    m_address = addCopyRow("address", m_addressLabel, m_copyAddress);
    m_command = addCopyRow("command", m_commandLabel, m_copyCommand);
    m_first = addText();
    m_first->setObjectName(u"firstRequest"_s);
    theme::setFontRole(m_first, theme::FontRole::Strong);
    body()->addStretch(1);
    m_addPeople = widgets::plainButton({}, this);
    m_open = widgets::primaryButton({}, this);
    addButton(m_addPeople, "addPeople");
    addButton(m_open, "open");
    retranslate();
    m_again.setSingleShot(true);
    m_again.setInterval(pause);
    connect(&m_again, &QTimer::timeout, this, [this] { watch(longPoll); });
    connect(m_addPeople, &QPushButton::clicked, this, &ReadyPage::addPeopleRequested);
    connect(m_open, &QPushButton::clicked, this, &ReadyPage::openRequested);
}

ReadyPage::~ReadyPage()
{
    stopWatching();
}

QLineEdit *ReadyPage::addCopyRow(const char *objectName, QLabel *&caption,
                                 widgets::CopyButton *&copy)
{
    const QLatin1StringView name(objectName);
    caption = new QLabel(this);
    auto *field = new QLineEdit(this);
    field->setObjectName(name);
    field->setReadOnly(true);
    theme::setFontRole(field, theme::FontRole::Fixed);
    caption->setBuddy(field);
    copy = new widgets::CopyButton({}, this);
    copy->setObjectName(u"copy-%1"_s.arg(name));
    copy->setSource([field] { return field->text(); });
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::buttonGap);
    row->addWidget(field, 1);
    row->addWidget(copy);
    auto *column = new QVBoxLayout;
    column->setSpacing(theme::labelGap);
    column->addWidget(caption);
    column->addLayout(row);
    body()->addLayout(column);
    return field;
}

void ReadyPage::retranslate()
{
    setTitle(tr("Ready"));
    m_addressLabel->setText(tr("Address"));
    m_commandLabel->setText(tr("Try it in a terminal"));
    m_address->setAccessibleName(m_addressLabel->text());
    m_command->setAccessibleName(m_commandLabel->text());
    for (const auto &[copy, label] :
         {std::pair(m_copyAddress, m_addressLabel), std::pair(m_copyCommand, m_commandLabel)}) {
        copy->setLabel(tr("Copy"));
        copy->setAccessibleName(tr("Copy: %1").arg(label->text()));
    }
    m_addPeople->setText(tr("Add people"));
    m_open->setText(tr("Open Authdesk"));
    if (m_request)
        //: A request that arrived: status, address, milliseconds
        m_first->setText(tr("✓ %1 from %2, %3 ms")
                             .arg(m_request->status)
                             .arg(m_request->address)
                             .arg(std::max<qint64>(1, m_request->durationMicroseconds / 1000)));
    else
        m_first->setText(tr("Waiting for the first request…"));
    if (!m_flow.server())
        return;
    const settings::ServerProfile &profile = m_flow.server()->profile();
    QString reach = tr("You are signed in as %1.").arg(profile.login);
    if (const auto &hosted = profile.hosted) {
        reach +=
            u' ' + tr("Only this computer reaches the server, and only while Authdesk is open.")
            + u' '
            + (hosted->keyInKeychain
                   ? tr("The key that seals its secrets is in your system keychain.")
                   : tr("The key that seals its secrets is the file %1. Whoever copies the data "
                        "without it cannot read them.")
                         .arg(QDir::toNativeSeparators(hosted->folder + u"/master.key"_s)));
    }
    m_reach->setText(reach);
}

void ReadyPage::entered()
{
    workspace::OpenServer &server = *m_flow.server();
    const QUrl address = server.connection().address();
    const QString shown = address.toString(QUrl::FullyEncoded);
    m_address->setText(shown);
    m_command->setText(u"curl -i %1/api/v1/auth/setup-status/"_s.arg(shown));
    m_addPeople->setVisible(server.connection().users() != nullptr);
    m_first->setVisible(server.connection().requests() != nullptr);
    m_request.reset();
    retranslate();
    m_open->setFocus();
    m_newest = -1;
    watch(std::chrono::seconds(0));
}

void ReadyPage::stopWatching()
{
    m_again.stop();
    m_waiting.cancel();
}

void ReadyPage::watch(std::chrono::seconds wait)
{
    gateway::RequestsGateway *requests =
        m_flow.server() ? m_flow.server()->connection().requests() : nullptr;
    if (!requests)
        return;
    m_waiting = requests->newerThan(std::max<qint64>(0, m_newest), wait);
    base::whenAnswered(
        m_waiting, this,
        [this](const base::Result<QList<model::RequestEntry>> &news) { take(news); });
}

void ReadyPage::take(const base::Result<QList<model::RequestEntry>> &news)
{
    if (!news) {
        const base::ErrorCode code = news.error().code;
        if (code != base::ErrorCode::Cancelled && code != base::ErrorCode::Unauthenticated)
            m_again.start();
        return;
    }
    const bool justLooked = m_newest < 0;
    m_newest = std::max<qint64>(0, m_newest);
    for (const model::RequestEntry &entry : *news) {
        m_newest = std::max(m_newest, entry.id);
        if (justLooked || entry.path.startsWith(ourOwn))
            continue;
        m_request = entry;
        retranslate();
        return;
    }
    if (justLooked || news->isEmpty())
        watch(longPoll);
    else
        m_again.start();
}

} // namespace authdesk::ui::wizards
