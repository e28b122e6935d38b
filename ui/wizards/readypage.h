// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Screen 5: the server runs. Shows its address, a line to try it with, and the first request that
// arrives.
#pragma once

#include "ui/wizards/firstrunflow.h"
#include "ui/wizards/wizardpage.h"

#include <QtCore/QTimer>

#include <optional>

class QLineEdit;

namespace authdesk::ui::widgets {
class CopyButton;
}

namespace authdesk::ui::wizards {

class ReadyPage final : public WizardPage
{
    Q_OBJECT

public:
    explicit ReadyPage(FirstRunFlow &flow, QWidget *parent = nullptr);
    ~ReadyPage() override;
    void entered() override;
    /// The page goes: nobody waits for requests any longer.
    void stopWatching();

Q_SIGNALS:
    void addPeopleRequested();
    void openRequested();

protected:
    void retranslate() override;

private:
    /// A field to copy from, with its caption and its button.
    [[nodiscard]] QLineEdit *addCopyRow(const char *objectName, QLabel *&caption,
                                        widgets::CopyButton *&copy);
    void watch(std::chrono::seconds wait);
    void take(const base::Result<QList<model::RequestEntry>> &news);

    FirstRunFlow &m_flow;
    QLabel *m_addressLabel = nullptr;
    QLabel *m_commandLabel = nullptr;
    widgets::CopyButton *m_copyAddress = nullptr;
    widgets::CopyButton *m_copyCommand = nullptr;
    std::optional<model::RequestEntry> m_request; ///< the first one that came
    QLineEdit *m_address;
    QLineEdit *m_command;
    QLabel *m_first;
    QLabel *m_reach;
    QPushButton *m_addPeople;
    QPushButton *m_open;
    QFuture<base::Result<QList<model::RequestEntry>>> m_waiting;
    QTimer m_again;
    qint64 m_newest = -1; ///< -1: not known yet what was there before
};

} // namespace authdesk::ui::wizards
