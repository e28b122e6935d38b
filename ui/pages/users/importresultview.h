// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a look found, or what an import came to: the counts, what to know besides, and the rows that
// are refused, which can be kept as a file.
#pragma once

#include "ui/pages/users/importviewmodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace authdesk::ui::widgets {
class MessageBar;
}

namespace authdesk::ui::pages::users {

class ImportResultView final : public QWidget
{
    Q_OBJECT

public:
    /// `viewModel` outlives it.
    explicit ImportResultView(ImportViewModel &viewModel, QWidget *parent = nullptr);

    void updateWidgets();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTable();
    void chooseWhereToSave();
    void saveTo(const QString &path);
    void retranslate();
    void updateMessage();
    [[nodiscard]] QString interruptionText() const;
    [[nodiscard]] QString notesText() const;

    ImportViewModel &m_viewModel;
    widgets::MessageBar *m_message;
    QLabel *m_counts;
    QLabel *m_notes;
    QLabel *m_refusedTitle;
    QTableView *m_refused;
    QPushButton *m_save;
    QLabel *m_saved;
    QString m_savedAs; ///< empty: not kept
    QString m_saveError;
};

} // namespace authdesk::ui::pages::users
