// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server that takes people in memory: new names are created, known ones are unchanged, names that
// begin with "bad" are refused. Answers at once, or when the test lets it: set holdCalls, then
// answerCall().
#pragma once

#include "core/gateway/transfergateway.h"

#include <QtCore/QJsonObject>
#include <QtCore/QPromise>
#include <QtCore/QSet>

#include <functional>
#include <memory>
#include <optional>

namespace authdesk::test {

class FakeTransferGateway final : public gateway::TransferGateway
{
public:
    struct Call
    {
        QJsonArray people;
        gateway::ImportMode mode = gateway::ImportMode::Look;
    };

    QSet<QString> known;
    QList<Call> calls;
    bool holdCalls = false;
    std::optional<base::Error> refuseNext; ///< what the next call is answered; nobody is taken
    std::function<void()> onCall;          ///< before each answer
    gateway::UserQuery exported;
    std::optional<gateway::ExportFormat> exportedAs;
    gateway::ExportSink exportSink;
    std::shared_ptr<QPromise<base::Result<void>>> exportPromise;

    [[nodiscard]] Answer<model::ImportReport> importPeople(const QJsonArray &people,
                                                           gateway::ImportMode mode) override
    {
        calls.append({people, mode});
        m_held = std::make_shared<QPromise<base::Result<model::ImportReport>>>();
        m_held->start();
        const auto future = m_held->future();
        if (onCall)
            onCall();
        if (!holdCalls)
            answerCall();
        return future;
    }

    [[nodiscard]] bool isAsked() const { return m_held != nullptr; }

    void answerCall()
    {
        const auto held = std::exchange(m_held, nullptr);
        if (const auto error = std::exchange(refuseNext, std::nullopt))
            held->addResult(std::unexpected(*error));
        else
            held->addResult(take(calls.last()));
        held->finish();
    }

    [[nodiscard]] Answer<void> exportPeople(const gateway::UserQuery &filter,
                                            gateway::ExportFormat format,
                                            const gateway::ExportSink &sink) override
    {
        exported = filter;
        exportedAs = format;
        exportSink = sink;
        exportPromise = std::make_shared<QPromise<base::Result<void>>>();
        exportPromise->start();
        return exportPromise->future();
    }

    void finishExport(const base::Result<void> &result = {})
    {
        exportPromise->addResult(result);
        exportPromise->finish();
    }

private:
    [[nodiscard]] model::ImportReport take(const Call &call)
    {
        model::ImportReport report{.isDryRun = call.mode == gateway::ImportMode::Look};
        for (const QJsonValue &person : call.people) {
            const QString name = person[QLatin1StringView("username")].toString();
            model::ImportedRow row{.row = int(report.rows.size()) + 1, .username = name};
            if (name.startsWith(QLatin1StringView("bad"))) {
                row.error =
                    base::Error{.code = base::ErrorCode::InvalidFields,
                                .message = QStringLiteral("Some fields are wrong."),
                                .fields = {{.field = QStringLiteral("email"),
                                            .code = QStringLiteral("not_an_email"),
                                            .message = QStringLiteral("This is no address.")}}};
            } else {
                row.result = known.contains(name) ? model::ImportResult::Unchanged
                                                  : model::ImportResult::Created;
                if (!report.isDryRun)
                    known.insert(name);
            }
            report.rows.append(row);
        }
        return report;
    }

    std::shared_ptr<QPromise<base::Result<model::ImportReport>>> m_held; ///< null: answered
};

} // namespace authdesk::test
