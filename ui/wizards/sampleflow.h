// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes a server with made-up people in a folder that goes with it: key and password are held in
// memory only, nothing of it is in the keychain or in the list of servers. Without a widget; window
// thread.
#pragma once

#include "ui/wizards/wizardcontext.h"

#include <QtCore/QFileInfo>
#include <QtCore/QObject>
#include <QtCore/QTemporaryDir>

namespace authdesk::ui::wizards {

/// A server and its folder, which goes with it. Ends with a wait for what was in flight.
class SampleServer final
{
public:
    SampleServer(std::unique_ptr<QTemporaryDir> folder,
                 std::unique_ptr<hosting::LocalServer> server)
        : m_folder(std::move(folder))
        , m_server(std::move(server))
    {
    }

    [[nodiscard]] hosting::LocalServer &server() { return *m_server; }
    [[nodiscard]] QString folder() const { return m_folder->path(); }
    /// Of the profile that the workspace has open; it is in no list.
    [[nodiscard]] QString profileId() const { return QFileInfo(folder()).fileName(); }

private:
    std::unique_ptr<QTemporaryDir> m_folder; ///< after the server, which has it open
    std::unique_ptr<hosting::LocalServer> m_server;
};

class SampleFlow final : public QObject
{
    Q_OBJECT

public:
    /// What `context` refers to outlives it.
    explicit SampleFlow(const WizardContext &context, QObject *parent = nullptr);
    /// Takes everything away that was not taken over.
    ~SampleFlow() override;

    [[nodiscard]] bool isUnderWay() const { return m_sample != nullptr && !m_isDone; }
    /// ready() or failed() follows.
    void start();
    /// Takes everything away; nothing follows.
    void cancel();
    /// The server that is ready; once.
    [[nodiscard]] std::unique_ptr<SampleServer> take();

    /// Deletes what a program that did not end in order has left below `folder`. FileFailed as in
    /// hosting::removeFolder().
    static base::Result<void> removeLeftovers(const QString &folder);

Q_SIGNALS:
    /// The workspace has it open, with somebody signed in.
    void ready();
    void failed(const authdesk::base::Error &why);

private:
    void setUp(const QUrl &address);
    void fill(const QUrl &address, const gateway::SignedIn &signedIn);
    void fail(const base::Error &why);

    const WizardContext m_context;
    std::unique_ptr<SampleServer> m_sample;
    std::unique_ptr<gateway::Connection> m_setup;
    quint64 m_round = 0; ///< answers to an older one are dropped
    bool m_isDone = false;
};

} // namespace authdesk::ui::wizards
