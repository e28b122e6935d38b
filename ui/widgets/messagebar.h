// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence at the top of a page or dialog, with an icon and at most one button.
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace authdesk::ui::widgets {

class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Danger, Good };

    /// Hidden until there is something to say.
    explicit MessageBar(QWidget *parent = nullptr);

    void showMessage(Kind kind, const QString &text, const QString &button = {});
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

Q_SIGNALS:
    void buttonClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateWidgets();

    Kind m_kind = Kind::Info;
    QLabel *m_icon;
    QLabel *m_label;
    QPushButton *m_button;
};

} // namespace authdesk::ui::widgets
