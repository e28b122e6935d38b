// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows an export while it runs, with the way to end it; says beside it why it failed. Closes
// itself when the file is there.
#pragma once

#include "ui/widgets/fileexport.h"

#include <QtWidgets/QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace authdesk::ui::widgets {

class MessageBar;

class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Texts
    {
        QString title;   ///< of the window
        QString what;    ///< "Writing the events to %1."
        QString waiting; ///< until the first part comes
    };

    /// Deletes itself when closed. Ends the export when it is closed before.
    ExportDialog(Texts texts, FileExport::Source source, QWidget *parent);

    void start(const QString &path);

Q_SIGNALS:
    void exported(const QString &path);

public Q_SLOTS:
    void reject() override;

private:
    void retranslate();
    void updateWidgets();
    void fail(const base::Error &error);

    Texts m_texts;
    FileExport m_export;
    QString m_path;
    bool m_failed = false;
    QLabel *m_what;
    QProgressBar *m_bar;
    QLabel *m_count;
    MessageBar *m_message;
    QPushButton *m_cancel;
};

} // namespace authdesk::ui::widgets
