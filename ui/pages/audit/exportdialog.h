// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows an export while it runs, with the way to end it; says beside it why it failed. Closes
// itself when the file is there.
#pragma once

#include "ui/pages/audit/auditexport.h"

#include <QtWidgets/QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace authdesk::ui::widgets {
class MessageBar;
}

namespace authdesk::ui::pages::audit {

class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when closed. Ends the export when it is closed before.
    ExportDialog(gateway::AuditGateway &audit, QWidget *parent);

    void start(const gateway::AuditQuery &query, const QString &path);

Q_SIGNALS:
    void exported(const QString &path);

public Q_SLOTS:
    void reject() override;

private:
    void retranslate();
    void updateWidgets();
    void fail(const base::Error &error);

    AuditExport m_export;
    QString m_path;
    bool m_failed = false;
    QLabel *m_what;
    QProgressBar *m_bar;
    QLabel *m_count;
    widgets::MessageBar *m_message;
    QPushButton *m_cancel;
};

} // namespace authdesk::ui::pages::audit
