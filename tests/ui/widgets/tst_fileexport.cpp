// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/fileexport.h"

#include <QtCore/QPromise>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using ui::widgets::FileExport;

class tst_FileExport final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FileExport> m_export;
    std::optional<gateway::ExportFormat> m_askedFor; ///< what the server was asked for last
    gateway::ExportSink m_sink;
    std::shared_ptr<QPromise<base::Result<void>>> m_promise;

    QFuture<base::Result<void>> serve(gateway::ExportFormat format, const gateway::ExportSink &sink)
    {
        m_askedFor = format;
        m_sink = sink;
        m_promise = std::make_shared<QPromise<base::Result<void>>>();
        m_promise->start();
        return m_promise->future();
    }

    void finishExport(const base::Result<void> &result = {})
    {
        m_promise->addResult(result);
        m_promise->finish();
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing");
    }

    static void fill(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_askedFor.reset();
        m_sink = {};
        m_export = std::make_unique<FileExport>(
            [this](gateway::ExportFormat format, const gateway::ExportSink &sink) {
                return serve(format, sink);
            });
    }

    void cleanup() { m_export.reset(); }

    void writesPartByPartAndTellsHowFarItIs()
    {
        QSignalSpy progressed(m_export.get(), &FileExport::progressed);
        QSignalSpy finished(m_export.get(), &FileExport::finished);
        m_export->start(path(u"a.csv"_s));
        QVERIFY(m_export->isRunning());
        QVERIFY(m_askedFor == gateway::ExportFormat::Csv);
        QVERIFY(m_sink("id,at\r\n", 14));
        QCOMPARE(m_export->written(), 7);
        QCOMPARE(m_export->total(), 14);
        QVERIFY(!QFile::exists(path(u"a.csv"_s))); // not before it is whole
        QVERIFY(m_sink("1,now\r\n", 14));
        finishExport();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(progressed.size(), 2);
        QCOMPARE(contents(path(u"a.csv"_s)), QByteArray("id,at\r\n1,now\r\n"));
        QVERIFY(!m_export->isRunning());
    }

    void theNameDecidesTheFormat()
    {
        m_export->start(path(u"a.JSON"_s));
        QVERIFY(m_askedFor == gateway::ExportFormat::Json);
    }

    void aCancelLeavesWhatWasThere()
    {
        fill(path(u"a.csv"_s), "old");
        QSignalSpy failed(m_export.get(), &FileExport::failed);
        m_export->start(path(u"a.csv"_s));
        QVERIFY(m_sink("new", 3));
        m_export->cancel();
        QCOMPARE(failed.size(), 1);
        QVERIFY(!m_export->isRunning());
        QVERIFY(m_promise->future().isCanceled());
        QVERIFY(!m_sink("more", 3)); // on its way already: not taken
        QCOMPARE(contents(path(u"a.csv"_s)), QByteArray("old"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"a.csv"_s});
    }

    void aFailureLeavesWhatWasThere()
    {
        fill(path(u"a.csv"_s), "old");
        QSignalSpy failed(m_export.get(), &FileExport::failed);
        m_export->start(path(u"a.csv"_s));
        QVERIFY(m_sink("new", 3));
        finishExport(base::fail(base::ErrorCode::Unreachable));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(contents(path(u"a.csv"_s)), QByteArray("old"));
        // And it can be tried again.
        m_export->start(path(u"a.csv"_s));
        QVERIFY(m_sink("new", 3));
        finishExport();
        QTRY_COMPARE(contents(path(u"a.csv"_s)), QByteArray("new"));
    }

    void saysWhichFileCannotBeWritten()
    {
        QList<base::Error> errors;
        connect(m_export.get(), &FileExport::failed, this,
                [&errors](const base::Error &error) { errors.append(error); });
        m_export->start(path(u"nowhere/a.csv"_s));
        QCOMPARE(errors.size(), 1);
        QCOMPARE(errors.constFirst().code, base::ErrorCode::FileFailed);
        QVERIFY(errors.constFirst().message.contains(u"a.csv"_s));
        QVERIFY(!m_sink); // the server is not asked for what nobody can keep
    }

    void aPartThatComesAfterItsEndFindsNobody()
    {
        m_export->start(path(u"a.csv"_s));
        const auto sink = m_sink;
        m_export.reset();
        QVERIFY(!sink("late", 4));
        QVERIFY(!QFile::exists(path(u"a.csv"_s)));
    }
};

QTEST_MAIN(tst_FileExport)
#include "tst_fileexport.moc"
