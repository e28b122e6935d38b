// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Six boxes for the digits of an authenticator app: one line edit for keys, paste ("123 456") and
// screen readers, painted as boxes. Submits itself at the sixth digit. In Recovery mode it is a
// plain field in the fixed font that takes recovery codes and one-time codes.
#pragma once

#include <QtWidgets/QLineEdit>

namespace authdesk::ui::widgets {

class CodeField final : public QLineEdit
{
    Q_OBJECT

public:
    enum class Mode { Digits, Recovery };

    explicit CodeField(QWidget *parent = nullptr);

    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    /// What was typed, without spaces.
    [[nodiscard]] QString code() const;
    /// Empties the boxes after a wrong code and takes the focus.
    void startOver();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Six digits are there, or Enter in Recovery mode.
    void completed(const QString &code);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tidy();
    void retranslate();

    Mode m_mode = Mode::Digits;
};

} // namespace authdesk::ui::widgets
