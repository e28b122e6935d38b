// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person does in front of the window: finds things by their names, clicks and types, and
// takes pictures. Counts clicks and typed fields. With AUTHDESK_PICTURES=DIR every picture() is
// saved there; AUTHDESK_SCHEME=dark makes them dark.
#pragma once

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtGui/QImage>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

class Screen final
{
public:
    /// The visible widget of this name in any window; null when there is none.
    template <typename T = QWidget>
    [[nodiscard]] static T *find(const QString &name)
    {
        const QList<QWidget *> windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            if (!window->isVisible())
                continue;
            if (T *self = qobject_cast<T *>(window); self && self->objectName() == name)
                return self;
            const QList<T *> found = window->findChildren<T *>(name);
            for (T *widget : found) {
                if (widget->isVisible())
                    return widget;
            }
        }
        return nullptr;
    }

    [[nodiscard]] static bool isReady(const QString &name)
    {
        const QWidget *widget = find(name);
        return widget && widget->isEnabled();
    }

    /// True when it was there to be clicked within the time.
    [[nodiscard]] bool click(const QString &name)
    {
        if (!QTest::qWaitFor([&name] { return isReady(name); }, 20000))
            return false;
        auto *button = find<QWidget>(name);
        if (qobject_cast<QAbstractButton *>(button))
            QTest::mouseClick(button, Qt::LeftButton, {}, button->rect().center());
        ++clicks;
        return true;
    }

    [[nodiscard]] bool type(const QString &name, const QString &text)
    {
        if (!QTest::qWaitFor([&name] { return isReady(name); }, 20000))
            return false;
        auto *widget = find<QWidget>(name);
        auto *edit = qobject_cast<QLineEdit *>(widget);
        if (!edit)
            edit = widget->findChild<QLineEdit *>();
        if (!edit)
            return false;
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        ++fields;
        return true;
    }

    [[nodiscard]] static bool waitFor(const QString &name)
    {
        return QTest::qWaitFor([&name] { return find(name) != nullptr; }, 20000);
    }

    /// What zbarimg reads in a picture of the window that shows `name`.
    [[nodiscard]] static QString readQrCode(const QString &name, const QString &folder)
    {
        const QString file = QDir(folder).filePath(u"window.png"_s);
        find(name)->window()->grab().save(file);
        QProcess reader;
        reader.start(u"zbarimg"_s, {u"--quiet"_s, u"--raw"_s, file});
        reader.waitForFinished();
        return QString::fromUtf8(reader.readAllStandardOutput()).trimmed();
    }

    /// The six digits of this moment, or of a moment `seconds` ahead.
    [[nodiscard]] static QString oathtool(const QString &secret, int seconds = 0)
    {
        QProcess tool;
        tool.start(u"oathtool"_s,
                   {u"--totp"_s, u"-b"_s, u"-N"_s, u"now + %1 seconds"_s.arg(seconds), secret});
        tool.waitForFinished();
        return QString::fromUtf8(tool.readAllStandardOutput()).trimmed();
    }

    /// Takes a picture of the front window once it has come to rest.
    static void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("AUTHDESK_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(400);
        QWidget *front = QApplication::activeModalWidget();
        const QList<QWidget *> windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            if (!front && window->isVisible() && !window->windowTitle().isEmpty())
                front = window;
        }
        const QString scheme = isDark() ? u"dark"_s : u"light"_s;
        QDir().mkpath(folder);
        if (front)
            front->grab().save(QDir(folder).filePath(u"%1-%2.png"_s.arg(name, scheme)));
    }

    [[nodiscard]] static bool isDark()
    {
        return qEnvironmentVariable("AUTHDESK_SCHEME") == u"dark"_s;
    }

    int clicks = 0;
    int fields = 0;
};

} // namespace authdesk::tests
