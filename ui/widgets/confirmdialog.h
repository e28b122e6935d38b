// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// "Are you sure?" before harm: says what will happen, and its button is the verb. Opened with
// open(), never a nested loop; accepted() is the yes. Cancel is the default.
#pragma once

#include <QtWidgets/QDialog>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace authdesk::ui::widgets {

class ConfirmDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Texts
    {
        QString title;    ///< of the window: "Delete Anna Kovac"
        QString question; ///< in large: "Delete Anna Kovac?"
        QString what;     ///< whole sentences: what will happen, what cannot be undone
        QStringList goes; ///< what goes with it, a line each
        QString verb;     ///< on the button: "Delete Anna Kovac"
        bool harm = true; ///< a danger button
    };

    /// Deletes itself when closed.
    explicit ConfirmDialog(const Texts &texts, QWidget *parent);

    /// Makes the person type `word` before the verb can be pressed.
    void requireWord(const QString &label, const QString &word);
    /// Makes the person write something before the verb can be pressed.
    void requireText(const QString &label);
    /// What was typed for requireWord() or requireText(), without blanks at its ends.
    [[nodiscard]] QString typed() const;
    [[nodiscard]] QPushButton *verbButton() const { return m_verb; }

private:
    void addField(const QString &label, const QString &name);

    QVBoxLayout *m_extra;
    QLineEdit *m_edit = nullptr;
    QPushButton *m_verb;
};

} // namespace authdesk::ui::widgets
