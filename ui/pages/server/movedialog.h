// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// *Keep it running without the window*, and *Run it in this window again*: what will happen, what
// must be said yes to, how far it is, and what went wrong. Window thread.
#pragma once

#include "ui/pages/server/backgroundcontrol.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace authdesk::ui::widgets {
class MessageBar;
}

namespace authdesk::ui::pages::server {

class MoveDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `control` outlives it. Deletes itself when closed.
    MoveDialog(BackgroundControl &control, const QString &serverName, const QString &dataFolder,
               QWidget *parent);

    /// While it is under way, that is taken back first.
    void reject() override;

Q_SIGNALS:
    void moved();

private:
    using Step = BackgroundControl::Step;
    enum class State { Asking, Moving, Done };

    void build();
    void go();
    void settle(const base::Result<BackgroundControl::Remark> &outcome);
    void showStep(Step step);
    void retranslate();
    void retranslateToService();
    void retranslateToWindow();
    void updateWidgets();
    [[nodiscard]] QString sentenceOf(const base::Error &error) const;
    [[nodiscard]] QString sentenceOf(BackgroundControl::Remark remark) const;

    BackgroundControl &m_control;
    const QString m_name;
    const QString m_folder;
    const bool m_toWindow; ///< as it was when it was opened
    const bool m_movesKey; ///< out of the keychain
    State m_state = State::Asking;
    bool m_isKeychainUsable = false;
    QLabel *m_title;
    QLabel *m_what;
    QLabel *m_aboutKey;
    QCheckBox *m_choice; ///< also when nobody is signed in; or the key goes to the keychain
    QCheckBox *m_moveKey;
    QLabel *m_step;
    QProgressBar *m_progress;
    widgets::MessageBar *m_message;
    QPlainTextEdit *m_words; ///< the system's own
    QPushButton *m_cancel;
    QPushButton *m_verb;
};

} // namespace authdesk::ui::pages::server
