// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where somebody types an API key to sign in with. The same form in the wizard and in the sign-in
// dialog; what the server says about the key stands beside it.
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"

#include <QtWidgets/QWidget>

class QLineEdit;

namespace authdesk::ui::widgets {

class FormField;
class PasswordField;

class ApiKeyForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ApiKeyForm(QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *edit() const;
    [[nodiscard]] base::Secret key() const;
    [[nodiscard]] bool isEmpty() const;
    void wipe();
    /// True when the error is about the key and is shown here.
    [[nodiscard]] bool showError(const base::Error &error);

Q_SIGNALS:
    void changed();
    /// Enter was pressed.
    void submitted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    PasswordField *m_key;
    FormField *m_field;
    bool m_refused = false;
};

} // namespace authdesk::ui::widgets
