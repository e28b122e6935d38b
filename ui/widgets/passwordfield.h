// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A password with an eye, and on request a strength meter that says why. The text is wiped when the
// field goes.
#pragma once

#include "core/base/secret.h"

#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QLineEdit;

namespace authdesk::ui::widgets {

class StrengthMeter;

class PasswordField final : public QWidget
{
    Q_OBJECT

public:
    /// Existing: only an eye. New: an eye and the meter.
    enum class Kind { Existing, New };

    explicit PasswordField(Kind kind, QWidget *parent = nullptr);
    ~PasswordField() override;

    [[nodiscard]] base::Secret secret() const;
    [[nodiscard]] bool isEmpty() const;
    /// For generated passwords; shows it in clear.
    void setSecret(const base::Secret &secret);
    void wipe();
    /// Names that the password should not be made of: username, e-mail, server.
    void setContext(const QStringList &words);
    /// True where the rules for new passwords are met (always for Existing and not empty).
    [[nodiscard]] bool isAcceptable() const;
    void setRevealed(bool revealed);
    [[nodiscard]] bool isRevealed() const;
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void changed();
    void submitted(); ///< Enter

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void judge();

    QLineEdit *m_edit;
    QAction *m_eye;
    StrengthMeter *m_meter = nullptr;
    QLabel *m_reason = nullptr;
    QStringList m_context;
    bool m_acceptable = false;
};

} // namespace authdesk::ui::widgets
