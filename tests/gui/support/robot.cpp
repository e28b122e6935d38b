// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/robot.h"

#include <QtCore/QTimer>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollArea>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

static constexpr int limitMs = 30'000;
static constexpr int menuTickMs = 20;
static constexpr int mostTabs = 30;

/// The part of a composed field that takes the keys.
static QWidget *innermost(QWidget *widget)
{
    return widget && widget->focusProxy() ? widget->focusProxy() : widget;
}

static QString shownText(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    if (const auto *field = qobject_cast<const QLineEdit *>(widget))
        return field->displayText();
    return {};
}

QWidget *Robot::front()
{
    if (QWidget *modal = QApplication::activeModalWidget())
        return modal;
    if (QWidget *active = QApplication::activeWindow(); active && active->isVisible())
        return active;
    const QList<QWidget *> windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible() && !window->windowTitle().isEmpty())
            return window;
    }
    return nullptr;
}

QWidget *Robot::findWidget(const QString &name) const
{
    QWidgetList windows = QApplication::topLevelWidgets();
    if (QWidget *first = front())
        windows.prepend(first);
    for (QWidget *window : std::as_const(windows)) {
        if (!window->isVisible())
            continue;
        if (window->objectName() == name)
            return window;
        const QWidgetList found = window->findChildren<QWidget *>(name);
        for (QWidget *widget : found) {
            if (widget->isVisible())
                return widget;
        }
    }
    return nullptr;
}

bool Robot::until(const QString &what, const std::function<bool()> &happened)
{
    if (QTest::qWaitFor(happened, limitMs))
        return true;
    const QWidget *shown = front();
    return complain(u"waited %1 s for %2; in front is \"%3\" with:\n%4"_s.arg(
        QString::number(limitMs / 1000), what, shown ? shown->windowTitle() : u"no window"_s,
        shown ? words(shown->objectName()) : QString()));
}

bool Robot::complain(const QString &what)
{
    m_trouble = what;
    return false;
}

bool Robot::sees(const QString &name)
{
    return until(u"%1 to be seen"_s.arg(name), [&] { return findWidget(name) != nullptr; });
}

bool Robot::misses(const QString &name)
{
    return until(u"%1 to go"_s.arg(name), [&] { return findWidget(name) == nullptr; });
}

QString Robot::textOf(const QString &name) const
{
    return shownText(innermost(findWidget(name)));
}

bool Robot::reads(const QString &name, const QString &text)
{
    return until(u"%1 to show \"%2\""_s.arg(name, text),
                 [&] { return findWidget(name) && textOf(name) == text; });
}

bool Robot::readsPart(const QString &name, const QString &part)
{
    return until(u"%1 to show \"…%2…\""_s.arg(name, part),
                 [&] { return textOf(name).contains(part); });
}

bool Robot::counts(const QString &table, int rows)
{
    return until(u"%1 to have %2 rows"_s.arg(table).arg(rows), [&] {
        const auto *view = find<QAbstractItemView>(table);
        return view && view->model()->rowCount() == rows;
    });
}

bool Robot::reaches(const QString &name) const
{
    const QWidget *widget = findWidget(name);
    const QWidget *modal = QApplication::activeModalWidget();
    return widget && widget->isEnabled() && (!modal || widget->window() == modal);
}

bool Robot::click(const QString &name)
{
    if (!until(u"%1 to be clicked"_s.arg(name), [&] { return reaches(name); }))
        return false;
    QWidget *widget = innermost(findWidget(name));
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(widget);
    }
    QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
    ++m_clicks;
    return true;
}

bool Robot::chooseFromMenu(const QString &button, const QString &action)
{
    bool chosen = false;
    int ticks = limitMs / menuTickMs;
    // A menu that hangs on a button runs an event loop of its own until something is chosen.
    QTimer watch;
    watch.setInterval(menuTickMs);
    QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        auto *entry = menu ? menu->findChild<QAction *>(action) : nullptr;
        if (entry && entry->isEnabled()) {
            watch.stop();
            chosen = true;
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(entry).center());
        } else if (--ticks == 0 && menu) {
            menu->close();
        }
    });
    watch.start();
    return click(button)
           && until(u"%1 in the menu of %2"_s.arg(action, button), [&] { return chosen; });
}

bool Robot::hasKeyboard(const QString &field) const
{
    const QWidget *widget = findWidget(field);
    const QWidget *focus = QApplication::focusWidget();
    return widget && focus && (focus == widget || widget->isAncestorOf(focus));
}

bool Robot::type(const QString &field, const QString &text)
{
    // Without a window manager nobody gives the keyboard back when a dialog goes.
    if (QWidget *window = front(); window && !QApplication::activeWindow())
        window->activateWindow();
    if (!until(u"%1 to have the keyboard"_s.arg(field),
               [&] { return reaches(field) && hasKeyboard(field); }))
        return false;
    // What is typed may make the field go, as the sixth digit does.
    for (const QChar letter : text) {
        if (QWidget *focus = QApplication::focusWidget())
            QTest::keyClicks(focus, QString(letter));
    }
    ++m_fields;
    return true;
}

bool Robot::retype(const QString &field, const QString &text)
{
    if (!click(field))
        return false;
    if (QWidget *window = front(); window && !QApplication::activeWindow())
        window->activateWindow();
    if (!until(u"%1 to have the keyboard"_s.arg(field), [&] { return hasKeyboard(field); }))
        return false;
    return press(QKeySequence::SelectAll) && type(field, text);
}

bool Robot::tabTo(const QString &field)
{
    for (int i = 0; i < mostTabs; ++i) {
        if (hasKeyboard(field))
            return true;
        if (!press(Qt::Key_Tab))
            return false;
    }
    return complain(u"%1 is not reached by Tab"_s.arg(field));
}

bool Robot::press(const QKeySequence &keys)
{
    QWidget *window = front();
    if (window && !QApplication::activeWindow())
        window->activateWindow();
    if (!until(u"a window that takes %1"_s.arg(keys.toString()), [&] {
            return QApplication::activeWindow() && QApplication::activeWindow() == front();
        }))
        return false;
    QWidget *focus = QApplication::focusWidget();
    QTest::keySequence(focus ? focus : front(), keys);
    return true;
}

QImage Robot::picture() const
{
    QWidget *window = front();
    return window ? window->grab().toImage() : QImage();
}

QString Robot::words(const QString &name) const
{
    const QWidget *widget = findWidget(name);
    if (!widget)
        return {};
    QStringList lines;
    const QWidgetList children = widget->findChildren<QWidget *>();
    for (const QWidget *child : children) {
        if (const QString text = shownText(child); child->isVisible() && !text.isEmpty())
            lines += text;
    }
    return lines.join(u'\n');
}

} // namespace authdesk::tests
