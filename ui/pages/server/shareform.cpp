// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/shareform.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/languagefollower.h"

#include <QtCore/QDir>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;
using model::TlsMode;

namespace {

constexpr int mostPort = 65535;

QLabel *wrapping(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ShareForm::ShareForm(const ShareDraft &draft, const QStringList &names, QWidget *parent)
    : QWidget(parent)
    , m_what(wrapping(this))
    , m_name(new QComboBox(this))
    , m_port(new QSpinBox(this))
    , m_madeHere(new QRadioButton(this))
    , m_fromFiles(new QRadioButton(this))
    , m_certificateHelp(wrapping(this))
    , m_certificate(new QLineEdit(this))
    , m_key(new QLineEdit(this))
    , m_kind(new QLabel(this))
{
    setObjectName(u"shareForm"_s);
    build(draft, names);
    widgets::followLanguage(this, [this] { retranslate(); });
    connect(m_madeHere, &QRadioButton::toggled, this, &ShareForm::updateWidgets);
    // What was wrong with it was said of what stood there before.
    connect(m_name, &QComboBox::editTextChanged, m_nameField,
            [this] { m_nameField->setError({}); });
    connect(m_port, &QSpinBox::valueChanged, m_portField, [this] { m_portField->setError({}); });
    connect(m_certificate, &QLineEdit::textChanged, m_certificateField,
            [this] { m_certificateField->setError({}); });
    connect(m_key, &QLineEdit::textChanged, m_keyField, [this] { m_keyField->setError({}); });
}

void ShareForm::build(const ShareDraft &draft, const QStringList &names)
{
    m_name->setObjectName(u"shareName"_s);
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->addItems(names);
    m_name->setCurrentText(draft.name);
    m_port->setObjectName(u"sharePort"_s);
    m_port->setRange(1, mostPort);
    m_port->setGroupSeparatorShown(false);
    m_port->setValue(draft.port);
    m_madeHere->setObjectName(u"certificateMadeHere"_s);
    m_fromFiles->setObjectName(u"certificateFromFiles"_s);
    (draft.tls == TlsMode::Files ? m_fromFiles : m_madeHere)->setChecked(true);
    m_certificate->setText(QDir::toNativeSeparators(draft.certificate));
    m_key->setText(QDir::toNativeSeparators(draft.key));
    m_certificateHelp->setForegroundRole(QPalette::PlaceholderText);
    theme::setFontRole(m_kind, theme::FontRole::Strong);

    m_nameField = new widgets::FormField({}, m_name, this);
    m_portField = new widgets::FormField({}, m_port, this);
    m_certificateField =
        new widgets::FormField({}, fileRow(m_certificate, u"shareCertificate"_s), this);
    m_keyField = new widgets::FormField({}, fileRow(m_key, u"shareKey"_s), this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(theme::fieldGap);
    all->addWidget(m_what);
    all->addWidget(m_nameField);
    all->addWidget(m_portField);
    all->addWidget(m_kind);
    all->addWidget(m_madeHere);
    all->addWidget(m_fromFiles);
    all->addWidget(m_certificateHelp);
    all->addWidget(m_certificateField);
    all->addWidget(m_keyField);
    all->addStretch(1);
}

QWidget *ShareForm::fileRow(QLineEdit *edit, const QString &name)
{
    auto *row = new QWidget(this);
    auto *choose = widgets::plainButton({}, row);
    edit->setObjectName(name);
    choose->setObjectName(u"choose-"_s + name);
    row->setFocusProxy(edit);
    auto *all = new QHBoxLayout(row);
    all->setContentsMargins({});
    all->setSpacing(theme::buttonGap);
    all->addWidget(edit, 1);
    all->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, [this, edit] { this->choose(edit); });
    return row;
}

void ShareForm::choose(QLineEdit *edit)
{
    auto *dialog = new QFileDialog(window(), tr("Choose a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("PEM files (*.pem *.crt *.cer *.key)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, edit,
            [edit](const QString &path) { edit->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

ShareDraft ShareForm::draft() const
{
    return {.name = m_name->currentText(),
            .port = quint16(m_port->value()),
            .tls = m_fromFiles->isChecked() ? TlsMode::Files : TlsMode::SelfSigned,
            .certificate = QDir::fromNativeSeparators(m_certificate->text().trimmed()),
            .key = QDir::fromNativeSeparators(m_key->text().trimmed())};
}

void ShareForm::showProblems(const ShareProblems &problems)
{
    QWidget *first = nullptr;
    for (const auto &[field, problem] :
         {std::pair(m_nameField, problems.name), std::pair(m_portField, problems.port),
          std::pair(m_certificateField, problems.certificate),
          std::pair(m_keyField, problems.key)}) {
        field->setError(problem);
        if (!problem.isEmpty() && !first)
            first = field->field();
    }
    if (first)
        first->setFocus(Qt::OtherFocusReason);
}

void ShareForm::retranslate()
{
    m_what->setText(tr("The server then answers every machine that reaches this computer, and "
                       "everything it says is encrypted. Programs on this computer that use http "
                       "need the new address too."));
    m_nameField->setLabel(tr("What people &type"));
    m_nameField->setHelp(tr("The name or address of this computer in the network. An address may "
                            "change when this computer joins another network."));
    m_portField->setLabel(tr("&Port"));
    m_kind->setText(tr("Certificate"));
    m_madeHere->setText(tr("&Made here"));
    m_fromFiles->setText(tr("From &files"));
    m_certificateField->setLabel(tr("&Certificate (PEM, with those that lead to its authority)"));
    m_keyField->setLabel(tr("Private &key (PEM, without a passphrase)"));
    for (const auto &[edit, field] :
         {std::pair(m_certificate, m_certificateField), std::pair(m_key, m_keyField)}) {
        edit->setAccessibleName(field->label());
        auto *choose = findChild<QPushButton *>(u"choose-"_s + edit->objectName());
        choose->setText(tr("Choose…"));
        choose->setAccessibleName(tr("Choose: %1").arg(field->label()));
    }
    updateWidgets();
}

void ShareForm::updateWidgets()
{
    const bool files = m_fromFiles->isChecked();
    m_certificateHelp->setText(
        files ? tr("Whoever trusts its authority is asked nothing. The files stay where they are "
                   "and are read again when they change.")
              : tr("Nobody vouches for it, so each machine asks once to compare its fingerprint, "
                   "which is shown next."));
    m_certificateField->setVisible(files);
    m_keyField->setVisible(files);
}

} // namespace authdesk::ui::pages::server
