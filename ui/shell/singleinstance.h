// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One window per data folder: a second start wakes the first and ends. Window thread.
#pragma once

#include <QtCore/QObject>

class QLocalServer;

namespace authdesk::ui::shell {

class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);

    /// False: another program works with this folder and was asked to come to the front. Its
    /// socket is open to this user only.
    [[nodiscard]] bool claim();

Q_SIGNALS:
    /// A second start asks for the window.
    void raiseRequested();

private:
    QString m_name;
    QLocalServer *m_server;
};

} // namespace authdesk::ui::shell
