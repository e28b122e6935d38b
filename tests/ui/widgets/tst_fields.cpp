// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/codefield.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/enddatefield.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderrors.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/passwordfield.h"
#include "ui/widgets/qrview.h"
#include "ui/widgets/secretlabel.h"

#include <QtCore/QMimeData>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QLabel>

using namespace authdesk;
using namespace authdesk::ui::widgets;
using namespace Qt::StringLiterals;

class TestFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeSubmitsItself();
    void codeTakesWhatPeoplePaste_data();
    void codeTakesWhatPeoplePaste();
    void codeIgnoresLetters();
    void recoveryCodeWaitsForEnter();
    void eyeShowsAndHides();
    void meterSaysWhy_data();
    void meterSaysWhy();
    void errorStandsBesideItsField();
    void serverErrorsFindTheirFields();
    void everyErrorHasASentence();
    void copyMarksSecrets();
    void secretsComeInGroups();
    void anEndIsTheEndOfItsDay();
    void qrCodeIsBlackOnWhite();
};

void TestFields::codeSubmitsItself()
{
    CodeField field;
    QSignalSpy completed(&field, &CodeField::completed);
    QTest::keyClicks(&field, u"48127"_s);
    QCOMPARE(completed.count(), 0);
    QTest::keyClicks(&field, u"0"_s);
    QCOMPARE(completed.count(), 1);
    QCOMPARE(completed[0][0].toString(), u"481270"_s);
    field.startOver();
    QCOMPARE(field.code(), QString());
}

void TestFields::codeTakesWhatPeoplePaste_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("completions");
    QTest::newRow("six digits") << u"123456"_s << u"123456"_s << 1;
    QTest::newRow("with a space") << u"123 456"_s << u"123456"_s << 1;
    QTest::newRow("with a line end") << u" 123456\n"_s << u"123456"_s << 1;
    QTest::newRow("with a dash") << u"123-456"_s << u"123456"_s << 1;
    QTest::newRow("too many") << u"12345678"_s << u"123456"_s << 1;
    QTest::newRow("too few") << u"1234"_s << u"1234"_s << 0;
    QTest::newRow("other digits are not digits") << u"١٢٣٤٥٦"_s << QString() << 0;
}

void TestFields::codeTakesWhatPeoplePaste()
{
    QFETCH(QString, pasted);
    QFETCH(QString, code);
    QFETCH(int, completions);
    QApplication::clipboard()->setText(pasted);
    CodeField field;
    QSignalSpy completed(&field, &CodeField::completed);
    field.setFocus();
    QTest::keySequence(&field, QKeySequence::Paste);
    QCOMPARE(field.code(), code);
    QCOMPARE(completed.count(), completions);
}

void TestFields::codeIgnoresLetters()
{
    CodeField field;
    QTest::keyClicks(&field, u"1a2b"_s);
    QCOMPARE(field.code(), u"12"_s);
}

void TestFields::recoveryCodeWaitsForEnter()
{
    CodeField field;
    field.setMode(CodeField::Mode::Recovery);
    QSignalSpy completed(&field, &CodeField::completed);
    QTest::keyClicks(&field, u"abcde-fghij"_s);
    QCOMPARE(completed.count(), 0);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(completed.count(), 1);
    QCOMPARE(completed[0][0].toString(), u"abcde-fghij"_s);
}

void TestFields::eyeShowsAndHides()
{
    PasswordField field(PasswordField::Kind::Existing);
    QVERIFY(!field.isRevealed());
    QTest::keyClicks(field.edit(), u"correct horse"_s);
    auto *eye = field.findChild<QAction *>(u"eye"_s);
    QVERIFY(eye);
    eye->trigger();
    QVERIFY(field.isRevealed());
    eye->trigger();
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
    QCOMPARE(field.secret(), base::Secret::fromString(u"correct horse"_s));
    field.wipe();
    QVERIFY(field.isEmpty());
}

void TestFields::meterSaysWhy_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("acceptable");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing yet") << QString() << false << u"At least 8"_s;
    QTest::newRow("short") << u"a9$k"_s << false << u"Too short"_s;
    QTest::newRow("common") << u"password1"_s << false << u"tried first"_s;
    QTest::newRow("made of the name") << u"annakovac"_s << false << u"your name"_s;
    QTest::newRow("long") << u"quartz-lamp-outgrew-monday-velvet"_s << true << u"Strong"_s;
}

void TestFields::meterSaysWhy()
{
    QFETCH(QString, password);
    QFETCH(bool, acceptable);
    QFETCH(QString, says);
    PasswordField field(PasswordField::Kind::New);
    field.setContext({u"annakovac"_s});
    QTest::keyClicks(field.edit(), password);
    QCOMPARE(field.isAcceptable(), acceptable);
    const QString reason = field.findChild<QLabel *>(u"strengthReason"_s)->text();
    QVERIFY2(reason.contains(says), qPrintable(reason));
}

void TestFields::errorStandsBesideItsField()
{
    auto *edit = new QLineEdit;
    FormField field(u"User&name"_s, edit);
    field.setHelp(u"What people type."_s);
    QCOMPARE(edit->accessibleName(), u"Username"_s);
    QCOMPARE(edit->accessibleDescription(), u"What people type."_s);
    QCOMPARE(field.findChild<QLabel *>(u"fieldLabel"_s)->buddy(), edit);
    field.setError(u"This is needed."_s);
    QVERIFY(field.findChild<QLabel *>(u"fieldError"_s)->isVisibleTo(&field));
    QCOMPARE(edit->accessibleDescription(), u"This is needed."_s);
    QTest::keyClicks(edit, u"a"_s);
    QVERIFY(!field.hasError());
    QVERIFY(!field.findChild<QLabel *>(u"fieldError"_s)->isVisibleTo(&field));
}

