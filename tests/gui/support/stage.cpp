// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/stage.h"

#include "tests/gui/support/tools.h"
#include "ui/widgets/secretlabel.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimer>
#include <QtCore/QUrlQuery>
#include <QtGui/QClipboard>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

static constexpr int stepSeconds = 30;
static constexpr int endLimitMs = 60'000;

const QString Stage::owner = u"karl"_s;
const QString Stage::password = u"quartz-lamp-outgrew-monday"_s;

static quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress(QHostAddress::LocalHost));
    return server.serverPort();
}

Stage::Stage()
{
    // What the form proposes as the username.
    qputenv("USER", owner.toUtf8());
}

Stage::~Stage()
{
    end();
}

void Stage::end()
{
    m_program.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void Stage::open()
{
    m_program = std::make_unique<app::Wiring>(
        *qApp, m_folder.path(),
        app::Surroundings{
            .clock = &m_clock, .vault = &m_vault, .firstPort = freePort(), .services = m_services});
    m_program->start({});
}

bool Stage::closeAndStop()
{
    auto *window = m_robot.find(u"mainWindow"_s);
    if (!window)
        return m_robot.complain(u"there is no main window to close"_s);
    window->close();
    if (!m_robot.sees(u"closeHostingDialog"_s))
        return false;
    return endBy([this] { return m_robot.click(u"stopServer"_s); });
}

bool Stage::closeWithoutQuestion()
{
    return endBy([this] {
        auto *window = m_robot.find(u"mainWindow"_s);
        if (!window)
            return m_robot.complain(u"there is no main window to close"_s);
        window->close();
        return true;
    });
}

bool Stage::endBy(const std::function<bool()> &act)
{
    bool acted = false;
    QTimer::singleShot(0, qApp, [&] {
        acted = act();
        if (!acted)
            QCoreApplication::exit(1);
    });
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, qApp, [] { QCoreApplication::exit(1); });
    limit.start(endLimitMs);
    const int code = QApplication::exec();
    if (!acted)
        return false;
    if (code != 0)
        return m_robot.complain(u"the program did not end"_s);
    m_program.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_token.clear();
    return true;
}

bool Stage::setUpServer()
{
    open();
    return createServer() && protectAccount() && keepRecoverySheet() && openAuthdesk();
}

bool Stage::createServer()
{
    return m_robot.sees(u"doorPage"_s) && m_robot.click(u"startServer"_s)
           && m_robot.type(u"serverName"_s, u"Acme"_s) && m_robot.click(u"continue"_s)
           && m_robot.sees(u"youPage"_s) && m_robot.reads(u"username"_s, owner)
           && m_robot.type(u"password"_s, password) && m_robot.click(u"create"_s)
           && m_robot.sees(u"protectPage"_s);
}

bool Stage::protectAccount()
{
    QUrl link;
    const auto scan = [&] {
        link = QUrl(readQrCode(m_robot.picture(), file(u"window.png"_s)));
        return link.scheme() == u"otpauth"_s;
    };
    if (!m_robot.until(u"a QR code with a setup link"_s, scan))
        return false;
    m_secret = QUrlQuery(link).queryItemValue(u"secret"_s);
    return m_robot.type(u"code"_s, authenticatorCode(m_secret, m_clock.now()))
           && m_robot.sees(u"recoveryPage"_s);
}

bool Stage::keepRecoverySheet()
{
    if (!m_robot.click(u"copyCodes"_s))
        return false;
    static const QRegularExpression line(u"^[a-z0-9]{5}-[a-z0-9]{5}$"_s,
                                         QRegularExpression::MultilineOption);
    m_recoveryCodes.clear();
    auto found = line.globalMatch(QApplication::clipboard()->text());
    while (found.hasNext())
        m_recoveryCodes += found.next().captured();
    if (!m_robot.click(u"continue"_s) || !m_robot.sees(u"readyPage"_s))
        return false;
    m_address = QUrl(m_robot.find<QLineEdit>(u"address"_s)->text());
    return true;
}

bool Stage::openAuthdesk()
{
    return m_robot.click(u"open"_s) && m_robot.sees(u"usersPage"_s)
           && m_robot.misses(u"firstRunWizard"_s)
           && m_robot.reads(u"emptySentence"_s, u"Only you so far."_s);
}

bool Stage::addAnna()
{
    if (!m_robot.press(QKeySequence::New) || !m_robot.sees(u"addUserDialog"_s)
        || !m_robot.type(u"newFirstName"_s, u"Anna"_s) || !m_robot.tabTo(u"newLastName"_s)
        || !m_robot.type(u"newLastName"_s, u"Kovac"_s)
        || !m_robot.reads(u"newUsername"_s, u"anna.kovac"_s) || !m_robot.tabTo(u"newUsername"_s)
        || !m_robot.press(QKeySequence::SelectAll) || !m_robot.type(u"newUsername"_s, u"anna"_s)
        || !m_robot.tabTo(u"newEmail"_s) || !m_robot.type(u"newEmail"_s, u"anna@acme.example"_s)
        || !m_robot.press(Qt::Key_Return) || !m_robot.sees(u"handoverSecret"_s))
        return false;
    m_oneTimePassword =
        m_robot.find<ui::widgets::SecretLabel>(u"handoverSecret"_s)->secret().toString();
    return true;
}

bool Stage::signOut()
{
    return m_robot.chooseFromMenu(u"personMenu"_s, u"signOut"_s) && m_robot.sees(u"signInDialog"_s)
           && m_robot.misses(u"mainWindow"_s);
}

QString Stage::nextCode()
{
    m_clock.advanceSeconds(stepSeconds);
    return authenticatorCode(m_secret, m_clock.now());
}

HttpAnswer Stage::trySignIn(const QString &login, const QString &secret) const
{
    const QJsonObject body{{u"login"_s, login}, {u"password"_s, secret}};
    return exchange(
        m_address,
        {.method = "POST", .path = "/admin/v1/sign-in", .body = QJsonDocument(body).toJson()});
}

HttpAnswer Stage::ask(const QByteArray &method, const QByteArray &path, const QByteArray &content)
{
    if (m_token.isEmpty()) {
        QJsonObject body = trySignIn(owner, password).json();
        body = {{u"mfa_token"_s, body.value("mfa_token"_L1)}, {u"code"_s, nextCode()}};
        m_token = exchange(m_address, {.method = "POST",
                                       .path = "/admin/v1/sign-in/verify",
                                       .body = QJsonDocument(body).toJson()})
                      .text("access_token"_L1);
    }
    return m_token.isEmpty()
               ? HttpAnswer()
               : exchange(m_address,
                          {.method = method, .path = path, .token = m_token, .body = content});
}

QJsonObject Stage::person(const QString &username)
{
    const QJsonArray everybody =
        ask("GET", "/admin/v1/users?limit=200").json().value("items"_L1).toArray();
    for (const auto &one : everybody) {
        if (one["username"_L1].toString() == username)
            return one.toObject();
    }
    return {};
}

} // namespace authdesk::tests
