// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/qr/qrcode.h"

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using authdesk::base::ErrorCode;
using authdesk::qr::QrCode;

class TestQrCode final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsWhatItEncodes();
    void aReaderReadsThePicture();
    void refusesWhatDoesNotFit();
    void writesADataUrl();
};

void TestQrCode::drawsWhatItEncodes()
{
    const auto code = QrCode::encode("otpauth://totp/Authdesk:ada?secret=GEZDGNBVGY3TQOJQ");
    QVERIFY(code);
    constexpr int scale = 5;
    const auto png = code->toPng(scale);
    QVERIFY(png);
    const QImage image = QImage::fromData(*png, "PNG");
    QCOMPARE(image.width(), (code->size() + 8) * scale);
    QCOMPARE(image.height(), image.width());
    for (int y = 0; y < code->size(); ++y) {
        for (int x = 0; x < code->size(); ++x) {
            const QRgb pixel = image.pixel((x + 4) * scale + 2, (y + 4) * scale + 2);
            QCOMPARE(qGray(pixel) < 128, code->isDark(x, y));
        }
    }
    QCOMPARE(qGray(image.pixel(1, 1)), 255);
}

void TestQrCode::aReaderReadsThePicture()
{
    const QString reader = QStandardPaths::findExecutable(u"zbarimg"_s);
    if (reader.isEmpty())
        QFAIL("zbarimg is not installed; scripts/test installs it");
    const QByteArray text = "otpauth://totp/Authdesk:ada%40example.org?secret=GEZDGNBVGY3TQOJQ";
    QTemporaryDir folder;
    QFile file(folder.filePath(u"code.png"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(*QrCode::encode(text)->toPng());
    file.close();
    QProcess process;
    process.start(reader, {u"--raw"_s, u"-q"_s, file.fileName()});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardOutput().trimmed(), text);
}

void TestQrCode::refusesWhatDoesNotFit()
{
    const auto code = QrCode::encode(QByteArray(5000, 'x'));
    QVERIFY(!code);
    QCOMPARE(code.error().code, ErrorCode::TooLarge);
}

void TestQrCode::writesADataUrl()
{
    QCOMPARE(authdesk::qr::pngDataUrl("PNG"), QByteArray("data:image/png;base64,UE5H"));
}

QTEST_GUILESS_MAIN(TestQrCode)
#include "tst_qrcode.moc"
