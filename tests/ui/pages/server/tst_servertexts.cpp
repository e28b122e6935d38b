// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/firewall.h"
#include "ui/pages/server/servertexts.h"

#include <QtTest/QTest>

using namespace authdesk;
using namespace authdesk::ui::pages::server;
using namespace Qt::StringLiterals;
using model::TlsMode;

class TestServerTexts final : public QObject
{
    Q_OBJECT

    static model::ServerSettingsState at(const QStringList &urls)
    {
        model::ServerSettingsState state;
        for (const QString &url : urls)
            state.addresses.append({.url = QUrl(url), .system = {}});
        return state;
    }

private Q_SLOTS:
    void knowsWhoReachesIt_data()
    {
        QTest::addColumn<QStringList>("urls");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("this computer") << QStringList{u"http://127.0.0.1:8000"_s} << false;
        QTest::newRow("both loopbacks")
            << QStringList{u"http://127.0.0.1:8000"_s, u"http://[::1]:8000"_s} << false;
        QTest::newRow("a network")
            << QStringList{u"https://127.0.0.1:8000"_s, u"https://192.168.7.5:8000"_s} << true;
        QTest::newRow("a network of IPv6") << QStringList{u"https://[fd00::2]:8000"_s} << true;
    }

    void knowsWhoReachesIt()
    {
        QFETCH(QStringList, urls);
        QFETCH(bool, isOpen);
        QCOMPARE(isOpenToOthers(at(urls)), isOpen);
    }

    void namesFirstWhatPeopleType()
    {
        auto state = at({u"https://127.0.0.1:8000"_s});
        state.values.publicUrl = u"https://desk.local:8000"_s;
        const auto shown = shownAddresses(state);
        QCOMPARE(shown.size(), 2);
        QCOMPARE(shown.first().url, QUrl(u"https://desk.local:8000"_s));
    }

    void asksOverPlainHttp()
    {
        QCOMPARE(curlLine(at({u"http://127.0.0.1:8000"_s}), u"/data"_s),
                 u"curl -i http://127.0.0.1:8000/api/v1/auth/setup-status/"_s);
        QCOMPARE(curlLine({}, u"/data"_s), QString());
    }

    void trustsTheCertificateThatWasMadeHere()
    {
        auto state = at({u"https://127.0.0.1:8000"_s});
        state.values.tls.mode = TlsMode::SelfSigned;
        state.certificate = model::CertificateFacts{};
        state.certificate->names = {u"127.0.0.1"_s};
        QCOMPARE(curlLine(state, u"/home/karl/Our office's data"_s),
                 u"curl -i --cacert '/home/karl/Our office'\\''s data/tls.pem' "
                 "https://127.0.0.1:8000/api/v1/auth/setup-status/"_s);
    }

    void asksByTheNameThatTheCertificateIsFor()
    {
        auto state = at({u"https://127.0.0.1:8443"_s});
        state.values.tls.mode = TlsMode::Files;
        state.values.tls.certificate = u"/etc/ssl/desk.pem"_s;
        state.values.publicUrl = u"https://desk.example.org:8443"_s;
        state.certificate = model::CertificateFacts{};
        state.certificate->names = {u"desk.example.org"_s};
        QCOMPARE(curlLine(state, {}),
                 u"curl -i --cacert /etc/ssl/desk.pem --connect-to ::127.0.0.1:8443 "
                 "https://desk.example.org:8443/api/v1/auth/setup-status/"_s);
    }

    void letsAFirewallThrough()
    {
        const auto lines = firewallLines(Platform::Linux, 8443, {});
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.first(), (FirewallLine{u"ufw"_s, u"sudo ufw allow 8443/tcp"_s}));
        for (const FirewallLine &line : lines)
            QVERIFY2(line.command.contains(u"8443"_s), qPrintable(line.command));
        QVERIFY(firewallLines(Platform::Windows, 8443, {})
                    .first()
                    .command.contains(u"localport=8443"_s));
        QVERIFY(firewallLines(Platform::MacOs, 8443, u"/Applications/Authdesk"_s)
                    .first()
                    .command.contains(u"'/Applications/Authdesk'"_s));
    }
};

QTEST_GUILESS_MAIN(TestServerTexts)
#include "tst_servertexts.moc"
