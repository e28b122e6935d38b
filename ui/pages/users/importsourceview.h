// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first page of an import: a file, chosen or dropped, or a table that is pasted. Says beside
// the field what is wrong with it.
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QMimeData;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace authdesk::base {
struct Error;
}
namespace authdesk::ui::widgets {
class FormField;
class MessageBar;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::users {

/// What an import starts with.
enum class ImportFrom { File, Table };

class ImportSourceView final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportSourceView(QWidget *parent = nullptr);

    void choose(ImportFrom from);
    /// Gives the keyboard to the field that is chosen.
    void enter();
    [[nodiscard]] ImportFrom from() const;
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString table() const;
    [[nodiscard]] bool isFilled() const;
    /// The path of the one file that is dragged; empty for anything else.
    [[nodiscard]] static QString droppedFile(const QMimeData *data);
    void setPath(const QString &path);
    /// Beside the field that is chosen.
    void showError(const base::Error &error);
    /// Above the fields: what keeps good ones from being checked.
    void showFailure(const base::Error &error);
    void clearErrors();

Q_SIGNALS:
    void changed();

private:
    void chooseFile();
    void retranslate();
    void updateWidgets();

    widgets::MessageBar *m_message;
    QRadioButton *m_fromFile;
    QRadioButton *m_fromTable;
    QLineEdit *m_path;
    QPushButton *m_choose;
    widgets::FormField *m_pathField;
    QPlainTextEdit *m_table;
    widgets::FormField *m_tableField;
    QLabel *m_columns;
};

} // namespace authdesk::ui::pages::users
