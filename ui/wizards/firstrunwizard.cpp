// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/firstrunwizard.h"

#include "core/base/whenanswered.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/messagebar.h"
#include "ui/wizards/connectpage.h"
#include "ui/wizards/doorpage.h"
#include "ui/wizards/keepdialog.h"
#include "ui/wizards/leftoverdialog.h"
#include "ui/wizards/namepage.h"
#include "ui/wizards/protectpage.h"
#include "ui/wizards/readypage.h"
#include "ui/wizards/recoverypage.h"
#include "ui/wizards/youpage.h"

#include <QtCore/QTimer>
#include <QtGui/QCloseEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstSize{720, 560};

} // namespace

FirstRunWizard::FirstRunWizard(const WizardContext &context, const QUrl &connectTo, QWidget *parent)
    : QDialog(parent)
    , m_flow(context)
    , m_sample(context)
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"firstRunWizard"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    resize(firstSize);
    addPages(context);
    connectPages();
    connectSample();
    m_flow.lookForKeychain();
    if (connectTo.isEmpty()) {
        showPage(m_door);
    } else {
        showPage(m_connect);
        m_connect->lookAt(connectTo);
    }
}

FirstRunWizard::~FirstRunWizard()
{
    m_ready->stopWatching();
}

void FirstRunWizard::addPages(const WizardContext &context)
{
    m_door = new DoorPage(!context.sampleFolder.isEmpty(), this);
    m_name = new NamePage(m_flow, this);
    m_you = new YouPage(m_flow, context.random, this);
    m_protect = new ProtectPage(m_flow, context.clock, this);
    m_recovery = new RecoveryPage(this);
    m_ready = new ReadyPage(m_flow, this);
    m_connect = new ConnectPage(m_flow, this);
    const std::initializer_list<std::pair<WizardPage *, QLatin1StringView>> pages{
        {m_door, "doorPage"_L1},       {m_name, "namePage"_L1},         {m_you, "youPage"_L1},
        {m_protect, "protectPage"_L1}, {m_recovery, "recoveryPage"_L1}, {m_ready, "readyPage"_L1},
        {m_connect, "connectPage"_L1}};
    for (const auto &[page, name] : pages) {
        page->setObjectName(name);
        m_pages->addWidget(page);
        connect(page, &WizardPage::titleChanged, this, &FirstRunWizard::updateTitle);
    }
}

void FirstRunWizard::connectPages()
{
    connect(m_door, &DoorPage::startRequested, this, [this] {
        m_flow.forgetFound();
        showPage(m_name);
    });
    connect(m_door, &DoorPage::connectRequested, this, [this] { showPage(m_connect); });
    connect(m_name, &WizardPage::backRequested, this, [this] { showPage(m_door); });
    connect(m_name, &NamePage::continueRequested, this, [this] { showPage(m_you); });
    connect(m_you, &WizardPage::backRequested, this, [this] {
        m_flow.takeBack();
        if (m_flow.isHosting())
            showPage(m_name);
        else
            showPage(m_connect);
    });
    connect(m_you, &YouPage::committed, this, [this] { showPage(m_protect); });
    connect(m_protect, &ProtectPage::postponed, this, [this] { showPage(m_ready); });
    connect(m_protect, &ProtectPage::protectedNow, this, &FirstRunWizard::showRecovery);
    connect(m_recovery, &RecoveryPage::continueRequested, this, [this] { showPage(m_ready); });
    connect(m_ready, &ReadyPage::openRequested, this, [this] { complete(Next::Open); });
    connect(m_ready, &ReadyPage::addPeopleRequested, this, [this] { complete(Next::AddPeople); });
    connect(m_connect, &WizardPage::backRequested, this, [this] { showPage(m_door); });
    connect(m_connect, &ConnectPage::setUpRequested, this, [this] { showPage(m_you); });
    connect(m_connect, &ConnectPage::signInRequested, this, [this] { complete(Next::SignIn); });
    connect(m_connect, &ConnectPage::committed, this, [this] { complete(Next::Open); });
}

