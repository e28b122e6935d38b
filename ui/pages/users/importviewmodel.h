// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An import of people, without a widget: the first look, the import itself call by call, the stop
// between two calls, and the way on after a break. Window thread; files are read beside it.
#pragma once

#include "core/gateway/transfergateway.h"
#include "ui/pages/users/importsource.h"
#include "ui/pages/users/refusedrowsmodel.h"

#include <QtCore/QObject>

#include <memory>

namespace authdesk::ui::pages::users {

class ImportViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Source,      ///< nothing is chosen, or what was chosen is no good
        Looking,     ///< asks the server what would come of it
        Looked,      ///< the counts are of the look
        Importing,   ///< from here on the counts are of the import
        Interrupted, ///< stopped, or something went wrong; what is counted stays
        Done,
    };

    explicit ImportViewModel(gateway::TransferGateway &transfer, QObject *parent = nullptr);
    ~ImportViewModel() override;

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] bool isRunning() const
    {
        return m_stage == Stage::Looking || m_stage == Stage::Importing;
    }
    /// Asked to stop, and a call is still under way.
    [[nodiscard]] bool isStopping() const { return m_isStopping; }
    [[nodiscard]] const model::ImportCounts &counts() const { return m_counts; }
    [[nodiscard]] RefusedRowsModel &refused() { return m_refused; }
    [[nodiscard]] const QStringList &ignoredColumns() const { return m_ignoredColumns; }
    /// People who keep the password that they have, though the file brings another one.
    [[nodiscard]] qint64 passwordsKept() const { return m_passwordsKept; }
    /// Of the file's bytes, from 0 to 1.
    [[nodiscard]] double progress() const;
    /// What the import would do, by the look: how many people are new or change.
    [[nodiscard]] qint64 peopleToImport() const;
    /// The last row of which it is known what came of it; row 0: of none.
    [[nodiscard]] const transfer::PersonPlace &lastKnown() const { return m_lastKnown; }
    /// The last row of a call that was sent and not answered; row 0: there is none.
    [[nodiscard]] transfer::PersonPlace lastSent() const;
    /// Why it is Interrupted: Cancelled, or what went wrong.
    [[nodiscard]] const base::Error &interruption() const { return m_interruption; }
    /// In Interrupted: whether resume() can go on.
    [[nodiscard]] bool canResume() const;

    /// Do nothing while it runs.
    void lookAtFile(const QString &path);
    void lookAtText(const QString &text);
    /// From Looked, with people to import.
    void importAll();
    /// A look ends at once, an import after the call that is under way.
    void cancel();
    /// From Interrupted: goes on behind the last answered call.
    void resume();
    /// From Looked: another source.
    void goBack();

Q_SIGNALS:
    /// Stage, counts, progress or anything else is different.
    void changed();
    /// The source is no good; the stage is Source again.
    void sourceRefused(const authdesk::base::Error &error);
    /// The look could not be finished for another reason; the stage is Source again.
    void lookFailed(const authdesk::base::Error &error);

private:
    void look(std::unique_ptr<ImportSource> source);
    void start(Stage stage);
    void readOn();
    void takePart(const base::Result<ImportSource::Part> &part);
    void send();
    void takeReport(const base::Result<model::ImportReport> &report);
    void partDone(QList<RefusedRowsModel::Row> refused);
    void enter(Stage stage);
    void giveUp(const base::Error &error, bool isOfSource);

    gateway::TransferGateway &m_transfer;
    std::unique_ptr<ImportSource> m_source;
    Stage m_stage = Stage::Source;
    quint64 m_run = 0; ///< answers to an earlier one are not looked at
    bool m_isStopping = false;
    bool m_isSourceBroken = false;
    qint64 m_size = 0;                          ///< of the source, in bytes
    qint64 m_bytesDone = 0;                     ///< up to the last answered call
    std::optional<transfer::PeoplePart> m_part; ///< read, and not answered yet
    bool m_isPartSent = false;
    model::ImportCounts m_counts;
    RefusedRowsModel m_refused;
    QStringList m_ignoredColumns;
    qint64 m_passwordsKept = 0;
    transfer::PersonPlace m_lastKnown;
    base::Error m_interruption;
    QFuture<base::Result<model::ImportReport>> m_call;
};

} // namespace authdesk::ui::pages::users
