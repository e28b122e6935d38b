// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/namepage.h"

#include "core/base/whenanswered.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fielderrors.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QDir>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;

NamePage::NamePage(FirstRunFlow &flow, QWidget *parent)
    : WizardPage(parent)
    , m_flow(flow)
    , m_name(new QLineEdit(this))
    , m_folder(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_options(new QWidget(this))
{
    setStep(1);
    m_name->setObjectName(u"serverName"_s);
    m_name->setMaxLength(64);
    m_nameField = new widgets::FormField({}, m_name, this);
    body()->addWidget(m_nameField);

    m_summary = addText();
    m_summary->setObjectName(u"placeSummary"_s);
    m_openOptions = widgets::linkButton({}, this);
    m_openOptions->setObjectName(u"openOptions"_s);
    body()->addWidget(m_openOptions, 0, Qt::AlignLeft);

    m_folder->setObjectName(u"folder"_s);
    m_port->setObjectName(u"port"_s);
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    m_folderField = new widgets::FormField({}, m_folder, m_options);
    m_portField = new widgets::FormField({}, m_port, m_options);
    auto *options = new QVBoxLayout(m_options);
    options->setContentsMargins(0, 0, 0, 0);
    options->setSpacing(theme::fieldGap);
    options->addWidget(m_folderField);
    options->addWidget(m_portField);
    body()->addWidget(m_options);
    m_options->hide();
    body()->addStretch(1);

    QPushButton *back = addBackButton();
    m_continue = widgets::primaryButton({}, this);
    addButton(m_continue, "continue");
    retranslate();
    orderTabs({m_name, m_openOptions, m_folder, m_port, m_continue, back});

    connect(m_name, &QLineEdit::textChanged, this, &NamePage::followName);
    connect(m_name, &QLineEdit::returnPressed, this, &NamePage::submit);
    connect(m_folder, &QLineEdit::textChanged, this, &NamePage::updateWidgets);
    connect(m_port, &QSpinBox::valueChanged, this, [this] {
        m_portField->setError({});
        updateWidgets();
    });
    connect(m_openOptions, &QPushButton::clicked, this, [this] {
        openOptions();
        m_folder->setFocus();
    });
    connect(m_continue, &QPushButton::clicked, this, &NamePage::submit);
    connect(&m_flow, &FirstRunFlow::keyPlaceChanged, this, &NamePage::updateWidgets);
}

void NamePage::retranslate()
{
    setTitle(tr("What do people sign in to?"));
    //: An example of a name, shown in the empty field
    m_name->setPlaceholderText(tr("Acme"));
    m_nameField->setLabel(tr("&Name"));
    m_nameField->setHelp(tr("People see it in their authenticator app, in mails and on the "
                            "recovery sheet."));
    m_openOptions->setText(tr("Options…"));
    m_folderField->setLabel(tr("&Folder for the data"));
    m_portField->setLabel(tr("&Port on this computer"));
    if (m_portMoved)
        m_portField->setHelp(
            tr("Another program uses port %1, so this one is filled in.").arg(m_flow.usualPort()));
    m_continue->setText(tr("Continue"));
    updateWidgets();
}

void NamePage::entered()
{
    if (m_flow.place().port == 0) {
        const quint16 free = m_flow.proposedPort();
        m_port->setValue(free == 0 ? m_flow.usualPort() : free);
        if (free != m_flow.usualPort()) {
            openOptions();
            m_portMoved = true;
            retranslate();
        }
    }
    followName();
    m_name->setFocus();
}

void NamePage::followName()
{
    // A folder that the person typed stays; a proposed one follows the name.
    if (!m_folder->isModified())
        m_folder->setText(QDir::toNativeSeparators(m_flow.proposedFolder(m_name->text())));
    updateWidgets();
}

void NamePage::openOptions()
{
    m_options->show();
    m_openOptions->hide();
}

QString NamePage::folder() const
{
    return QDir::cleanPath(QDir::fromNativeSeparators(m_folder->text().trimmed()));
}

void NamePage::submit()
{
    if (isBusy() || m_name->text().trimmed().isEmpty())
        return;
    message()->clear();
    setBusy(true);
    base::whenAnswered(
        m_flow.choosePlace(
            {.name = m_name->text(), .folder = folder(), .port = quint16(m_port->value())}),
        this, [this](const FirstRunFlow::Done &chosen) {
            setBusy(false);
            if (chosen)
                return Q_EMIT continueRequested();
            for (const base::FieldError &field : chosen.error().fields) {
                if (field.field != "name"_L1)
                    openOptions();
            }
            const QString rest = widgets::showFieldErrors(
                chosen.error(),
                {{u"name"_s, m_nameField}, {u"folder"_s, m_folderField}, {u"port"_s, m_portField}});
            if (!rest.isEmpty())
                message()->showMessage(widgets::MessageBar::Kind::Danger, rest);
        });
}

void NamePage::updateWidgets()
{
    QString where = tr("Kept in %1, port %2, this computer only.")
                        .arg(m_folder->text(), QString::number(m_port->value()));
    if (m_flow.keyPlace() == FirstRunFlow::KeyPlace::Keychain)
        where += u' ' + tr("The key that seals its secrets goes into your system keychain.");
    else if (m_flow.keyPlace() == FirstRunFlow::KeyPlace::File)
        where +=
            u' '
            + tr("This computer has no keychain, so the key that seals its secrets is the file "
                 "master.key in that folder.");
    m_summary->setText(where);
    m_continue->setEnabled(!m_name->text().trimmed().isEmpty());
}

} // namespace authdesk::ui::wizards
