// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/config/configuration.h"
#include "core/server/config/option.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using authdesk::base::LogFormat;
using authdesk::base::Result;
using authdesk::base::Secret;
using namespace authdesk::server::config;

namespace {

using Variables = QList<QPair<QString, QString>>;

Result<Configuration> readFrom(const QStringList &arguments, const Variables &variables)
{
    QProcessEnvironment environment;
    for (const auto &[name, value] : variables)
        environment.insert(name, value);
    const auto line = CommandLine::parse(arguments, {});
    if (!line)
        return authdesk::base::fail(line.error());
    return Configuration::read(*line, environment, {u"authdesk"_s, u"pipelit"_s});
}

} // namespace

class TestConfiguration final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hasDefaults();
    void commandLineBeatsEnvironmentBeatsFile();
    void readsListeners_data();
    void readsListeners();
    void stopsWithTheNameOfWhatIsWrong_data();
    void stopsWithTheNameOfWhatIsWrong();
    void stopsAtAnUnknownKeyOfTheFile_data();
    void stopsAtAnUnknownKeyOfTheFile();
    void readsSecretsFromFiles();
    void tlsIsGivenByTwoFiles();
    void readsNetworks_data();
    void readsNetworks();
    void secretsAreNotTakenFromTheCommandLine();
    void emptyVariablesCountAsNotSet();
    void helpNamesEveryOption();
    void commandsHaveOptionsOfTheirOwn();

private:
    QString write(const QByteArray &text);
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestConfiguration::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestConfiguration::write(const QByteArray &text)
{
    const QString path = m_folder->filePath(u"file"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    return path;
}

void TestConfiguration::hasDefaults()
{
    const auto read = readFrom({}, {});
    QVERIFY(read);
    QCOMPARE(read->listeners,
             (QList<ListenAddress>{{QHostAddress(QHostAddress::LocalHost), 8000, {}}}));
    QVERIFY(QDir::isAbsolutePath(read->dataFolder));
    QCOMPARE(read->addressLimit, 100);
    QCOMPARE(read->workers, std::clamp(QThread::idealThreadCount(), 1, 4));
    QVERIFY(!read->basicPasswordPolicy);
    QVERIFY(!read->setupCodeAlways);
    QVERIFY(read->publicUrl.isEmpty());
    QVERIFY(read->tlsCertificate.isEmpty());
    QVERIFY(read->tlsKey.isEmpty());
    QVERIFY(read->masterKey.isEmpty());
}

void TestConfiguration::commandLineBeatsEnvironmentBeatsFile()
{
    const QString file = write("# ours\nname = of the file\naddress-limit = 7\n\n"
                               "password-policy=basic\ntoken-algorithm = EdDSA\nworkers = "
                               "64\nlisten = 127.0.0.1:1, [::1]:2=pipelit\n");
    const auto read = readFrom({u"--config"_s, file, u"--name=of the line"_s},
                               {{u"AUTHDESK_NAME"_s, u"of the environment"_s},
                                {u"AUTHDESK_ADDRESS_LIMIT"_s, u"8"_s},
                                {u"AUTHDESK_OPENARCHIVER_JWT_SECRET"_s, u"shared"_s},
                                {u"PATH"_s, u"/bin"_s}});
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->serverName, u"of the line"_s);
    QCOMPARE(read->addressLimit, 8);
    QVERIFY(read->basicPasswordPolicy);
    QCOMPARE(read->tokenAlgorithm, u"EdDSA"_s);
    QCOMPARE(read->openArchiverSecret.toString(), u"shared"_s);
    QCOMPARE(read->workers, 64);
    QCOMPARE(read->listeners.size(), 2);
    QCOMPARE(read->listeners[1].system, u"pipelit"_s);
}

void TestConfiguration::readsListeners_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("system");
    QTest::newRow("v4") << u"0.0.0.0:8000"_s << u"0.0.0.0"_s << 8000 << QString();
    QTest::newRow("any port") << u"127.0.0.1:0"_s << u"127.0.0.1"_s << 0 << QString();
    QTest::newRow("v6") << u"[::1]:8443"_s << u"::1"_s << 8443 << QString();
    QTest::newRow("a system") << u"127.0.0.1:1=pipelit"_s << u"127.0.0.1"_s << 1 << u"pipelit"_s;
    QTest::newRow("localhost") << u"localhost:9"_s << u"127.0.0.1"_s << 9 << QString();
    QTest::newRow("no port") << u"127.0.0.1"_s << QString() << 0 << QString();
    QTest::newRow("port too big") << u"127.0.0.1:65536"_s << QString() << 0 << QString();
    QTest::newRow("port no number") << u"127.0.0.1:http"_s << QString() << 0 << QString();
    QTest::newRow("v6 without brackets") << u"::1:80"_s << QString() << 0 << QString();
    QTest::newRow("a name") << u"example.org:80"_s << QString() << 0 << QString();
    QTest::newRow("unknown system") << u"127.0.0.1:1=gitlab"_s << QString() << 0 << QString();
}

