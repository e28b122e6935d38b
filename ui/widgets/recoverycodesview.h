// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows recovery codes once, with [Save…] [Print…] [Copy]. Says when they were kept in one of these
// ways; until then nobody should be let past.
#pragma once

#include "ui/widgets/recoverysheet.h"

#include <QtWidgets/QWidget>

class QGridLayout;
class QPrinter;
class QPushButton;

namespace authdesk::ui::widgets {

class CopyButton;
class MessageBar;

class RecoveryCodesView final : public QWidget
{
    Q_OBJECT

public:
    explicit RecoveryCodesView(QWidget *parent = nullptr);

    /// Shows these and none of before; an empty sheet wipes them.
    void setSheet(const RecoverySheet &sheet);
    [[nodiscard]] const RecoverySheet &sheet() const { return m_sheet; }
    /// Since the last setSheet().
    [[nodiscard]] bool isKept() const { return m_kept; }

Q_SIGNALS:
    /// Saved, printed or copied.
    void kept();

protected:
    void changeEvent(QEvent *event) override;

private:
    void save();
    void saveTo(const QString &path);
    void print();
    void printTo(QPrinter *printer);
    void setKept(const QString &how);
    void retranslate();

    RecoverySheet m_sheet;
    QGridLayout *m_codes;
    MessageBar *m_message;
    QPushButton *m_save;
    QPushButton *m_print;
    CopyButton *m_copy;
    bool m_kept = false;
};

} // namespace authdesk::ui::widgets
