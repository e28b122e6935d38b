// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first hour with names as long as people have, and every window in two languages: one whose
// every text is two fifths longer than the English, and German, switched to while the window is
// open. Nothing is cut off: labels wrap, or end in "…" with the whole in the tooltip, and buttons
// grow. Nothing stays English.

#include "app/console/wiring.h"
#include "core/vault/memoryvault.h"
#include "screen.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtCore/QXmlStreamReader>
#include <QtNetwork/QTcpServer>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace authdesk;
using authdesk::tests::Screen;
using namespace Qt::StringLiterals;

namespace languagestest {

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

/// The English texts whose German is another one, as patterns with any value in each place.
QList<QRegularExpression> englishTexts()
{
    QFile file(QStringLiteral(GERMAN_TEXTS));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader reader(&file);
    QList<QRegularExpression> found;
    QString source;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == u"source")
            source = reader.readElementText();
        if (!reader.isStartElement() || reader.name() != u"translation"
            || reader.readElementText(QXmlStreamReader::IncludeChildElements) == source)
            continue;
        static const QRegularExpression place(uR"(\\%[0-9n])"_s);
        QString pattern = QRegularExpression::escape(source);
        pattern.replace(place, u".+"_s);
        found += QRegularExpression(QRegularExpression::anchoredPattern(pattern));
    }
    return found;
}

/// Everything that a person reads or hears of a widget.
QStringList wordsOf(const QWidget *widget)
{
    QStringList words{widget->toolTip(), widget->accessibleName(), widget->windowTitle()};
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        words += label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        words += button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        words += edit->placeholderText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        words += box->currentText();
    if (const auto *header = qobject_cast<const QHeaderView *>(widget); header && header->model()) {
        for (int section = 0; section < header->count(); ++section)
            words += header->model()->headerData(section, header->orientation()).toString();
    }
    return words;
}

/// A sentence that tells what happened, in the language that was spoken then.
bool tellsWhatHappened(const QWidget *widget)
{
    static const QStringList names{u"messageText"_s, u"toastText"_s, u"lastWords"_s};
    return names.contains(widget->objectName());
}

/// Roles are called what the server calls them.
bool namesARole(const QWidget *widget)
{
    static const QStringList names{u"newRole"_s, u"role"_s, u"personRole"_s};
    return names.contains(widget->objectName());
}

QString englishAnywhere()
{
    static const QList<QRegularExpression> english = englishTexts();
    QStringList found;
    if (english.size() < 300)
        found += u"The German texts are not there."_s;
    const QList<QWidget *> widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window()->windowTitle().isEmpty()
            || tellsWhatHappened(widget) || namesARole(widget))
            continue;
        const QStringList words = wordsOf(widget);
        for (const QString &word : words) {
            const auto matches = [&word](const QRegularExpression &text) {
                return text.match(word).hasMatch();
            };
            if (!word.isEmpty() && std::ranges::any_of(english, matches))
                found += u"%1 “%2”"_s.arg(widget->objectName(), word);
        }
    }
    found.removeDuplicates();
    return found.join(u'\n');
}

} // namespace languagestest

using languagestest::cutOffAnywhere;
using languagestest::englishAnywhere;
using languagestest::LongWords;

#define NOTHING_IS_CUT_OFF(name)                                                                   \
    QTRY_COMPARE_WITH_TIMEOUT(cutOffAnywhere(), QString(), 2000);                                  \
    Screen::picture(name)

/// Nobody can switch while a question waits for its answer; everywhere else, at any moment.
#define IN_BOTH_LANGUAGES(name)                                                                    \
    NOTHING_IS_CUT_OFF(name);                                                                      \
    QVERIFY(QCoreApplication::removeTranslator(&m_words));                                         \
    QCoreApplication::processEvents();                                                             \
    QTRY_COMPARE_WITH_TIMEOUT(englishAnywhere(), QString(), 2000);                                 \
    NOTHING_IS_CUT_OFF(QString(name).replace(u"-long-"_s, u"-german-"_s));                         \
    QVERIFY(QCoreApplication::installTranslator(&m_words));                                        \
    QCoreApplication::processEvents()

class TestLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void firstRun();
    void emptyList();
    void serverSpeaksTheLanguageOfTheWindow();
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

/// With a taken port the options would be open before anybody opens them.
static quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
}

void TestLanguages::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    settings::ConsoleSettings settings(m_folder.path());
    settings.setLanguage(u"de"_s);
    settings.setTheme(Screen::isDark() ? settings::Theme::Dark : settings::Theme::Light);
    settings.flush();
    m_program = std::make_unique<app::Wiring>(
        *qApp, m_folder.path(), app::Surroundings{.vault = &m_keychain, .firstPort = freePort()});
    // Over German, so that taking it away leaves German.
    QVERIFY(QCoreApplication::installTranslator(&m_words));
    m_program->start({});
}

