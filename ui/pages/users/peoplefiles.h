// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opens what brings people into the server and out of it as files, for the page Users. Window
// thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/transfergateway.h"
#include "ui/pages/users/importsourceview.h"

#include <QtCore/QObject>

namespace authdesk::ui::pages::users {

class UsersViewModel;

class PeopleFiles final : public QObject
{
    Q_OBJECT

public:
    /// Everything outlives it; dialogs belong to the window of `page`, its parent.
    PeopleFiles(gateway::TransferGateway &transfer, UsersViewModel &list, QString serverName,
                const base::Clock &clock, QWidget *page);

    void openImport(ImportFrom from);
    void openExport();

Q_SIGNALS:
    /// People are new or different.
    void imported();
    void announced(const QString &sentence);

private:
    void askWhereToExport(const gateway::UserQuery &who, gateway::ExportFormat format);
    void exportTo(const gateway::UserQuery &who, const QString &path, gateway::ExportFormat format);

    gateway::TransferGateway &m_transfer;
    UsersViewModel &m_list;
    QString m_serverName;
    const base::Clock &m_clock;
    QWidget *m_page;
};

} // namespace authdesk::ui::pages::users
