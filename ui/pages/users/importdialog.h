// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// *Import people*: where from, a look at what would come of it, the import with its progress, and
// what it came to. Opened with open().
#pragma once

#include "ui/pages/users/importsourceview.h"
#include "ui/pages/users/importviewmodel.h"

#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace authdesk::ui::pages::users {

class ImportResultView;

class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when closed. While an import runs, closing stops it first.
    ImportDialog(gateway::TransferGateway &transfer, ImportFrom from, QWidget *parent);

public Q_SLOTS:
    void reject() override;

Q_SIGNALS:
    /// An import has ended or was interrupted, and some people are new or different.
    void imported(const authdesk::model::ImportCounts &counts);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildProgress();
    [[nodiscard]] QLayout *buildButtons();
    void connectAll();
    void look();
    /// What the filled button does in this stage.
    void goOn();
    void retranslate();
    void updateWidgets();
    void updateProgress();
    void updateButtons();
    [[nodiscard]] QString titleText() const;
    void stageChanged();

    ImportViewModel m_viewModel;
    ImportViewModel::Stage m_shown = ImportViewModel::Stage::Source;
    QTimer m_patience; ///< before a progress bar is worth a change of the page
    bool m_isSlow = false;
    QLabel *m_title;
    ImportSourceView *m_source;
    QWidget *m_progress;
    QProgressBar *m_bar = nullptr;
    QLabel *m_far = nullptr;
    ImportResultView *m_result;
    QPushButton *m_back;
    QPushButton *m_cancel;
    QPushButton *m_goOn;
};

} // namespace authdesk::ui::pages::users
