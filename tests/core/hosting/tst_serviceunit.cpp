// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hosting/serviceunit.h"
#include "core/server/host/datafolder.h"
#include "core/server/host/masterkeystore.h"
#include "core/server/host/place.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using base::ErrorCode;
using base::Secret;
using hosting::ServiceSpec;

class TestServiceUnit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesArguments_data();
    void writesArguments();
    void namesWhatItRuns();
    void noNameBreaksOutOfItsLine();
    void remembersHowLongItStays();
    void isWhatSystemdReads();
    void keepsAndForgetsTheKey();
    void leavesAnotherKeyAlone();
    void takesOthersTheirRights();
    void aPlaceWithoutItsServerIsNone();

private:
    [[nodiscard]] static ServiceSpec spec()
    {
        return {.id = u"1f0c"_s, .name = u"Acme"_s, .dataFolder = u"/srv/a b"_s, .port = 8012};
    }
    [[nodiscard]] static Secret key(char digit) { return Secret(QByteArray(64, digit)); }
    [[nodiscard]] static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestServiceUnit::writesArguments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("plain") << u"/srv/acme"_s << u"\"/srv/acme\""_s;
    QTest::newRow("blanks") << u"/srv/a  b "_s << u"\"/srv/a  b \""_s;
    QTest::newRow("a specifier") << u"/srv/100%h"_s << u"\"/srv/100%%h\""_s;
    QTest::newRow("a variable") << u"/srv/${HOME}$X"_s << u"\"/srv/$${HOME}$$X\""_s;
    QTest::newRow("quotes") << u"/srv/\"a\" 'b'"_s << u"\"/srv/\\\"a\\\" 'b'\""_s;
    QTest::newRow("a backslash at the end") << u"/srv/a\\"_s << u"\"/srv/a\\\\\""_s;
    QTest::newRow("a line end") << u"/srv/a\nExecStart=/bin/x"_s
                                << u"\"/srv/a\\x0aExecStart=/bin/x\""_s;
    QTest::newRow("ä") << u"/srv/ä"_s << u"\"/srv/\\xc3\\xa4\""_s;
}

void TestServiceUnit::writesArguments()
{
    QFETCH(const QString, text);
    QFETCH(const QString, written);
    QCOMPARE(hosting::unitArgument(text), written);
}

void TestServiceUnit::namesWhatItRuns()
{
    QCOMPARE(hosting::unitName(u"1f0c"_s), u"authdesk-1f0c.service"_s);
    const QStringList lines =
        hosting::unitText(spec(), u"/opt/our 100%/$a/authdesk-server"_s, false).split(u'\n');
    // A program's own path takes no variables.
    QVERIFY(lines.contains(u"ExecStart=\"/opt/our 100%%/$a/authdesk-server\" serve --data-dir "
                           "\"/srv/a b\" --port 8012"_s));
    QVERIFY(lines.contains(u"Restart=on-failure"_s));
    QVERIFY(lines.contains(u"NoNewPrivileges=yes"_s));
    QVERIFY(lines.contains(u"UMask=0077"_s));
    QVERIFY(lines.contains(u"WantedBy=default.target"_s));
}

void TestServiceUnit::noNameBreaksOutOfItsLine()
{
    ServiceSpec named = spec();
    named.name = u"Acme\n[Service]\nExecStart=/bin/x 100%h \\"_s;
    const QString text = hosting::unitText(named, u"/usr/bin/authdesk-server"_s, false);
    QCOMPARE(text.count(u"\n[Service]\n"_s), 1);
    QCOMPARE(text.count(u"\nExecStart="_s), 1);
    QVERIFY(text.contains(
        u"\nDescription=Authdesk server \"Acme [Service] ExecStart=/bin/x 100%%h \\\"\n"_s));
}

void TestServiceUnit::remembersHowLongItStays()
{
    ServiceSpec staying = spec();
    QVERIFY(!hosting::staysWhenSignedOut(hosting::unitText(staying, u"/x"_s, false)));
    staying.staysWhenSignedOut = true;
    const QString text = hosting::unitText(staying, u"/x"_s, false);
    QVERIFY(hosting::staysWhenSignedOut(text));
    QVERIFY(!hosting::lingers(text));
    QVERIFY(hosting::lingers(hosting::unitText(staying, u"/x"_s, true)));
}

