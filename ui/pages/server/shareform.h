// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The fields of *Let other machines in*: what people type, the port, the certificate. It only edits
// a draft. Window thread.
#pragma once

#include "ui/pages/server/shareviewmodel.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace authdesk::ui::widgets {
class FormField;
}

namespace authdesk::ui::pages::server {

class ShareForm final : public QWidget
{
    Q_OBJECT

public:
    /// `names` are proposed beside what the draft says.
    ShareForm(const ShareDraft &draft, const QStringList &names, QWidget *parent = nullptr);

    [[nodiscard]] ShareDraft draft() const;
    /// Beside their fields; the first of them gets the keyboard.
    void showProblems(const ShareProblems &problems);

private:
    void build(const ShareDraft &draft, const QStringList &names);
    [[nodiscard]] QWidget *fileRow(QLineEdit *edit, const QString &name);
    void choose(QLineEdit *edit);
    void retranslate();
    void updateWidgets();

    QLabel *m_what;
    QComboBox *m_name;
    QSpinBox *m_port;
    QRadioButton *m_madeHere;
    QRadioButton *m_fromFiles;
    QLabel *m_certificateHelp;
    QLineEdit *m_certificate;
    QLineEdit *m_key;
    widgets::FormField *m_nameField = nullptr;
    widgets::FormField *m_portField = nullptr;
    widgets::FormField *m_certificateField = nullptr;
    widgets::FormField *m_keyField = nullptr;
    QLabel *m_kind;
};

} // namespace authdesk::ui::pages::server
