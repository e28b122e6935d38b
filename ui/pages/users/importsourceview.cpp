// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/importsourceview.h"

#include "ui/pages/users/importtexts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QDir>
#include <QtCore/QMimeData>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QRadioButton>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

namespace {

constexpr int tableHeight = 160;

} // namespace

ImportSourceView::ImportSourceView(QWidget *parent)
    : QWidget(parent)
    , m_message(new widgets::MessageBar(this))
    , m_fromFile(new QRadioButton(this))
    , m_fromTable(new QRadioButton(this))
    , m_path(new QLineEdit)
    , m_choose(widgets::plainButton({}))
    , m_table(new QPlainTextEdit)
    , m_columns(new QLabel(this))
{
    m_message->setObjectName(u"importSourceMessage"_s);
    m_fromFile->setObjectName(u"importFromFile"_s);
    m_fromTable->setObjectName(u"importFromTable"_s);
    m_path->setObjectName(u"importPath"_s);
    m_choose->setObjectName(u"chooseImportFile"_s);
    m_table->setObjectName(u"importTable"_s);
    auto *row = new QWidget;
    auto *rowLayout = new QHBoxLayout(row);
    rowLayout->setContentsMargins({});
    rowLayout->setSpacing(theme::buttonGap);
    rowLayout->addWidget(m_path, 1);
    rowLayout->addWidget(m_choose);
    row->setFocusProxy(m_path);
    m_pathField = new widgets::FormField({}, row, this);
    m_table->setTabChangesFocus(true);
    m_table->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_table->setFixedHeight(tableHeight);
    m_tableField = new widgets::FormField({}, m_table, this);
    for (widgets::FormField *field : {m_pathField, m_tableField})
        field->setMaximumWidth(QWIDGETSIZE_MAX);
    m_columns->setWordWrap(true);
    m_columns->setForegroundRole(QPalette::PlaceholderText);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(theme::fieldGap);
    all->addWidget(m_message);
    all->addWidget(m_fromFile);
    all->addWidget(m_fromTable);
    all->addWidget(m_pathField);
    all->addWidget(m_tableField);
    all->addWidget(m_columns);

    m_fromFile->setChecked(true);
    connect(m_fromFile, &QRadioButton::toggled, this, [this] {
        clearErrors();
        updateWidgets();
        Q_EMIT changed();
    });
    connect(m_path, &QLineEdit::textChanged, this, [this] {
        clearErrors();
        Q_EMIT changed();
    });
    connect(m_table, &QPlainTextEdit::textChanged, this, [this] {
        clearErrors();
        Q_EMIT changed();
    });
    connect(m_choose, &QPushButton::clicked, this, &ImportSourceView::chooseFile);
    widgets::followLanguage(this, [this] { retranslate(); });
    updateWidgets();
}

void ImportSourceView::choose(ImportFrom from)
{
    (from == ImportFrom::File ? m_fromFile : m_fromTable)->setChecked(true);
}

void ImportSourceView::enter()
{
    if (from() == ImportFrom::Table)
        m_table->setFocus(Qt::OtherFocusReason);
    else if (m_path->text().isEmpty())
        m_choose->setFocus(Qt::OtherFocusReason);
    else
        m_path->setFocus(Qt::OtherFocusReason);
}

ImportFrom ImportSourceView::from() const
{
    return m_fromFile->isChecked() ? ImportFrom::File : ImportFrom::Table;
}

QString ImportSourceView::path() const
{
    return QDir::fromNativeSeparators(m_path->text());
}

QString ImportSourceView::table() const
{
    return m_table->toPlainText();
}

bool ImportSourceView::isFilled() const
{
    return from() == ImportFrom::File ? !m_path->text().isEmpty() : !m_table->document()->isEmpty();
}

QString ImportSourceView::droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile()
                                                               : QString();
}

void ImportSourceView::setPath(const QString &path)
{
    m_fromFile->setChecked(true);
    m_path->setText(QDir::toNativeSeparators(path));
}

void ImportSourceView::showError(const base::Error &error)
{
    (from() == ImportFrom::File ? m_pathField : m_tableField)->setError(importErrorText(error));
    enter();
}

void ImportSourceView::showFailure(const base::Error &error)
{
    m_message->showMessage(widgets::MessageBar::Kind::Danger, importErrorText(error));
}

void ImportSourceView::clearErrors()
{
    m_message->clear();
    m_pathField->setError({});
    m_tableField->setError({});
}

void ImportSourceView::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a file with people"));
    dialog->setObjectName(u"importFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("People as CSV or JSON (*.csv *.tsv *.txt *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        setPath(path);
        m_path->setFocus(Qt::OtherFocusReason);
    });
    dialog->open();
}

void ImportSourceView::retranslate()
{
    m_fromFile->setText(tr("From a file"));
    m_fromTable->setText(tr("Pasted from a spreadsheet"));
    m_pathField->setLabel(tr("File"));
    m_pathField->setHelp(tr("CSV or JSON, as long as you like. You can also drop it here."));
    m_choose->setText(tr("Choose…"));
    m_choose->setAccessibleName(tr("Choose a file with people"));
    m_tableField->setLabel(tr("Table"));
    m_tableField->setHelp(
        tr("Copy the cells in your spreadsheet, the line with the headings too, and paste them "
           "here."));
    //: The names of columns stay in English: files have them so.
    m_columns->setText(tr("The first line names the columns: username or email, and as you need "
                          "them first_name, last_name, role, status, valid_until, password_hash. "
                          "Whoever is there already is changed: what has no column stays as it is, "
                          "and an empty cell takes away what there was."));
}

void ImportSourceView::updateWidgets()
{
    m_pathField->setVisible(m_fromFile->isChecked());
    m_tableField->setVisible(!m_fromFile->isChecked());
}

} // namespace authdesk::ui::pages::users
