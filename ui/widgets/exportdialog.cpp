// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/exportdialog.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr int barSteps = 1000;

} // namespace

ExportDialog::ExportDialog(Texts texts, FileExport::Source source, QWidget *parent)
    : QDialog(parent)
    , m_texts(std::move(texts))
    , m_export(std::move(source))
    , m_what(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_count(new QLabel(this))
    , m_message(new MessageBar(this))
    , m_cancel(plainButton({}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"exportDialog"_s);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_bar->setObjectName(u"exportProgress"_s);
    m_bar->setTextVisible(false);
    m_count->setObjectName(u"exportCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_message->setObjectName(u"exportMessage"_s);
    m_cancel->setObjectName(u"cancelExport"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, theme::space12, 0, 0);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                            theme::pageMargin);
    all->setSpacing(theme::space12);
    all->addWidget(m_what);
    all->addWidget(m_bar);
    all->addWidget(m_count);
    all->addWidget(m_message);
    all->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(&m_export, &FileExport::progressed, this, &ExportDialog::updateWidgets);
    connect(&m_export, &FileExport::failed, this, &ExportDialog::fail);
    connect(&m_export, &FileExport::finished, this, [this](const QString &path) {
        Q_EMIT exported(path);
        accept();
    });
    followLanguage(this, [this] { retranslate(); });
    fitHeight(this, theme::fieldMaxWidth + 2 * theme::pageMargin);
}

void ExportDialog::start(const QString &path)
{
    m_path = path;
    m_failed = false;
    m_message->clear();
    retranslate();
    m_export.start(path);
    updateWidgets();
}

void ExportDialog::reject()
{
    if (m_export.isRunning())
        m_export.cancel(); // fail() closes
    else
        QDialog::reject();
}

void ExportDialog::retranslate()
{
    setWindowTitle(m_texts.title);
    m_what->setText(m_texts.what.arg(QDir::toNativeSeparators(m_path)));
    m_bar->setAccessibleName(tr("Progress of the export"));
    updateWidgets();
}

void ExportDialog::updateWidgets()
{
    const qint64 total = m_export.total();
    // A bar without an end until the server has said how long the file will be.
    m_bar->setRange(0, total > 0 ? barSteps : 0);
    if (total > 0)
        m_bar->setValue(int(m_export.written() * barSteps / total));
    m_bar->setVisible(!m_failed);
    const QLocale locale;
    if (total > 0)
        m_count->setText(tr("%1 of %2")
                             .arg(locale.formattedDataSize(m_export.written()),
                                  locale.formattedDataSize(total)));
    else if (m_export.written() > 0)
        m_count->setText(locale.formattedDataSize(m_export.written()));
    else
        m_count->setText(m_texts.waiting);
    m_count->setVisible(!m_failed);
    m_cancel->setText(m_failed ? tr("Close") : tr("Cancel"));
}

void ExportDialog::fail(const base::Error &error)
{
    if (error.code == base::ErrorCode::Cancelled) {
        QDialog::reject();
        return;
    }
    m_failed = true;
    m_message->showMessage(MessageBar::Kind::Danger, errorText(error));
    updateWidgets();
}

} // namespace authdesk::ui::widgets