void TestFields::serverErrorsFindTheirFields()
{
    FormField name(u"Username"_s, new QLineEdit);
    FormField email(u"E-mail"_s, new QLineEdit);
    email.setError(u"old"_s);
    const base::Error error{.code = base::ErrorCode::InvalidFields,
                            .message = u"Wrong."_s,
                            .fields = {{u"username"_s, u"taken"_s, u"Taken."_s},
                                       {u"valid_until"_s, u"wrong_type"_s, u"Must be a time."_s}}};
    const QString rest = showFieldErrors(error, {{u"username"_s, &name}, {u"email"_s, &email}});
    QVERIFY(name.error().contains(u"already"_s));
    QVERIFY(!email.hasError());
    QCOMPARE(rest, u"valid_until: Must be a time."_s);

    const base::Error plain{.code = base::ErrorCode::DiskFull, .message = u"x"_s};
    QVERIFY(showFieldErrors(plain, {{u"username"_s, &name}}).contains(u"disk is full"_s));
    QVERIFY(!name.hasError());
}

void TestFields::everyErrorHasASentence()
{
    for (int code = 0; code <= int(base::ErrorCode::Internal); ++code) {
        const QString text = errorText({.code = base::ErrorCode(code), .message = {}});
        QVERIFY2(text.endsWith(u'.') || text.endsWith(u'?'), qPrintable(QString::number(code)));
    }
    // A client that knows more is quoted; what a server says about a password is not.
    QCOMPARE(errorText({.code = base::ErrorCode::TlsFailed, .message = u"It ended."_s}),
             u"It ended."_s);
    QVERIFY(errorText({.code = base::ErrorCode::InvalidCredentials, .message = u"raw"_s})
            != u"raw"_s);
    QCOMPARE(errorText({.code = base::ErrorCode::InvalidCredentials, .message = {}}),
             u"Wrong username or password, or too many tries: wait 15 minutes, then try once."_s);
}

void TestFields::copyMarksSecrets()
{
    CopyButton button(u"Copy key"_s);
    QSignalSpy copied(&button, &CopyButton::copied);
    button.setSource([] { return u"JBSWY3DPEHPK3PXP"_s; }, CopyButton::Content::Secret);
    button.click();
    QCOMPARE(copied.count(), 1);
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), u"JBSWY3DPEHPK3PXP"_s);
    QCOMPARE(data->data(u"x-kde-passwordManagerHint"_s), "secret"_ba);
    QCOMPARE(button.text(), u"Copied"_s);
    QTRY_COMPARE(button.text(), u"Copy key"_s);
}

void TestFields::secretsComeInGroups()
{
    SecretLabel label;
    label.setSecret(base::Secret::fromString(u"JBSWY3DPEHPK3PXP"_s));
    QCOMPARE(label.text(), u"JBSW Y3DP EHPK 3PXP"_s);
    label.setSecret(base::Secret::fromString(u"abcde-fghij"_s));
    QCOMPARE(label.text(), u"abcde-fghij"_s);
    label.wipe();
    QVERIFY(label.text().isEmpty());
}

void TestFields::anEndIsTheEndOfItsDay()
{
    EndDateField field;
    field.show();
    auto *choice = field.findChild<QComboBox *>(u"endChoice"_s);
    auto *day = field.findChild<QDateEdit *>(u"endDay"_s);
    field.setEnd({}, QDate(2027, 4, 3));
    QVERIFY(!field.end() && !day->isVisible());
    QSignalSpy changed(&field, &EndDateField::changed);
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(changed.count(), 1);
    QVERIFY(day->isVisible());
    QCOMPARE(day->date(), QDate(2027, 4, 3));
    QCOMPARE(field.end(), QDateTime(QDate(2027, 4, 3), QTime(23, 59, 59)).toUTC());

    // Somebody else's end in the middle of a day stays while nobody changes the day.
    const QDateTime noon(QDate(2027, 5, 1), QTime(12, 0));
    field.setEnd(noon.toUTC(), QDate(2027, 4, 3));
    QCOMPARE(field.end(), noon.toUTC());
    day->setDate(QDate(2027, 5, 2));
    QCOMPARE(field.end(), QDateTime(QDate(2027, 5, 2), QTime(23, 59, 59)).toUTC());
    day->setDate(QDate(2027, 5, 1));
    QCOMPARE(field.end(), noon.toUTC());
    QTest::keyClick(choice, Qt::Key_Up);
    QVERIFY(!field.end());
}

void TestFields::qrCodeIsBlackOnWhite()
{
    QPalette dark = QApplication::palette();
    dark.setColor(QPalette::Window, Qt::black);
    QrView view;
    view.setPalette(dark);
    view.setContent(
        base::Secret::fromString(u"otpauth://totp/Acme:karl?secret=JBSWY3DPEHPK3PXP"_s));
    const QImage picture = view.grab().toImage();
    QCOMPARE(picture.pixelColor(2, 2), QColor(Qt::white));
    int black = 0;
    for (int x = 0; x < picture.width(); ++x) {
        for (int y = 0; y < picture.height(); ++y) {
            const QColor color = picture.pixelColor(x, y);
            QVERIFY(color == QColor(Qt::black) || color == QColor(Qt::white));
            black += color == QColor(Qt::black);
        }
    }
    QVERIFY(black > picture.width() * picture.height() / 5);
}

QTEST_MAIN(TestFields)
#include "tst_fields.moc"
