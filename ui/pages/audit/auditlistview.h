// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The left part of the page *Audit*: title and buttons, filters, and the table or what is said in
// its place. Window thread.
#pragma once

#include "ui/pages/audit/auditviewmodel.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace authdesk::ui::widgets {
class BusyOverlay;
class EmptyState;
class MessageBar;
class RowTable;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::audit {

class AuditListView final : public QWidget
{
    Q_OBJECT

public:
    AuditListView(AuditViewModel &viewModel, const QString &serverName, QWidget *parent = nullptr);

    [[nodiscard]] widgets::RowTable *table() const { return m_table; }

Q_SIGNALS:
    void exportWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHead();
    void buildFilters();
    void buildMiddle();
    void connectFilters();
    void fillActions();
    void fillResults();
    void fillSpans();
    void chooseSpan(int index);
    void askForDays();
    void retranslate();
    void updateWidgets();
    void updateFilters();
    void updateMessage();
    void updateMiddle();
    void showVerdict(const gateway::AuditVerdict &verdict);

    AuditViewModel &m_viewModel;
    QString m_serverName;
    QLabel *m_title;
    QPushButton *m_live;
    QPushButton *m_verify;
    QPushButton *m_export;
    QLineEdit *m_person;
    QComboBox *m_action;
    QComboBox *m_result;
    QComboBox *m_span;
    QPushButton *m_clear;
    widgets::MessageBar *m_message;
    widgets::MessageBar *m_verdict;
    QWidget *m_middle;
    QStackedLayout *m_stack;
    widgets::RowTable *m_table;
    widgets::EmptyState *m_empty;
    widgets::BusyOverlay *m_busy = nullptr;
};

} // namespace authdesk::ui::pages::audit
