// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/reachcard.h"

#include "ui/pages/server/fingerprintrow.h"
#include "ui/pages/server/servertexts.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"

#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;
using model::ServerSettingsState;
using model::TlsMode;

ReachCard::ReachCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new widgets::Card(this))
    , m_who(new QLabel(m_card))
    , m_tls(new QLabel(m_card))
    , m_fingerprint(new FingerprintRow(u"fingerprint"_s, m_card))
    , m_close(widgets::plainButton({}, m_card))
    , m_share(widgets::plainButton({}, m_card))
{
    m_who->setObjectName(u"whoReachesIt"_s);
    m_tls->setObjectName(u"tlsState"_s);
    m_close->setObjectName(u"closeToOthers"_s);
    m_share->setObjectName(u"letOthersIn"_s);
    theme::setFontRole(m_who, theme::FontRole::Strong);
    for (QLabel *label : {m_who, m_tls}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        m_card->body()->addWidget(label);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_share);
    m_card->body()->addWidget(m_fingerprint);
    m_card->body()->addStretch(1);
    m_card->body()->addLayout(buttons);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    connect(m_close, &QPushButton::clicked, this, &ReachCard::closeWanted);
    connect(m_share, &QPushButton::clicked, this, &ReachCard::shareWanted);
}

void ReachCard::setContent(const std::optional<ServerSettingsState> &state, bool isRunning,
                           bool mayChange)
{
    const bool isOpen = state && isOpenToOthers(*state);
    m_card->setTitle(tr("Who can reach it"));
    if (!isRunning)
        m_who->setText(tr("Nobody, until it is started."));
    else if (!state)
        m_who->setText(tr("Waiting for the server to tell."));
    else if (!isOpen)
        m_who->setText(tr("Only this computer."));
    else if (sharedName(*state).isEmpty())
        m_who->setText(tr("Every machine in this computer's network."));
    else
        m_who->setText(
            tr("Every machine in this computer's network, as %1.").arg(state->values.publicUrl));
    setTls(state);
    m_close->setText(tr("Only this computer again…"));
    m_close->setVisible(isOpen);
    m_close->setEnabled(mayChange);
    m_share->setText(isOpen ? tr("Change how others come in…") : tr("Let other machines in…"));
    m_share->setVisible(state.has_value());
    m_share->setEnabled(mayChange);
}

void ReachCard::setTls(const std::optional<ServerSettingsState> &state)
{
    m_tls->setVisible(state.has_value());
    const bool isOn = state && state->certificate;
    m_fingerprint->setFingerprint(isOn ? state->certificate->fingerprint : QByteArray());
    if (!state)
        return;
    if (!isOn) {
        m_tls->setText(
            isOpenToOthers(*state)
                ? tr("Not encrypted (http): whoever is on the way can read passwords.")
                : tr("Not encrypted (http): what is sent does not leave this computer."));
        return;
    }
    const QString until = QLocale().toString(state->certificate->validUntil.toLocalTime().date(),
                                             QLocale::LongFormat);
    m_tls->setText(state->values.tls.mode == TlsMode::SelfSigned
                       ? tr("Encrypted (TLS) with a certificate made here, good until %1. It is "
                            "renewed before it ends.")
                             .arg(until)
                       : tr("Encrypted (TLS) with the certificate of %1, good until %2. A new one "
                            "in that file is taken by itself.")
                             .arg(state->values.tls.certificate, until));
}

} // namespace authdesk::ui::pages::server