void TestConfiguration::readsListeners()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    QFETCH(int, port);
    QFETCH(QString, system);
    const auto read = readFrom({u"--listen"_s, text}, {});
    QCOMPARE(read.has_value(), !address.isEmpty());
    if (!read) {
        QVERIFY(read.error().message.contains(u"--listen"_s));
        return;
    }
    QCOMPARE(read->listeners.size(), 1);
    QCOMPARE(read->listeners[0].address.toString(), address);
    QCOMPARE(int(read->listeners[0].port), port);
    QCOMPARE(read->listeners[0].system, system);
}

void TestConfiguration::stopsWithTheNameOfWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("name");
    const Variables none;
    const QStringList nothing;
    QTest::newRow("unknown option") << QStringList{u"--lisen"_s, u"x"_s} << none << u"--lisen"_s;
    QTest::newRow("short option") << QStringList{u"-d"_s} << none << u"-d"_s;
    QTest::newRow("missing value") << QStringList{u"--name"_s} << none << u"--name"_s;
    QTest::newRow("given twice") << QStringList{u"--name=a"_s, u"--name=b"_s} << none
                                 << u"--name"_s;
    QTest::newRow("unknown variable")
        << nothing << Variables{{u"AUTHDESK_LISEN"_s, u"x"_s}} << u"AUTHDESK_LISEN"_s;
    QTest::newRow("unknown though empty")
        << nothing << Variables{{u"AUTHDESK_LISEN"_s, QString()}} << u"AUTHDESK_LISEN"_s;
    QTest::newRow("lower case variable")
        << nothing << Variables{{u"AUTHDESK_name"_s, u"x"_s}} << u"AUTHDESK_name"_s;
    QTest::newRow("a file for what is no secret")
        << nothing << Variables{{u"AUTHDESK_NAME_FILE"_s, u"x"_s}} << u"AUTHDESK_NAME_FILE"_s;
    QTest::newRow("path in the public URL")
        << nothing << Variables{{u"AUTHDESK_PUBLIC_URL"_s, u"https://id.example.org/auth"_s}}
        << u"AUTHDESK_PUBLIC_URL"_s;
    QTest::newRow("public URL of ftp")
        << nothing << Variables{{u"AUTHDESK_PUBLIC_URL"_s, u"ftp://id.example.org"_s}}
        << u"AUTHDESK_PUBLIC_URL"_s;
    QTest::newRow("CORS origin with a star")
        << nothing << Variables{{u"AUTHDESK_CORS_ORIGINS"_s, u"*"_s}} << u"AUTHDESK_CORS_ORIGINS"_s;
    QTest::newRow("unknown policy")
        << nothing << Variables{{u"AUTHDESK_PASSWORD_POLICY"_s, u"none"_s}}
        << u"AUTHDESK_PASSWORD_POLICY"_s;
    QTest::newRow("negative limit") << nothing << Variables{{u"AUTHDESK_ADDRESS_LIMIT"_s, u"-1"_s}}
                                    << u"AUTHDESK_ADDRESS_LIMIT"_s;
    QTest::newRow("limit no number")
        << QStringList{u"--address-limit"_s, u"many"_s} << none << u"--address-limit"_s;
    for (const QString &workers : {u"0"_s, u"65"_s, u"-1"_s, u"two"_s, QString()}) {
        QTest::addRow("%s workers", qPrintable(workers))
            << QStringList{u"--workers="_s + workers} << none << u"--workers"_s;
    }
    QTest::newRow("certificate without a key")
        << QStringList{u"--tls-cert=a"_s} << none << u"--tls-key"_s;
    QTest::newRow("key without a certificate")
        << nothing << Variables{{u"AUTHDESK_TLS_KEY"_s, u"a"_s}} << u"--tls-cert"_s;
    QTest::newRow("secret file not there")
        << nothing << Variables{{u"AUTHDESK_MASTER_KEY_FILE"_s, u"/nowhere/key"_s}}
        << u"AUTHDESK_MASTER_KEY_FILE"_s;
    QTest::newRow("secret twice") << nothing
                                  << Variables{{u"AUTHDESK_MASTER_KEY"_s, u"a"_s},
                                               {u"AUTHDESK_MASTER_KEY_FILE"_s, u"/dev/null"_s}}
                                  << u"AUTHDESK_MASTER_KEY_FILE"_s;
    QTest::newRow("no configuration file")
        << QStringList{u"--config"_s, u"/nowhere/file"_s} << none << u"/nowhere/file"_s;
}

void TestConfiguration::stopsWithTheNameOfWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(Variables, variables);
    QFETCH(QString, name);
    const auto read = readFrom(arguments, variables);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(name), qPrintable(read.error().message));
    QVERIFY(!read.error().message.contains(u'\n'));
}

void TestConfiguration::stopsAtAnUnknownKeyOfTheFile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("unknown") << QByteArray("name = x\nlisen = y\n") << u"lisen"_s;
    QTest::newRow("its line") << QByteArray("name = x\nlisen = y\n") << u"line 2"_s;
    QTest::newRow("no assignment") << QByteArray("listen\n") << u"line 1"_s;
    QTest::newRow("a file in a file") << QByteArray("config = other\n") << u"config"_s;
    QTest::newRow("twice") << QByteArray("name = x\nname = y\n") << u"name"_s;
    QTest::newRow("wrong value") << QByteArray("log-format = xml\n") << u"log-format"_s;
}

