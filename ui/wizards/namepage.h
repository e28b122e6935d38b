// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Screen 1: the name of what people sign in to; below it where it is kept, with options.
#pragma once

#include "ui/wizards/firstrunflow.h"
#include "ui/wizards/wizardpage.h"

class QLineEdit;
class QSpinBox;

namespace authdesk::ui::widgets {
class FormField;
}

namespace authdesk::ui::wizards {

class NamePage final : public WizardPage
{
    Q_OBJECT

public:
    /// `flow` outlives the page.
    explicit NamePage(FirstRunFlow &flow, QWidget *parent = nullptr);
    void entered() override;

Q_SIGNALS:
    void continueRequested();

protected:
    void retranslate() override;

private:
    void submit();
    void followName();
    void openOptions();
    void updateWidgets();
    [[nodiscard]] QString folder() const;

    FirstRunFlow &m_flow;
    QLineEdit *m_name;
    QLineEdit *m_folder;
    QSpinBox *m_port;
    widgets::FormField *m_nameField;
    widgets::FormField *m_folderField;
    widgets::FormField *m_portField;
    QWidget *m_options;
    QLabel *m_summary;
    QPushButton *m_openOptions;
    QPushButton *m_continue;
    bool m_portMoved = false; ///< the usual one was taken
};

} // namespace authdesk::ui::wizards
