// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first hour in a language whose every text is two fifths longer, and with names as long as
// people have: nothing is cut off. Labels wrap, or end in "…" with the whole in the tooltip;
// buttons grow.

#include "app/console/wiring.h"
#include "core/vault/memoryvault.h"
#include "screen.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace authdesk;
using authdesk::tests::Screen;
using namespace Qt::StringLiterals;

namespace longwordstest {

/// Lengthens every text by 40 %, in words, so that it can wrap where a text can.
class LongWords final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *,
                                    int) const override
    {
        const QString text = QString::fromUtf8(source);
        const qsizetype more = (text.size() * 2 + 4) / 5;
        QString tail;
        while (tail.size() < more)
            tail += u" längst"_s;
        return text + tail.left(more);
    }
};

bool fits(const QLabel *label)
{
    if (label->inherits("authdesk::ui::widgets::ElidedLabel")) {
        const int needed = label->fontMetrics().horizontalAdvance(label->text());
        return needed <= label->contentsRect().width() || label->toolTip() == label->text();
    }
    if (label->hasHeightForWidth())
        return label->height() >= label->heightForWidth(label->width());
    return label->width() >= label->sizeHint().width()
           && label->height() >= label->sizeHint().height();
}

bool fits(const QAbstractButton *button)
{
    const QSize needed = button->sizeHint();
    if (button->width() >= needed.width() && button->height() >= std::min(needed.height(), 32))
        return true;
    const auto *tool = qobject_cast<const QToolButton *>(button);
    return tool && button->toolTip().contains(button->text());
}

/// What a person could see of it at all, when it is scrolled to.
QRect placeFor(const QWidget *widget)
{
    for (const QWidget *up = widget->parentWidget(); up; up = up->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(up);
        if (!area || area->viewport() == widget || area->inherits("QAbstractItemView"))
            continue;
        const QRect seen(area->viewport()->mapTo(widget->window(), QPoint()),
                         area->viewport()->size());
        return area->verticalScrollBarPolicy() == Qt::ScrollBarAlwaysOff
                   ? seen
                   : seen.adjusted(0, -QWIDGETSIZE_MAX, 0, QWIDGETSIZE_MAX);
    }
    return widget->window()->rect();
}

QString nameOf(const QWidget *widget, const QString &text)
{
    return u"%1 “%2” %3×%4 needs %5×%6"_s.arg(widget->objectName(), text)
        .arg(widget->width())
        .arg(widget->height())
        .arg(widget->sizeHint().width())
        .arg(widget->sizeHint().height());
}

QStringList cutOff(QWidget *window)
{
    QStringList found;
    window->grab(); // elided labels know their tooltip once they were painted
    const QList<QWidget *> children = window->findChildren<QWidget *>();
    for (const QWidget *child : children) {
        const auto *label = qobject_cast<const QLabel *>(child);
        const auto *button = qobject_cast<const QAbstractButton *>(child);
        const QString text = label ? label->text() : button ? button->text() : QString();
        if (!child->isVisible() || text.isEmpty() || child->window() != window)
            continue;
        const QRect place(child->mapTo(window, QPoint()), child->size());
        const bool whole = label ? fits(label) : fits(button);
        if (!whole || !placeFor(child).contains(place))
            found += nameOf(child, text);
    }
    return found;
}

QString cutOffAnywhere()
{
    QStringList found;
    const QList<QWidget *> windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible() && !window->windowTitle().isEmpty())
            found += cutOff(window);
    }
    return found.join(u'\n');
}

} // namespace longwordstest

using longwordstest::cutOffAnywhere;
using longwordstest::LongWords;

#define NOTHING_IS_CUT_OFF(name)                                                                   \
    QTRY_COMPARE_WITH_TIMEOUT(cutOffAnywhere(), QString(), 2000);                                  \
    Screen::picture(name)

class TestLongWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void firstRun();
    void emptyList();
    void addsAPerson();
    void paneAndQuestions();
    void ownAccount();
    void narrowWindow();
    void cleanupTestCase();

private:
    QTemporaryDir m_folder;
    LongWords m_words;
    vault::MemoryVault m_keychain;
    std::unique_ptr<app::Wiring> m_program;
    Screen m_screen;
};

void TestLongWords::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    QVERIFY(QCoreApplication::installTranslator(&m_words));
    settings::ConsoleSettings settings(m_folder.path());
    settings.setTheme(Screen::isDark() ? settings::Theme::Dark : settings::Theme::Light);
    settings.flush();
    m_program = std::make_unique<app::Wiring>(*qApp, m_folder.path(),
                                              app::Surroundings{.vault = &m_keychain});
    m_program->start({});
}

