// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// *Export people*: who, and in which form. The page asks for the file and writes it. Opened with
// open(); accepted() is the yes.
#pragma once

#include "core/gateway/exporting.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QRadioButton;

namespace authdesk::ui::widgets {
class FormField;
}

namespace authdesk::ui::pages::users {

class ExportPeopleDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `isFiltered`: the list shows some only; `found` of them, -1: not known.
    ExportPeopleDialog(bool isFiltered, qint64 found, QWidget *parent);

    [[nodiscard]] bool isEverybody() const;
    [[nodiscard]] gateway::ExportFormat format() const;

private:
    void retranslate();

    qint64 m_found;
    QLabel *m_title;
    QRadioButton *m_everybody;
    QRadioButton *m_onlyFound;
    QComboBox *m_format;
    widgets::FormField *m_formatField;
    QLabel *m_what;
    QPushButton *m_cancel;
    QPushButton *m_export;
};

} // namespace authdesk::ui::pages::users
