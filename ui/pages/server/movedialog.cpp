// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/movedialog.h"

#include "core/base/whenanswered.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/wrappinglabel.h"

#include <QtCore/QDir>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QProgressBar>

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;
using Remark = BackgroundControl::Remark;

namespace {

constexpr int moveDialogWidth = 560;
constexpr int wordsHeight = 120;

} // namespace

MoveDialog::MoveDialog(BackgroundControl &control, const QString &serverName,
                       const QString &dataFolder, QWidget *parent)
    : QDialog(parent)
    , m_control(control)
    , m_name(serverName)
    , m_folder(QDir::toNativeSeparators(dataFolder))
    , m_toWindow(control.isService())
    , m_movesKey(!m_toWindow && control.isKeyInKeychain())
    , m_title(widgets::wrappingLabel(u"moveTitle"_s, this))
    , m_what(widgets::wrappingLabel(u"moveWhat"_s, this))
    , m_aboutKey(widgets::wrappingLabel(u"moveAboutKey"_s, this))
    , m_choice(new QCheckBox(this))
    , m_moveKey(new QCheckBox(this))
    , m_step(widgets::wrappingLabel(u"moveStep"_s, this))
    , m_progress(new QProgressBar(this))
    , m_message(new widgets::MessageBar(this))
    , m_words(new QPlainTextEdit(this))
    , m_cancel(widgets::plainButton({}, this))
    , m_verb(widgets::primaryButton({}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"moveDialog"_s);
    build();
    connect(&m_control, &BackgroundControl::stepBegan, this, &MoveDialog::showStep);
    connect(m_moveKey, &QCheckBox::toggled, this, &MoveDialog::updateWidgets);
    connect(m_cancel, &QPushButton::clicked, this, &MoveDialog::reject);
    connect(m_verb, &QPushButton::clicked, this, &MoveDialog::go);
    widgets::followLanguage(this, [this] { retranslate(); });
    widgets::fitHeight(this, moveDialogWidth);
    if (m_toWindow)
        base::whenAnswered(m_control.isKeychainUsable(), this, [this](bool usable) {
            m_isKeychainUsable = usable;
            updateWidgets();
        });
}

void MoveDialog::build()
{
    theme::setFontRole(m_title, theme::FontRole::Section);
    m_choice->setObjectName(u"moveChoice"_s);
    m_moveKey->setObjectName(u"moveKey"_s);
    m_progress->setObjectName(u"moveProgress"_s);
    m_progress->setRange(0, int(Step::Undoing));
    m_progress->setTextVisible(false);
    m_message->setObjectName(u"moveMessage"_s);
    m_words->setObjectName(u"moveWords"_s);
    m_words->setReadOnly(true);
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(wordsHeight);
    m_words->hide();
    m_cancel->setObjectName(u"cancelMove"_s);
    m_verb->setObjectName(u"moveVerb"_s);
    m_verb->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, theme::space12, 0, 0);
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_verb);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                            theme::pageMargin);
    all->setSpacing(theme::space12);
    for (QWidget *one :
         std::initializer_list<QWidget *>{m_title, m_what, m_choice, m_aboutKey, m_moveKey, m_step,
                                          m_progress, m_message, m_words})
        all->addWidget(one);
    all->addLayout(buttons);
}

void MoveDialog::reject()
{
    if (m_state != State::Moving)
        return QDialog::reject();
    m_cancel->setEnabled(false);
    m_control.cancel();
}

void MoveDialog::go()
{
    if (m_state == State::Done)
        return accept();
    m_state = State::Moving;
    m_message->clear();
    m_words->hide();
    m_step->clear();
    m_cancel->setEnabled(true);
    updateWidgets();
    m_cancel->setFocus();
    const bool chosen = m_choice->isChecked() && !m_choice->isHidden();
    base::whenAnswered(m_toWindow ? m_control.runHere(chosen) : m_control.keepRunning(chosen), this,
                       [this](const base::Result<Remark> &outcome) { settle(outcome); });
}

void MoveDialog::settle(const base::Result<Remark> &outcome)
{
    using Kind = widgets::MessageBar::Kind;
    m_state = outcome ? State::Done : State::Asking;
    if (outcome)
        Q_EMIT moved();
    if (outcome && *outcome == Remark::None)
        return accept();
    updateWidgets();
    m_cancel->setEnabled(true);
    m_verb->setFocus();
    if (outcome)
        return m_message->showMessage(Kind::Warning, sentenceOf(*outcome));
    const base::Error &error = outcome.error();
    const bool isCalledOff = error.code == base::ErrorCode::Cancelled;
    if (isCalledOff && m_control.isAsBefore())
        return m_message->showMessage(Kind::Info,
                                      tr("Called off. Everything is as it was before."));
    m_message->showMessage(Kind::Danger, sentenceOf(error));
    m_words->setPlainText(error.detail);
    m_words->setVisible(!error.detail.isEmpty());
}

