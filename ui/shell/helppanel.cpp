// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/helppanel.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/languagefollower.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;
using gateway::Capability;

// Names go into a shell: anything but plain letters is quoted.
static QString quoted(const QString &name)
{
    bool plain = !name.isEmpty();
    for (const QChar letter : name)
        plain = plain && (letter.isLetterOrNumber() || QStringView(u"._-@").contains(letter));
    QString inner = name;
    return plain ? name : u'\'' + inner.replace(u'\'', u"'\\''"_s) + u'\'';
}

HelpPanel::HelpPanel(const settings::ServerProfile &profile, gateway::Capabilities capabilities,
                     QWidget *parent)
    : Card(QString(), parent)
    , m_login(profile.login)
{
    setObjectName(u"helpPanel"_s);
    body()->setSpacing(theme::space8);
    const auto add = [this] {
        auto *label = new QLabel(this);
        label->setWordWrap(true);
        body()->addWidget(label);
        return label;
    };
    QLabel *tries = add();
    QLabel *phone = capabilities.testFlag(Capability::OwnSecondFactor) ? add() : nullptr;
    const bool resets = capabilities.testFlag(Capability::ResetSecondFactor) || profile.hosted;
    QLabel *admin = resets ? add() : nullptr;
    QLabel *here = nullptr;
    QLabel *there = nullptr;
    QPushButton *recover = nullptr;
    widgets::CopyButton *copy = nullptr;
    if (profile.hosted) {
        here = add();
        recover = widgets::plainButton({}, this);
        recover->setObjectName(u"recover"_s);
        body()->addWidget(recover, 0, Qt::AlignLeft);
        QObject::connect(recover, &QPushButton::clicked, this, &HelpPanel::recoveryRequested);
    } else if (profile.system == "authdesk"_L1) {
        there = add();
        m_commandLabel = new QLabel(this);
        m_commandLabel->setObjectName(u"command"_s);
        m_commandLabel->setWordWrap(true);
        m_commandLabel->setTextFormat(Qt::PlainText);
        m_commandLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
        theme::setFontRole(m_commandLabel, theme::FontRole::Fixed);
        copy = new widgets::CopyButton({}, this);
        copy->setSource([this] { return m_command; });
        body()->addWidget(m_commandLabel);
        body()->addWidget(copy, 0, Qt::AlignLeft);
    }
    widgets::followLanguage(this, [this, tries, phone, admin, here, there, recover, copy] {
        setTitle(tr("Can't get in?"));
        tries->setText(tr("<b>Too many tries?</b> Wait 15 minutes, then try once."));
        if (phone)
            phone->setText(tr("<b>Lost your phone?</b> Sign in with your password, then use one of "
                              "the recovery codes from your sheet."));
        if (admin)
            admin->setText(tr("<b>Another admin</b> can give you a one-time password or reset your "
                              "second factor."));
        if (here)
            here->setText(tr("<b>This server runs on this computer</b>, so you can let yourself in "
                             "again."));
        if (recover)
            recover->setText(tr("Recover on this computer…"));
        if (there)
            there->setText(tr("<b>On the server's own computer</b> this command gives a one-time "
                              "password:"));
        if (copy)
            copy->setLabel(tr("Copy command"));
        setLogin(m_login);
    });
}

void HelpPanel::setLogin(const QString &login)
{
    m_login = login;
    if (!m_commandLabel)
        return;
    m_command = u"authdesk-server user reset-password %1"_s.arg(
        login.isEmpty() ? tr("NAME", "stands for the username in a command") : quoted(login));
    m_commandLabel->setText(m_command);
}

} // namespace authdesk::ui::shell
