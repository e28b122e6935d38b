// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/colors.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>

using namespace authdesk::ui::theme;
using namespace Qt::StringLiterals;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void contrastIsWhatTheTableSays_data();
    void contrastIsWhatTheTableSays();
    void refusesAccentsThatCannotBeRead();
    void followsTheScheme();
    void fontsKeepTheirSteps();
    void iconsFollowThePalette_data();
    void iconsFollowThePalette();
    void fieldsAndButtonsAreAsHigh();
    void tablesHaveOurRows();
    void focusHasARing();
};

void TestTheme::init()
{
    QFont font = QApplication::font();
    font.setPointSizeF(10);
    QApplication::setFont(font);
}

void TestTheme::contrastIsWhatTheTableSays_data()
{
    QTest::addColumn<QColor>("front");
    QTest::addColumn<QColor>("back");
    QTest::addColumn<double>("printed");
    const Colors &l = lightColors();
    const Colors &d = darkColors();
    const QColor white(Qt::white);
    QTest::newRow("light text on base") << l.text << l.base << 16.9;
    QTest::newRow("dark text on base") << d.text << d.base << 14.6;
    QTest::newRow("light secondary on base") << l.secondaryText << l.base << 6.0;
    QTest::newRow("dark secondary on base") << d.secondaryText << d.base << 7.7;
    QTest::newRow("light border on base") << l.fieldBorder << l.base << 3.6;
    QTest::newRow("dark border on base") << d.fieldBorder << d.base << 4.5;
    QTest::newRow("light white on highlight") << white << l.highlight << 6.1;
    QTest::newRow("dark white on highlight") << white << d.highlight << 4.5;
    QTest::newRow("light link on base") << l.link << l.base << 7.7;
    QTest::newRow("dark link on base") << d.link << d.base << 8.5;
    QTest::newRow("light text on selected row") << l.text << l.selectedRow << 13.7;
    QTest::newRow("dark text on selected row") << d.text << d.selectedRow << 10.9;
    QTest::newRow("light danger on its fill") << l.dangerText << l.dangerFill << 5.6;
    QTest::newRow("dark danger on its fill") << d.dangerText << d.dangerFill << 6.8;
    QTest::newRow("light white on danger button") << white << l.dangerButton << 6.5;
    QTest::newRow("dark white on danger button") << white << d.dangerButton << 5.3;
    QTest::newRow("light warning on its fill") << l.warningText << l.warningFill << 5.9;
    QTest::newRow("dark warning on its fill") << d.warningText << d.warningFill << 7.1;
    QTest::newRow("light good on its fill") << l.goodText << l.goodFill << 5.5;
    QTest::newRow("dark good on its fill") << d.goodText << d.goodFill << 7.2;
    QTest::newRow("white on production") << white << l.productionBand << 9.1;
}

void TestTheme::contrastIsWhatTheTableSays()
{
    QFETCH(QColor, front);
    QFETCH(QColor, back);
    QFETCH(double, printed);
    const double ratio = contrastRatio(front, back);
    QVERIFY2(std::abs(ratio - printed) <= 0.1, qPrintable(QString::number(ratio)));
}

void TestTheme::refusesAccentsThatCannotBeRead()
{
    QVERIFY(isUsableAccent(lightColors().highlight, lightColors()));
    QVERIFY(!isUsableAccent(QColor(Qt::yellow), lightColors()));
    QVERIFY(!isUsableAccent(QColor(0x101010), darkColors()));
    QVERIFY(!isUsableAccent(QColor(), lightColors()));
}

void TestTheme::followsTheScheme()
{
    Theme theme(*qApp, Scheme::Light);
    QVERIFY(!theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), lightColors().window);
    QCOMPARE(QApplication::palette().color(QPalette::PlaceholderText), lightColors().secondaryText);
    theme.setScheme(Scheme::Dark);
    QVERIFY(theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Base), darkColors().base);
    QVERIFY(isDark(QApplication::palette()));
    QCOMPARE(colorsOf(QApplication::palette()).link, darkColors().link);
    QVERIFY(qobject_cast<Style *>(QApplication::style()));
}