void TestLongWords::firstRun()
{
    QVERIFY(Screen::waitFor(u"startServer"_s));
    NOTHING_IS_CUT_OFF(u"50-long-door"_s);
    QVERIFY(m_screen.click(u"startServer"_s));
    QVERIFY(m_screen.type(u"serverName"_s, u"Vereinigte Wasserwerke Obertal"_s));
    QVERIFY(m_screen.click(u"openOptions"_s));
    NOTHING_IS_CUT_OFF(u"51-long-name"_s);
    QVERIFY(m_screen.click(u"continue"_s));
    QVERIFY(Screen::waitFor(u"youPage"_s));
    QVERIFY(m_screen.type(u"username"_s, u"maximilian.hohenzollern"_s));
    QVERIFY(m_screen.type(u"password"_s, u"quartz-lamp-outgrew-monday"_s));
    NOTHING_IS_CUT_OFF(u"52-long-you"_s);
    QVERIFY(m_screen.click(u"create"_s));
    QVERIFY(Screen::waitFor(u"qr"_s));
    NOTHING_IS_CUT_OFF(u"53-long-protect"_s);
    QVERIFY(m_screen.click(u"later"_s));
    QVERIFY(Screen::waitFor(u"laterDialog"_s));
    NOTHING_IS_CUT_OFF(u"53-long-later"_s);
    QVERIFY(m_screen.click(u"confirm"_s));
    QVERIFY(Screen::waitFor(u"readyPage"_s));
    NOTHING_IS_CUT_OFF(u"54-long-ready"_s);
    QVERIFY(m_screen.click(u"open"_s));
}

void TestLongWords::emptyList()
{
    QVERIFY(Screen::waitFor(u"emptyState"_s));
    QVERIFY(Screen::waitFor(u"nextSteps"_s));
    NOTHING_IS_CUT_OFF(u"55-long-empty"_s);
}

void TestLongWords::addsAPerson()
{
    QVERIFY(m_screen.click(u"addUserButton"_s));
    NOTHING_IS_CUT_OFF(u"56-long-add"_s);
    QVERIFY(m_screen.type(u"newFirstName"_s, u"Wolfeschlegelsteinhausenberger"_s));
    QVERIFY(m_screen.type(u"newLastName"_s, u"Bergerdorff-Wolfeschlegelsteinhausen"_s));
    QVERIFY(m_screen.type(u"newUsername"_s, u"wolfeschlegelsteinhausenbergerdorff"_s));
    QVERIFY(m_screen.type(u"newEmail"_s,
                          u"wolfeschlegelsteinhausenberger@vereinigte-wasserwerke.example"_s));
    QVERIFY(m_screen.click(u"createUserButton"_s));
    QVERIFY(Screen::waitFor(u"handoverSecret"_s));
    NOTHING_IS_CUT_OFF(u"57-long-created"_s);
    QVERIFY(m_screen.click(u"addUserDone"_s));
    QTRY_VERIFY(!Screen::find(u"addUserDialog"_s));
    QTRY_VERIFY(Screen::find<QAbstractItemView>(u"userTable"_s)
                && Screen::find<QAbstractItemView>(u"userTable"_s)->model()->rowCount() == 2);
    NOTHING_IS_CUT_OFF(u"58-long-list"_s);
}

void TestLongWords::paneAndQuestions()
{
    auto *table = Screen::find<QAbstractItemView>(u"userTable"_s);
    for (int row = 0; row < 2; ++row) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(row, 0)).center());
        QVERIFY(Screen::waitFor(u"personPane"_s));
        NOTHING_IS_CUT_OFF(u"59-long-pane-%1"_s.arg(row));
    }
    const QString mine = u"maximilian.hohenzollern"_s;
    if (table->model()->index(1, 1).data().toString() == mine)
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, 0)).center());
    for (const QString &button : {u"resetPasswordButton"_s, u"endSessionsButton"_s,
                                  u"deleteButton"_s, u"disableButton"_s}) {
        QVERIFY(m_screen.click(button));
        QVERIFY(Screen::waitFor(u"confirmDialog"_s));
        NOTHING_IS_CUT_OFF(u"60-long-"_s + button);
        if (button == u"disableButton"_s)
            QVERIFY(m_screen.click(u"confirm"_s));
        else
            QTest::keyClick(Screen::find(u"confirmDialog"_s), Qt::Key_Escape);
        QTRY_VERIFY(!Screen::find(u"confirmDialog"_s));
    }
    QVERIFY(Screen::waitFor(u"undoLink"_s));
    NOTHING_IS_CUT_OFF(u"61-long-undo"_s);
    QVERIFY(m_screen.click(u"paneClose"_s));
}

void TestLongWords::ownAccount()
{
    QVERIFY(m_screen.click(u"navigation-account"_s));
    QVERIFY(Screen::waitFor(u"accountPage"_s));
    NOTHING_IS_CUT_OFF(u"62-long-account"_s);
}

void TestLongWords::narrowWindow()
{
    QWidget *window = Screen::find(u"mainWindow"_s);
    window->resize(window->minimumSize());
    NOTHING_IS_CUT_OFF(u"63-long-account-least"_s);
    QVERIFY(m_screen.click(u"navigation-users"_s));
    QCOMPARE(window->size(), QSize(820, 560));
    NOTHING_IS_CUT_OFF(u"64-long-list-least"_s);
    auto *table = Screen::find<QAbstractItemView>(u"userTable"_s);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(Screen::waitFor(u"personPane"_s));
    NOTHING_IS_CUT_OFF(u"65-long-pane-least"_s);
}

void TestLongWords::cleanupTestCase()
{
    m_program.reset();
    QCoreApplication::removeTranslator(&m_words);
}

QTEST_MAIN(TestLongWords)
#include "tst_longwords.moc"