void TestLanguages::firstRun()
{
    QVERIFY(Screen::waitFor(u"startServer"_s));
    IN_BOTH_LANGUAGES(u"50-long-door"_s);
    QVERIFY(m_screen.click(u"startServer"_s));
    QVERIFY(m_screen.type(u"serverName"_s, u"Vereinigte Wasserwerke Obertal"_s));
    QVERIFY(m_screen.click(u"openOptions"_s));
    IN_BOTH_LANGUAGES(u"51-long-name"_s);
    QVERIFY(m_screen.click(u"continue"_s));
    QVERIFY(Screen::waitFor(u"youPage"_s));
    QVERIFY(m_screen.type(u"username"_s, u"maximilian.hohenzollern"_s));
    QVERIFY(m_screen.type(u"password"_s, u"quartz-lamp-outgrew-monday"_s));
    IN_BOTH_LANGUAGES(u"52-long-you"_s);
    QVERIFY(m_screen.click(u"create"_s));
    QVERIFY(Screen::waitFor(u"qr"_s));
    IN_BOTH_LANGUAGES(u"53-long-protect"_s);
    QVERIFY(m_screen.click(u"later"_s));
    QVERIFY(Screen::waitFor(u"laterDialog"_s));
    NOTHING_IS_CUT_OFF(u"53-long-later"_s);
    QVERIFY(m_screen.click(u"confirm"_s));
    QVERIFY(Screen::waitFor(u"readyPage"_s));
    IN_BOTH_LANGUAGES(u"54-long-ready"_s);
    QVERIFY(m_screen.click(u"open"_s));
}

void TestLanguages::emptyList()
{
    QVERIFY(Screen::waitFor(u"emptyState"_s));
    QVERIFY(Screen::waitFor(u"nextSteps"_s));
    IN_BOTH_LANGUAGES(u"55-long-empty"_s);
}

/// The form checks nothing of this by itself: the sentence is the server's.
void TestLanguages::serverSpeaksTheLanguageOfTheWindow()
{
    const auto complaint = [] {
        const auto *label = Screen::find<QLabel>(u"fieldError"_s);
        return label ? label->text() : QString();
    };
    QVERIFY(m_screen.click(u"addUserButton"_s));
    QVERIFY(m_screen.type(u"newUsername"_s, u"eva@example.org"_s));
    QVERIFY(m_screen.type(u"newEmail"_s, u"other@example.org"_s));
    QVERIFY(m_screen.click(u"createUserButton"_s));
    QTRY_COMPARE(complaint(), u"A username with @ must be the person's own e-mail address."_s);
    QVERIFY(QCoreApplication::removeTranslator(&m_words));
    QVERIFY(m_screen.click(u"createUserButton"_s));
    QTRY_COMPARE(complaint(),
                 u"Ein Benutzername mit @ muss die eigene E-Mail-Adresse der Person sein."_s);
    QVERIFY(QCoreApplication::installTranslator(&m_words));
    QTest::keyClick(Screen::find(u"addUserDialog"_s), Qt::Key_Escape);
    QTRY_VERIFY(!Screen::find(u"addUserDialog"_s));
}

void TestLanguages::addsAPerson()
{
    QVERIFY(m_screen.click(u"addUserButton"_s));
    IN_BOTH_LANGUAGES(u"56-long-add"_s);
    QVERIFY(m_screen.type(u"newFirstName"_s, u"Wolfeschlegelsteinhausenberger"_s));
    QVERIFY(m_screen.type(u"newLastName"_s, u"Bergerdorff-Wolfeschlegelsteinhausen"_s));
    QVERIFY(m_screen.type(u"newUsername"_s, u"wolfeschlegelsteinhausenbergerdorff"_s));
    QVERIFY(m_screen.type(u"newEmail"_s,
                          u"wolfeschlegelsteinhausenberger@vereinigte-wasserwerke.example"_s));
    QVERIFY(m_screen.click(u"createUserButton"_s));
    QVERIFY(Screen::waitFor(u"handoverSecret"_s));
    IN_BOTH_LANGUAGES(u"57-long-created"_s);
    QVERIFY(m_screen.click(u"addUserDone"_s));
    QTRY_VERIFY(!Screen::find(u"addUserDialog"_s));
    QTRY_VERIFY(Screen::find<QAbstractItemView>(u"userTable"_s)
                && Screen::find<QAbstractItemView>(u"userTable"_s)->model()->rowCount() == 2);
    IN_BOTH_LANGUAGES(u"58-long-list"_s);
}

void TestLanguages::paneAndQuestions()
{
    auto *table = Screen::find<QAbstractItemView>(u"userTable"_s);
    for (int row = 0; row < 2; ++row) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(row, 0)).center());
        QVERIFY(Screen::waitFor(u"personPane"_s));
        IN_BOTH_LANGUAGES(u"59-long-pane-%1"_s.arg(row));
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
    IN_BOTH_LANGUAGES(u"61-long-undo"_s);
    QVERIFY(m_screen.click(u"paneClose"_s));
}

void TestLanguages::ownAccount()
{
    QVERIFY(m_screen.click(u"navigation-account"_s));
    QVERIFY(Screen::waitFor(u"accountPage"_s));
    IN_BOTH_LANGUAGES(u"62-long-account"_s);
}

void TestLanguages::narrowWindow()
{
    QWidget *window = Screen::find(u"mainWindow"_s);
    window->resize(window->minimumSize());
    IN_BOTH_LANGUAGES(u"63-long-account-least"_s);
    QVERIFY(m_screen.click(u"navigation-users"_s));
    QCOMPARE(window->size(), QSize(820, 560));
    IN_BOTH_LANGUAGES(u"64-long-list-least"_s);
    auto *table = Screen::find<QAbstractItemView>(u"userTable"_s);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(Screen::waitFor(u"personPane"_s));
    IN_BOTH_LANGUAGES(u"65-long-pane-least"_s);
}

void TestLanguages::cleanupTestCase()
{
    m_program.reset();
    QCoreApplication::removeTranslator(&m_words);
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
