// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/consolesettings.h"
#include "core/settings/serverprofiles.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using settings::ServerProfile;

class TestSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasSetBelowItsFolder();
    void readsWrongValuesAsTheDefault();
    void keepsProfilesOverARestart();
    void startsEmptyAndAsideFromADamagedFile();
    void changesNothingThatCannotBeWritten();

private:
    static ServerProfile acme()
    {
        return {.id = {},
                .name = u"acme-prod"_s,
                .address = QUrl(u"https://auth.acme.example"_s),
                .system = u"authdesk"_s,
                .login = u"karl"_s,
                .hosted =
                    settings::HostedServer{.folder = u"/srv/acme"_s,
                                           .port = 8001,
                                           .keyInKeychain = true,
                                           .publicAddress = QUrl(u"https://desk.local:8443"_s)}};
    }
};

void TestSettings::keepsWhatWasSetBelowItsFolder()
{
    QTemporaryDir folder;
    {
        settings::ConsoleSettings settings(folder.path());
        QCOMPARE(settings.closeChoice(), settings::ConsoleSettings::CloseChoice::Ask);
        settings.setTheme(settings::Theme::Dark);
        settings.setWindowGeometry("geometry");
        settings.setTableColumns(u"users"_s, QByteArray("\0\1columns", 9));
        settings.setViewState(u"users"_s, {{u"sort"_s, u"name"_s}});
        settings.setCloseChoice(settings::ConsoleSettings::CloseChoice::StopServer);
    }
    const settings::ConsoleSettings again(folder.path());
    QCOMPARE(again.theme(), settings::Theme::Dark);
    QCOMPARE(again.windowGeometry(), QByteArray("geometry"));
    QCOMPARE(again.tableColumns(u"users"_s), QByteArray("\0\1columns", 9));
    QCOMPARE(again.viewState(u"users"_s), (QJsonObject{{u"sort"_s, u"name"_s}}));
    QVERIFY(again.viewState(u"other"_s).isEmpty());
    QCOMPARE(again.closeChoice(), settings::ConsoleSettings::CloseChoice::StopServer);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"settings.ini"_s});
}

void TestSettings::readsWrongValuesAsTheDefault()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[window]\ntheme=purple\nwhen_closed=7\n[views]\nusers=not json\n");
    file.close();
    const settings::ConsoleSettings settings(folder.path());
    QCOMPARE(settings.theme(), settings::Theme::System);
    QCOMPARE(settings.closeChoice(), settings::ConsoleSettings::CloseChoice::Ask);
    QVERIFY(settings.viewState(u"users"_s).isEmpty());
}

void TestSettings::keepsProfilesOverARestart()
{
    QTemporaryDir folder;
    const QString below = folder.filePath(u"not/yet"_s);
    settings::ServerProfiles profiles(below);
    QVERIFY(profiles.load());
    QSignalSpy changed(&profiles, &settings::ServerProfiles::changed);
    const auto added = profiles.add(acme());
    QVERIFY(added);
    QVERIFY(!added->id.isEmpty());
    const auto second = profiles.add(acme());
    QVERIFY(second && second->id != added->id);
    ServerProfile renamed = *added;
    renamed.name = u"acme"_s;
    renamed.keepSignedIn = true;
    QVERIFY(profiles.update(renamed));
    QVERIFY(profiles.remove(second->id));
    QCOMPARE(changed.count(), 4);

    settings::ServerProfiles again(below);
    QVERIFY(again.load());
    QCOMPARE(again.all(), QList<ServerProfile>{renamed});
    QCOMPARE(again.find(renamed.id), renamed);
    QVERIFY(!again.find(second->id));
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFile(QDir(below).filePath(u"profiles.json"_s)).permissions(), owner);
}

void TestSettings::startsEmptyAndAsideFromADamagedFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"profiles.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"servers\": [");
    file.close();
    settings::ServerProfiles profiles(folder.path());
    QCOMPARE(profiles.load().error().code, ErrorCode::DatabaseDamaged);
    QVERIFY(profiles.all().isEmpty());
    QVERIFY(QFile::exists(path + u".broken"_s));
    QVERIFY(profiles.add(acme()));
    settings::ServerProfiles again(folder.path());
    QVERIFY(again.load());
    QCOMPARE(again.all().size(), 1);
}

void TestSettings::changesNothingThatCannotBeWritten()
{
    QTemporaryDir folder;
    // A file where the folder should be: not even root can write below it.
    QFile blocker(folder.filePath(u"taken"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    settings::ServerProfiles profiles(folder.filePath(u"taken"_s));
    QSignalSpy changed(&profiles, &settings::ServerProfiles::changed);
    QCOMPARE(profiles.add(acme()).error().code, ErrorCode::FileFailed);
    QVERIFY(profiles.all().isEmpty());
    QCOMPARE(changed.count(), 0);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
