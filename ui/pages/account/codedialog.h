// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asks for a code of the app, or a recovery code where that is taken, as the proof for a change. It
// stays open until it is told that the code was accepted.
#pragma once

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;

namespace authdesk::ui::widgets {
class CodeField;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::account {

class CodeDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Texts
    {
        QString title;
        QString what; ///< whole sentences: what will happen
        QString verb;
        bool harm = false;
        bool takesRecoveryCode = false;
    };

    /// Deletes itself when closed.
    CodeDialog(const Texts &texts, QWidget *parent);

    void setBusy(bool busy);
    /// The code was not accepted; the field is empty again.
    void showError(const QString &sentence);

Q_SIGNALS:
    void codeEntered(const QString &code);

private:
    void submit();
    void toggleMode();
    void updateWidgets();

    widgets::CodeField *m_code;
    QLabel *m_error;
    QPushButton *m_other;
    QPushButton *m_verb;
    bool m_takesRecoveryCode;
    bool m_busy = false;
};

} // namespace authdesk::ui::pages::account