void TestTheme::fontsKeepTheirSteps()
{
    QCOMPARE(font(FontRole::Caption).pointSizeF(), 9.0);
    QCOMPARE(font(FontRole::Body).pointSizeF(), 10.0);
    QCOMPARE(font(FontRole::Section).pointSizeF(), 11.0);
    QCOMPARE(font(FontRole::PageTitle).pointSizeF(), 15.0);
    QCOMPARE(font(FontRole::PageTitle).weight(), QFont::DemiBold);
    QCOMPARE(font(FontRole::Secret).pointSizeF(), 12.0);

    QWidget widget;
    setFontRole(&widget, FontRole::Section);
    QFont larger = QApplication::font();
    larger.setPointSizeF(14);
    QApplication::setFont(larger);
    QTRY_COMPARE(widget.font().pointSizeF(), 15.0);
    larger.setPointSizeF(8);
    QApplication::setFont(larger);
    QTRY_COMPARE(widget.font().pointSizeF(), 9.0);
    QCOMPARE(font(FontRole::Caption).pointSizeF(), 9.0);
}

void TestTheme::iconsFollowThePalette_data()
{
    QTest::addColumn<int>("number");
    for (const Icon name : allIcons())
        QTest::addRow("icon %d", int(name)) << int(name);
}

static bool hasColor(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

void TestTheme::iconsFollowThePalette()
{
    QFETCH(int, number);
    const QIcon symbol = icon(Icon(number));
    Theme theme(*qApp, Scheme::Light);
    QVERIFY(hasColor(symbol.pixmap(40, 40).toImage(), lightColors().text));
    theme.setScheme(Scheme::Dark);
    const QImage dark = symbol.pixmap(40, 40).toImage();
    QVERIFY(hasColor(dark, darkColors().text));
    QVERIFY(!hasColor(dark, lightColors().text));
    QVERIFY(hasColor(symbol.pixmap(40, 40, QIcon::Disabled).toImage(), darkColors().fieldBorder));
}

void TestTheme::fieldsAndButtonsAreAsHigh()
{
    Theme theme(*qApp, Scheme::Light);
    const QLineEdit edit;
    const QPushButton button(u"Save"_s);
    QCOMPARE(edit.sizeHint().height(), fieldHeight);
    QCOMPARE(button.sizeHint().height(), fieldHeight);
}

void TestTheme::tablesHaveOurRows()
{
    Theme theme(*qApp, Scheme::Light);
    QTableWidget table(3, 2);
    table.show();
    QCOMPARE(table.rowHeight(0), rowHeight);
    QCOMPARE(table.horizontalHeader()->height(), headerHeight);
    QVERIFY(!table.showGrid());
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.selectRow(1);
    const QImage picture = table.viewport()->grab().toImage();
    QCOMPARE(picture.pixelColor(1, rowHeight + rowHeight / 2), lightColors().highlight);
    QCOMPARE(picture.pixelColor(40, rowHeight + rowHeight / 2 + 10), lightColors().selectedRow);
}

void TestTheme::focusHasARing()
{
    Theme theme(*qApp, Scheme::Light);
    QWidget window;
    window.resize(300, 100);
    QLineEdit edit(&window);
    edit.setGeometry(20, 20, 200, 32);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    edit.setFocus();
    const auto ringAt = [&window] { return window.grab().toImage().pixelColor(100, 17); };
    QTRY_COMPARE(ringAt(), lightColors().highlight);
    // Two pixels of the window's colour lie between the ring and the field.
    QCOMPARE(window.grab().toImage().pixelColor(100, 19), lightColors().window);
    edit.clearFocus();
    QTRY_COMPARE(ringAt(), lightColors().window);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