void TestServiceUnit::isWhatSystemdReads()
{
    const QString analyze = QStandardPaths::findExecutable(u"systemd-analyze"_s);
    if (analyze.isEmpty())
        QSKIP("systemd-analyze is not installed");
    const QTemporaryDir folder;
    ServiceSpec odd = spec();
    odd.name = u"Our \"100%\" \\"_s;
    odd.dataFolder = u"/srv/a b/100%h/${X}/\"q\"/'p'/back\\"_s;
    odd.staysWhenSignedOut = true;
    const QString path = folder.filePath(hosting::unitName(odd.id));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(hosting::unitText(odd, u"/bin/true"_s, true).toUtf8());
    file.close();
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_RUNTIME_DIR"_s, folder.path());
    program.setProcessEnvironment(environment);
    program.start(analyze, {u"--user"_s, u"verify"_s, u"--man=no"_s, path});
    QVERIFY(program.waitForFinished());
    const QString said = QString::fromUtf8(program.readAll());
    QVERIFY2(!said.contains(hosting::unitName(odd.id)), qPrintable(said));
    QVERIFY2(program.exitCode() == 0, qPrintable(said));
}

void TestServiceUnit::keepsAndForgetsTheKey()
{
    using namespace server::host;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"master.key"_s);
    QCOMPARE(keptMasterKey(folder.path()).error().code, ErrorCode::MasterKeyMissing);
    const auto made = keepMasterKey(folder.path(), key('a'));
    QVERIFY(made && *made);
    QCOMPARE(content(file), QByteArray(64, 'a'));
    QCOMPARE(keptMasterKey(folder.path())->view(), key('a').view());
    const auto again = keepMasterKey(folder.path(), key('a'));
    QVERIFY(again && !*again);
    QVERIFY(forgetMasterKey(folder.path(), key('a')));
    QVERIFY(!QFile::exists(file));
    QVERIFY(forgetMasterKey(folder.path(), key('a')));
    QCOMPARE(keepMasterKey(folder.path(), Secret("short")).error().code, ErrorCode::MasterKeyWrong);
    QVERIFY(!QFile::exists(file));
}

void TestServiceUnit::leavesAnotherKeyAlone()
{
    using namespace server::host;
    const QTemporaryDir folder;
    QVERIFY(keepMasterKey(folder.path(), key('a')));
    QCOMPARE(keepMasterKey(folder.path(), key('b')).error().code, ErrorCode::MasterKeyWrong);
    QCOMPARE(forgetMasterKey(folder.path(), key('b')).error().code, ErrorCode::MasterKeyWrong);
    QCOMPARE(content(folder.filePath(u"master.key"_s)), QByteArray(64, 'a'));
}

void TestServiceUnit::takesOthersTheirRights()
{
    using namespace server::host;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"master.key"_s);
    QVERIFY(keepMasterKey(folder.path(), key('a')));
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(keepMasterKey(folder.path(), key('a')));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file) & others));
    QVERIFY(QFile::permissions(file) & QFile::WriteOwner);
}

void TestServiceUnit::aPlaceWithoutItsServerIsNone()
{
    using namespace server::host;
    const QTemporaryDir folder;
    QVERIFY(!findPlace(folder.path()));
    const Place place{.address = QUrl(u"https://127.0.0.1:8443"_s),
                      .isWhole = true,
                      .certificate = QByteArray(32, 'c'),
                      .publicAddress = QUrl(u"https://desk.local:8443"_s),
                      .startedAt = QDateTime::fromMSecsSinceEpoch(1'790'000'000'123, Qt::UTC)};
    QVERIFY(writePlace(folder.path(), place));
    QVERIFY(!findPlace(folder.path())); // of one that was killed
    const auto lock = FolderLock::take(folder.path());
    QVERIFY(lock);
    const auto found = findPlace(folder.path());
    QVERIFY(found);
    QVERIFY(*found == place);
    removePlace(folder.path());
    QVERIFY(!findPlace(folder.path()));
}

QTEST_GUILESS_MAIN(TestServiceUnit)
#include "tst_serviceunit.moc"
