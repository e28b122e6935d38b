// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faketransfergateway.h"

#include "ui/pages/users/importtexts.h"
#include "ui/pages/users/importviewmodel.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using test::FakeTransferGateway;
using ui::pages::users::ImportSource;
using ui::pages::users::ImportViewModel;
using ui::pages::users::RefusedRowsModel;
using Stage = ImportViewModel::Stage;

class tst_ImportViewModel final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeTransferGateway> m_fake;
    std::unique_ptr<ImportViewModel> m_import;
    QList<base::Error> m_refusals;
    QList<base::Error> m_failures;

    [[nodiscard]] QString fill(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
        return path;
    }

    /// A table of people u1, u2, …
    static QByteArray table(int people)
    {
        QByteArray bytes = "username\n";
        for (int i = 1; i <= people; ++i)
            bytes += 'u' + QByteArray::number(i) + '\n';
        return bytes;
    }

    void lookAt(const QByteArray &bytes)
    {
        m_import->lookAtFile(fill(u"people.csv"_s, bytes));
        QTRY_COMPARE(m_import->stage(), Stage::Looked);
    }

    /// Starts the import of so many people, with the call of that number held.
    void importUpToCall(int people, qsizetype call)
    {
        lookAt(table(people));
        const qsizetype before = m_fake->calls.size();
        m_fake->onCall = [this, call, before] {
            m_fake->holdCalls = m_fake->calls.size() - before == call;
        };
        m_import->importAll();
        QTRY_VERIFY(m_fake->calls.size() - before == call && m_fake->isAsked());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fake = std::make_unique<FakeTransferGateway>();
        m_import = std::make_unique<ImportViewModel>(*m_fake);
        m_refusals.clear();
        m_failures.clear();
        connect(m_import.get(), &ImportViewModel::sourceRefused, this,
                [this](const base::Error &error) { m_refusals.append(error); });
        connect(m_import.get(), &ImportViewModel::lookFailed, this,
                [this](const base::Error &error) { m_failures.append(error); });
    }

    void cleanup() { m_import.reset(); }

    void looksBeforeAnythingIsChanged()
    {
        m_fake->known = {u"u2"_s};
        lookAt("username,email,shoe size\nu1,a@b.example,\nu2,,\nbad,x,\nu3,,,too many\n");
        QCOMPARE(m_fake->calls.size(), 1);
        QVERIFY(m_fake->calls.first().mode == gateway::ImportMode::Look);
        QCOMPARE(m_import->counts(),
                 (model::ImportCounts{.created = 1, .unchanged = 1, .refused = 2}));
        QCOMPARE(m_import->peopleToImport(), 1);
        QCOMPARE(m_import->ignoredColumns(), QStringList{u"shoe size"_s});
        QCOMPARE(m_fake->known, QSet<QString>{u"u2"_s});
        RefusedRowsModel &refused = m_import->refused();
        QCOMPARE(refused.rowCount(), 2);
        const auto cell = [&refused](int row, int column) {
            return refused.index(row, column).data().toString();
        };
        QCOMPARE(cell(0, RefusedRowsModel::Line), u"4"_s);
        QCOMPARE(cell(0, RefusedRowsModel::Who), u"bad"_s);
        QCOMPARE(cell(0, RefusedRowsModel::Why), u"email: This is no address."_s);
        QCOMPARE(cell(1, RefusedRowsModel::Line), u"5"_s);
        QCOMPARE(cell(1, RefusedRowsModel::Who), u"u3"_s);
        QCOMPARE(cell(1, RefusedRowsModel::Why), u"There are more cells than headings."_s);
    }

    void importsCallByCall()
    {
        lookAt(table(2500));
        m_fake->calls.clear();
        QList<double> steps;
        connect(m_import.get(), &ImportViewModel::changed, this,
                [&] { steps.append(m_import->progress()); });
        m_import->importAll();
        QTRY_COMPARE(m_import->stage(), Stage::Done);
        QCOMPARE(m_fake->calls.size(), 3);
        for (const auto &call : std::as_const(m_fake->calls)) {
            QVERIFY(call.mode == gateway::ImportMode::Import);
            QVERIFY(call.people.size() <= ImportSource::rowsAtOnce);
        }
        QCOMPARE(m_fake->known.size(), 2500);
        QCOMPARE(m_import->counts().created, 2500);
        QVERIFY(std::ranges::is_sorted(steps));
        QCOMPARE(steps.last(), 1.0);
        QCOMPARE(m_import->lastKnown().line, 2501);
    }

    void takesAPastedTable()
    {
        m_import->lookAtText(u"E-Mail\tGiven name\nanna@acme.example\tAnna\n"_s);
        QTRY_COMPARE(m_import->stage(), Stage::Looked);
        const QJsonObject person = m_fake->calls.first().people.first().toObject();
        QCOMPARE(person.value("email"_L1).toString(), u"anna@acme.example"_s);
        QCOMPARE(person.value("first_name"_L1).toString(), u"Anna"_s);
    }

    void aCancelStopsBetweenTwoCalls()
    {
        importUpToCall(2500, 2);
        m_import->cancel();
        QVERIFY(m_import->isStopping());
        QCOMPARE(m_import->stage(), Stage::Importing); // the call is under way
        m_fake->onCall = {};
        m_fake->holdCalls = false;
        m_fake->answerCall();
        QTRY_COMPARE(m_import->stage(), Stage::Interrupted);
        QCOMPARE(m_import->interruption().code, ErrorCode::Cancelled);
        QCOMPARE(m_import->counts().created, 2000);
        QCOMPARE(m_fake->known.size(), 2000); // exactly those
        QCOMPARE(m_import->lastKnown().line, 2001);
        QCOMPARE(m_import->lastSent().row, 0);
        m_import->resume();
        QTRY_COMPARE(m_import->stage(), Stage::Done);
        QCOMPARE(m_import->counts().created, 2500);
        QCOMPARE(m_import->counts().unchanged, 0); // nobody was sent twice
        QCOMPARE(m_fake->known.size(), 2500);
    }

    void aLostConnectionSaysHowFarItCameAndGoesOnFromThere()
    {
        importUpToCall(2500, 2);
        m_fake->onCall = {};
        m_fake->holdCalls = false;
        m_fake->refuseNext = base::Error{.code = ErrorCode::Unreachable, .message = u"Gone."_s};
        m_fake->answerCall();
        QTRY_COMPARE(m_import->stage(), Stage::Interrupted);
        QCOMPARE(m_import->interruption().code, ErrorCode::Unreachable);
        QCOMPARE(m_import->lastKnown().line, 1001);
        QCOMPARE(m_import->lastSent().line, 2001);
        QVERIFY(m_import->canResume());
        QCOMPARE(m_fake->known.size(), 1000);
        m_import->resume();
        QTRY_COMPARE(m_import->stage(), Stage::Done);
        QCOMPARE(m_fake->known.size(), 2500);
        QCOMPARE(m_import->counts().all(), 2500);
    }

    void aReportThatDoesNotFitIsNoSuccess()
    {
        lookAt(table(2));
        m_fake->holdCalls = true;
        m_import->importAll();
        QTRY_VERIFY(m_fake->isAsked());
        m_fake->calls.last().people = {};
        m_fake->answerCall();
        QTRY_COMPARE(m_import->stage(), Stage::Interrupted);
        QCOMPARE(m_import->interruption().code, ErrorCode::UnexpectedAnswer);
    }

    void aLookIsCancelledAtOnce()
    {
        m_fake->holdCalls = true;
        m_import->lookAtFile(fill(u"people.csv"_s, table(3)));
        QTRY_VERIFY(m_fake->isAsked());
        m_import->cancel();
        QCOMPARE(m_import->stage(), Stage::Source);
        m_fake->answerCall(); // finds nobody who wants it
        QCoreApplication::processEvents();
        QCOMPARE(m_import->stage(), Stage::Source);
        QVERIFY(m_refusals.isEmpty() && m_failures.isEmpty());
    }

    void aLookThatFailsIsNotTheFilesFault()
    {
        m_fake->refuseNext = base::Error{.code = ErrorCode::Busy, .message = {}};
        m_import->lookAtFile(fill(u"people.csv"_s, table(3)));
        QTRY_COMPARE(m_failures.size(), 1);
        QCOMPARE(m_failures.first().code, ErrorCode::Busy);
        QVERIFY(m_refusals.isEmpty());
        QCOMPARE(m_import->stage(), Stage::Source);
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing in it") << QByteArray() << u"There is nothing in this table."_s;
        QTest::newRow("no column")
            << QByteArray("shoe size\n44\n") << u"The first line must name the columns"_s;
        QTest::newRow("encoding") << QByteArray("username\nJ\xfcrgen\n") << u"CSV UTF-8"_s;
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << u"line 1"_s;
        QTest::newRow("quotes") << QByteArray("username\n\"a\n")
                                << u"a quotation mark is never closed"_s;
        QTest::newRow("broken far behind") << table(2000) + "\"a\n"
                                           << u"line 2003: a quotation mark is never closed"_s;
    }

    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        m_import->lookAtFile(fill(u"people.csv"_s, bytes));
        QTRY_COMPARE(m_refusals.size(), 1);
        const QString text = ui::pages::users::importErrorText(m_refusals.first());
        QVERIFY2(text.contains(said), qPrintable(text));
        QCOMPARE(m_import->stage(), Stage::Source);
    }

    void saysWhichFileCannotBeRead()
    {
        m_import->lookAtFile(m_folder->filePath(u"nowhere.csv"_s));
        QTRY_COMPARE(m_refusals.size(), 1);
        QCOMPARE(m_refusals.first().code, ErrorCode::FileFailed);
        m_import->lookAtFile(m_folder->path());
        QTRY_COMPARE(m_refusals.size(), 2);
        QCOMPARE(m_refusals.last().message, u"This is no file. Choose a file."_s);
        QVERIFY(m_fake->calls.isEmpty());
    }

    void doesNotImportAnotherFileThanItLookedAt()
    {
        lookAt(table(2));
        m_fake->calls.clear();
        (void)fill(u"people.csv"_s, table(3));
        m_import->importAll();
        QTRY_COMPARE(m_import->stage(), Stage::Interrupted);
        QVERIFY(m_import->interruption().message.contains(u"another one"_s));
        QVERIFY(!m_import->canResume());
        QVERIFY(m_fake->calls.isEmpty());
    }

    void countsMoreRefusedRowsThanItKeeps()
    {
        QByteArray bytes = "username\n";
        constexpr int refused = RefusedRowsModel::mostKept + 10;
        for (int i = 0; i < refused; ++i)
            bytes += "bad" + QByteArray::number(i) + '\n';
        lookAt(bytes);
        QCOMPARE(m_import->refused().total(), qint64(refused));
        QCOMPARE(m_import->refused().rowCount(), int(RefusedRowsModel::mostKept));
        QCOMPARE(m_import->counts().refused, qint64(refused));
        QCOMPARE(m_import->peopleToImport(), 0);
    }

    void keepsTheRefusedRowsAsAFile()
    {
        lookAt("username\nbad=1\n=bad,more\n");
        const QString path = m_folder->filePath(u"refused.csv"_s);
        QVERIFY(m_import->refused().save(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("Line,Who,Why\r\n"
                                            "2,bad=1,email: This is no address.\r\n"
                                            "3,'=bad,There are more cells than headings.\r\n"));
        const auto failed = m_import->refused().save(m_folder->filePath(u"nowhere/a.csv"_s));
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::FileFailed);
    }
};

QTEST_MAIN(tst_ImportViewModel)
#include "tst_importviewmodel.moc"
