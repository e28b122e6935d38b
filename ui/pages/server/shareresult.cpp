// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/shareresult.h"

#include "ui/pages/server/fingerprintrow.h"
#include "ui/pages/server/firewall.h"
#include "ui/pages/server/servertexts.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/copyrow.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/wrappinglabel.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;

ShareResult::ShareResult(QWidget *parent)
    : QWidget(parent)
    , m_address(new widgets::CopyRow(u"sharedAddress"_s, this))
    , m_fingerprint(new FingerprintRow(u"sharedFingerprint"_s, this))
    , m_compare(widgets::wrappingLabel(u"compareFingerprint"_s, this))
    , m_firewall(widgets::wrappingLabel(u"firewallTitle"_s, this))
    , m_firewallLines(new QVBoxLayout)
    , m_tests(widgets::wrappingLabel(u"testTitle"_s, this))
    , m_outcomes(widgets::wrappingLabel(u"testOutcomes"_s, this))
    , m_meaning(widgets::wrappingLabel(u"testMeaning"_s, this))
{
    setObjectName(u"shareResult"_s);
    for (QLabel *label : {m_firewall, m_tests})
        theme::setFontRole(label, theme::FontRole::Strong);
    for (QLabel *label : {m_compare, m_meaning})
        label->setForegroundRole(QPalette::PlaceholderText);
    m_outcomes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_firewallLines->setSpacing(theme::space8);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(theme::space12);
    all->addWidget(m_address);
    all->addWidget(m_fingerprint);
    all->addWidget(m_compare);
    all->addWidget(m_firewall);
    all->addLayout(m_firewallLines);
    all->addWidget(m_tests);
    all->addWidget(m_outcomes);
    all->addWidget(m_meaning);
    all->addStretch(1);
}

void ShareResult::setContent(const model::ServerSettingsState &state, const QList<ReachTest> &tests)
{
    const QUrl address(state.values.publicUrl);
    m_address->setCaption(tr("What people type on their machines"));
    m_address->setText(address.toString());
    m_fingerprint->setFingerprint(state.certificate ? state.certificate->fingerprint
                                                    : QByteArray());
    m_compare->setVisible(state.values.tls.mode == model::TlsMode::SelfSigned);
    m_compare->setText(tr("Tell it to people in person or by telephone: the first time, their "
                          "machine shows a fingerprint, and it must be this one."));
    m_firewall->setText(tr("If this computer has a firewall, let them through"));
    fillFirewall(quint16(address.port(usualTlsPort)));
    setTests(tests);
}

void ShareResult::fillFirewall(quint16 port)
{
    if (m_port == port)
        return;
    m_port = port;
    while (QLayoutItem *item = m_firewallLines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const QList<FirewallLine> lines =
        firewallLines(thisPlatform(), port, QCoreApplication::applicationFilePath());
    for (const FirewallLine &line : lines) {
        auto *row = new widgets::CopyRow(u"firewall-"_s + line.firewall, this);
        row->setCaption(line.firewall);
        row->setText(line.command);
        m_firewallLines->addWidget(row);
    }
}

QString ShareResult::testText(const ReachTest &test)
{
    const QString address = test.address.toString();
    if (!test.outcome)
        return tr("… %1 is being tried").arg(address);
    return *test.outcome ? tr("✓ %1 answers, with the right certificate").arg(address)
                         : tr("✕ %1: %2").arg(address, widgets::errorText(test.outcome->error()));
}

void ShareResult::setTests(const QList<ReachTest> &tests)
{
    m_tests->setText(tr("Tried from this computer, over the network"));
    QStringList lines;
    bool answers = false;
    bool isOver = true;
    for (const ReachTest &test : tests) {
        lines.append(testText(test));
        answers = answers || (test.outcome && *test.outcome);
        isOver = isOver && test.outcome;
    }
    m_outcomes->setVisible(!lines.isEmpty());
    m_outcomes->setText(lines.join(u'\n'));
    m_meaning->setVisible(isOver);
    if (tests.isEmpty())
        m_meaning->setText(tr("This computer has no address in a network now, so nobody else can "
                              "come in."));
    else if (answers)
        m_meaning->setText(
            tr("The server is there for other machines. A firewall, on this computer "
               "or on the way, can still stop them: only a try from another machine "
               "shows that."));
    else
        m_meaning->setText(tr("Nothing answers there, so other machines will not come in either."));
}

} // namespace authdesk::ui::pages::server