void FirstRunWizard::connectSample()
{
    connect(m_door, &DoorPage::sampleRequested, this, [this] {
        m_door->showMakingSample(true);
        m_sample.start();
    });
    connect(m_door, &WizardPage::waitCancelled, this, [this] {
        m_sample.cancel();
        m_door->showMakingSample(false);
    });
    connect(&m_sample, &SampleFlow::failed, m_door,
            [this](const base::Error &why) { m_door->showSampleFailure(widgets::errorText(why)); });
    connect(&m_sample, &SampleFlow::ready, this, [this] {
        m_closing = true;
        Q_EMIT sampleReady();
        QDialog::accept();
    });
}

void FirstRunWizard::showPage(WizardPage *page)
{
    m_pages->setCurrentWidget(page);
    updateTitle();
    page->entered();
}

void FirstRunWizard::updateTitle()
{
    const auto *page = qobject_cast<WizardPage *>(m_pages->currentWidget());
    if (!page)
        return;
    const workspace::OpenServer *server = m_flow.server();
    QString title = page == m_door ? tr("Welcome") : page->title();
    if (server)
        title += u" – "_s + server->profile().name;
    //: The title of the window; %1 is the page
    setWindowTitle(tr("%1 – Authdesk").arg(title));
}

void FirstRunWizard::showRecovery(const gateway::RecoveryCodes &codes)
{
    if (codes.codes.isEmpty())
        return showPage(m_ready);
    const settings::ServerProfile &profile = m_flow.server()->profile();
    m_recovery->setSheet({.serverName = profile.name,
                          .address = profile.address,
                          .username = profile.login,
                          .dataFolder = profile.hosted ? profile.hosted->folder : QString(),
                          .codes = codes.codes});
    showPage(m_recovery);
}

void FirstRunWizard::complete(Next next)
{
    m_ready->stopWatching();
    m_closing = true;
    Q_EMIT completed(m_flow.server()->profile().id, next);
    QDialog::accept();
}

void FirstRunWizard::reject()
{
    // Escape and the window's cross come here.
    if (m_closing)
        return QDialog::reject();
    if (m_flow.isCommitted())
        return askBeforeClosing();
    m_flow.takeBack();
    abandon();
}

void FirstRunWizard::closeEvent(QCloseEvent *event)
{
    if (m_closing) {
        event->accept();
        return;
    }
    event->ignore();
    reject();
}

void FirstRunWizard::keyPressEvent(QKeyEvent *event)
{
    // Fields and buttons take Enter themselves; what they pass on must not press a button of the
    // page that has come up meanwhile.
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

void FirstRunWizard::askBeforeClosing()
{
    const QString id = m_flow.server()->profile().id;
    const auto keep = [this, id] {
        m_ready->stopWatching();
        m_closing = true;
        Q_EMIT postponed(id);
        QDialog::reject();
    };
    if (!m_flow.isHosting())
        return keep();
    auto *dialog = new KeepDialog(m_flow.server()->profile(), this);
    connect(dialog, &KeepDialog::keepChosen, this, keep);
    connect(dialog, &KeepDialog::removeChosen, this, &FirstRunWizard::removeServer);
    dialog->open();
}

void FirstRunWizard::removeServer()
{
    m_ready->stopWatching();
    base::whenAnswered(m_flow.removeServer(), this, [this](const FirstRunFlow::Done &removed) {
        if (removed)
            return abandon();
        auto *dialog = new LeftoverDialog(removed.error().message, this);
        connect(dialog, &LeftoverDialog::retryChosen, this, &FirstRunWizard::removeServer);
        connect(dialog, &LeftoverDialog::closeChosen, this, &FirstRunWizard::abandon);
        dialog->open();
    });
}

void FirstRunWizard::abandon()
{
    m_closing = true;
    Q_EMIT abandoned();
    QDialog::reject();
}

} // namespace authdesk::ui::wizards
