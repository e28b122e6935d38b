// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A line to take along: its caption, the line itself, which can be selected, and *Copy*. Window
// thread.
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;

namespace authdesk::ui::widgets {

class CopyButton;

class CopyRow final : public QWidget
{
    Q_OBJECT

public:
    /// The field is called `name`, its button "copy-" and the name.
    explicit CopyRow(const QString &name, QWidget *parent = nullptr);

    void setCaption(const QString &caption);
    void setText(const QString &text);
    [[nodiscard]] QString text() const;

private:
    void retranslate();

    QLabel *m_caption;
    QLineEdit *m_field;
    CopyButton *m_copy;
};

} // namespace authdesk::ui::widgets