void TestConfiguration::stopsAtAnUnknownKeyOfTheFile()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    const auto read = readFrom({u"--config"_s, write(text)}, {});
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(name), qPrintable(read.error().message));
}

void TestConfiguration::readsSecretsFromFiles()
{
    const auto read = readFrom({}, {{u"AUTHDESK_MASTER_KEY_FILE"_s, write("the key\n")}});
    QVERIFY(read);
    QCOMPARE(read->masterKey, Secret("the key"));
}

void TestConfiguration::tlsIsGivenByTwoFiles()
{
    const auto read = readFrom({u"--tls-cert=/c/full.pem"_s}, {{u"AUTHDESK_TLS_KEY"_s, u"own"_s}});
    QVERIFY(read);
    QCOMPARE(read->tlsCertificate, u"/c/full.pem"_s);
    QCOMPARE(read->tlsKey, QDir::current().absoluteFilePath(u"own"_s));
}

void TestConfiguration::readsNetworks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("networks"); // empty: refused
    QTest::newRow("one") << u"127.0.0.1"_s << QStringList{u"127.0.0.1/32"_s};
    QTest::newRow("several") << u"10.0.0.0/8, ::1,2001:db8::/32"_s
                             << QStringList{u"10.0.0.0/8"_s, u"::1/128"_s, u"2001:db8::/32"_s};
    QTest::newRow("everybody") << u"0.0.0.0/0"_s << QStringList{u"0.0.0.0/0"_s};
    QTest::newRow("a name") << u"proxy.example"_s << QStringList();
    QTest::newRow("not in full") << u"10/8"_s << QStringList();
    QTest::newRow("too many bits") << u"10.0.0.0/33"_s << QStringList();
    QTest::newRow("too many bits of IPv6") << u"::1/129"_s << QStringList();
    QTest::newRow("negative") << u"10.0.0.0/-1"_s << QStringList();
    QTest::newRow("no bits") << u"10.0.0.0/"_s << QStringList();
    QTest::newRow("a mask") << u"10.0.0.0/255.0.0.0"_s << QStringList();
    QTest::newRow("a zone") << u"fe80::1%eth0"_s << QStringList();
    QTest::newRow("a port") << u"127.0.0.1:80"_s << QStringList();
}

void TestConfiguration::readsNetworks()
{
    QFETCH(QString, text);
    QFETCH(QStringList, networks);
    const auto read = readFrom({}, {{u"AUTHDESK_TRUSTED_PROXIES"_s, text}});
    QCOMPARE(read.has_value(), !networks.isEmpty());
    if (!read) {
        QVERIFY(read.error().message.contains(u"AUTHDESK_TRUSTED_PROXIES"_s));
        return;
    }
    QStringList spelled;
    for (const auto &[address, bits] : read->trustedProxies)
        spelled.append(u"%1/%2"_s.arg(address.toString()).arg(bits));
    QCOMPARE(spelled, networks);
}

void TestConfiguration::secretsAreNotTakenFromTheCommandLine()
{
    const auto read = readFrom({u"--master-key=abc"_s}, {});
    QVERIFY(!read);
    QVERIFY(read.error().message.contains(u"--master-key"_s));
    QVERIFY(!read.error().message.contains(u"abc"_s));
}

void TestConfiguration::emptyVariablesCountAsNotSet()
{
    const auto read =
        readFrom({}, {{u"AUTHDESK_LISTEN"_s, QString()}, {u"AUTHDESK_ADDRESS_LIMIT"_s, QString()}});
    QVERIFY(read);
    QCOMPARE(read->listeners.size(), 1);
    QCOMPARE(read->addressLimit, 100);
}

void TestConfiguration::helpNamesEveryOption()
{
    const QString help = optionHelp();
    for (const Option &option : options()) {
        QVERIFY(help.contains(option.environmentName()));
        QCOMPARE(help.contains(u"--"_s + option.name() + u' '), option.isOnCommandLine());
    }
}

void TestConfiguration::commandsHaveOptionsOfTheirOwn()
{
    const QList<CommandOption> own{{u"username"_s, true}, {u"password-stdin"_s, false}};
    const auto line = CommandLine::parse(
        {u"create"_s, u"--username"_s, u"ada"_s, u"--password-stdin"_s, u"--data-dir=/d"_s}, own);
    QVERIFY(line);
    QCOMPARE(line->words(), QStringList{u"create"_s});
    QCOMPARE(line->value(u"username"_s), std::optional(u"ada"_s));
    QVERIFY(line->has(u"password-stdin"_s));
    QVERIFY(!CommandLine::parse({u"--password-stdin=x"_s}, own));
    QVERIFY(!CommandLine::parse({u"--username"_s, u"ada"_s}, {}));
}

QTEST_GUILESS_MAIN(TestConfiguration)
#include "tst_configuration.moc"