QString MoveDialog::sentenceOf(Remark remark) const
{
    switch (remark) {
    case Remark::None:
        break;
    case Remark::KeyStillInKeychain:
        return tr("%1 runs as a service now. The keychain did not let its copy of the master key "
                  "go: remove the entry there if you want to.")
            .arg(m_name);
    case Remark::KeyStillInFile:
        return tr("%1 runs in this window now, with the master key of the keychain. The file "
                  "master.key in %2 could not be deleted: delete it by hand.")
            .arg(m_name, m_folder);
    }
    return {};
}

QString MoveDialog::sentenceOf(const base::Error &error) const
{
    const bool isCalledOff = error.code == base::ErrorCode::Cancelled;
    const QString why = isCalledOff ? tr("It was called off.") : widgets::errorText(error);
    if (!m_control.isAsBefore())
        return tr("%1 Not everything could be put back as it was; what went wrong stands below. "
                  "Close this, and look at the state of %2 on the page Server.")
            .arg(why, m_name);
    return m_toWindow ? tr("%1 still runs as a service. %2 Nothing was changed; when the cause is "
                           "mended, try again.")
                            .arg(m_name, why)
                      : tr("%1 runs in this window as before. %2 Nothing was changed; when the "
                           "cause is mended, try again.")
                            .arg(m_name, why);
}

void MoveDialog::showStep(Step step)
{
    const auto text = [this, step] {
        switch (step) {
        case Step::MovingKey:
            return m_toWindow ? tr("Copying the master key into the keychain…")
                              : tr("Copying the master key into the data folder…");
        case Step::Stopping:
            return tr("Stopping the server…");
        case Step::Registering:
            return m_toWindow ? tr("Removing the service…") : tr("Setting up the service…");
        case Step::Starting:
            return tr("Starting, and waiting for the server to answer…");
        case Step::Finishing:
            return tr("Finishing…");
        case Step::Undoing:
            return tr("Putting everything back as it was…");
        }
        return QString();
    };
    m_step->setText(text());
    if (step == Step::Undoing)
        m_cancel->setEnabled(false);
    m_progress->setValue(step == Step::Undoing ? 0 : int(step) + 1);
    m_progress->setAccessibleDescription(m_step->text());
}

void MoveDialog::retranslate()
{
    m_toWindow ? retranslateToWindow() : retranslateToService();
    m_progress->setAccessibleName(tr("Progress"));
    m_words->setAccessibleName(tr("What the system says"));
    m_cancel->setText(tr("Cancel"));
    updateWidgets();
}

void MoveDialog::retranslateToService()
{
    setWindowTitle(tr("Keep it running without the window – Authdesk"));
    m_title->setText(tr("Keep %1 running without the window?").arg(m_name));
    m_what->setText(tr("From now on the server runs as a service of your account, also after this "
                       "window is closed. It starts when you sign in to this computer. Its "
                       "addresses stay the same, and nobody is signed out; for a few seconds it "
                       "gives no answer."));
    m_choice->setText(tr("&Also while nobody is signed in"));
    m_aboutKey->setText(
        tr("A service cannot ask your keychain. So the master key, which seals the server's "
           "secrets, moves from the keychain into the file master.key in %1. Only your account can "
           "read that file; but whoever can read your files can read the key, from a backup for "
           "example.")
            .arg(m_folder));
    m_moveKey->setText(tr("&Move the master key into the file"));
}

void MoveDialog::retranslateToWindow()
{
    setWindowTitle(tr("Run it in this window again – Authdesk"));
    m_title->setText(tr("Run %1 in this window again?").arg(m_name));
    m_what->setText(tr("The service is stopped and removed. From now on the server runs while "
                       "Authdesk is open, and stops when you quit. Its addresses stay the same, "
                       "and nobody is signed out; for a few seconds it gives no answer."));
    m_choice->setText(tr("&Move the master key into the keychain"));
    m_aboutKey->setText(tr("The master key lies in the file master.key in %1. In the keychain it "
                           "is sealed with your password.")
                            .arg(m_folder));
}

void MoveDialog::updateWidgets()
{
    const bool isAsking = m_state == State::Asking;
    const bool isMoving = m_state == State::Moving;
    const bool asksAboutKey = m_toWindow ? m_isKeychainUsable : m_movesKey;
    m_choice->setVisible(!m_toWindow || m_isKeychainUsable);
    m_choice->setEnabled(isAsking);
    m_aboutKey->setVisible(asksAboutKey);
    m_moveKey->setVisible(m_movesKey);
    m_moveKey->setEnabled(isAsking);
    m_step->setVisible(isMoving);
    m_progress->setVisible(isMoving);
    m_cancel->setVisible(m_state != State::Done);
    const bool mayGo = !m_movesKey || m_moveKey->isChecked();
    m_verb->setEnabled(!isMoving && (mayGo || m_state == State::Done));
    if (m_state == State::Done)
        m_verb->setText(tr("Done"));
    else
        m_verb->setText(m_toWindow ? tr("Run it in this window") : tr("Keep it running"));
}

} // namespace authdesk::ui::pages::server
