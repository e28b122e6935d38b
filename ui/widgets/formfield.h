// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A labelled field: label above, the field, help below it, and the error beside it in words with an
// icon. Sets buddy, accessible name and accessible description of the field.
#pragma once

#include <QtWidgets/QWidget>

class QLabel;

namespace authdesk::ui::widgets {

class FormField final : public QWidget
{
    Q_OBJECT

public:
    /// Owns `field` as its child.
    FormField(const QString &label, QWidget *field, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *field() const { return m_field; }
    [[nodiscard]] QString label() const;
    void setLabel(const QString &label);
    /// One sentence below the field, always there; empty: none.
    void setHelp(const QString &help);
    /// What is wrong, beside the field; empty: nothing is. Editing the field clears it.
    void setError(const QString &error);
    [[nodiscard]] QString error() const;
    [[nodiscard]] bool hasError() const { return !error().isEmpty(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateWidgets();

    QWidget *m_field;
    QLabel *m_label;
    QLabel *m_help;
    QWidget *m_errorRow;
    QLabel *m_errorIcon;
    QLabel *m_errorText;
};

} // namespace authdesk::ui::widgets
