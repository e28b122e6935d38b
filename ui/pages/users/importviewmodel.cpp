// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/importviewmodel.h"

#include "core/base/whenanswered.h"
#include "ui/pages/users/importtexts.h"

#include <algorithm>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

namespace {

std::optional<transfer::PersonPlace> lastOf(const transfer::PeoplePart &part)
{
    std::optional<transfer::PersonPlace> last;
    if (!part.places.isEmpty())
        last = part.places.last();
    if (!part.unsent.isEmpty() && (!last || part.unsent.last().place.row > last->row))
        last = part.unsent.last().place;
    return last;
}

} // namespace

ImportViewModel::ImportViewModel(gateway::TransferGateway &transfer, QObject *parent)
    : QObject(parent)
    , m_transfer(transfer)
{
}

ImportViewModel::~ImportViewModel()
{
    m_call.cancel();
}

double ImportViewModel::progress() const
{
    return m_size > 0 ? std::clamp(double(m_bytesDone) / double(m_size), 0.0, 1.0) : 0.0;
}

qint64 ImportViewModel::peopleToImport() const
{
    return m_stage == Stage::Looked ? m_counts.created + m_counts.updated : 0;
}

transfer::PersonPlace ImportViewModel::lastSent() const
{
    return m_part && m_isPartSent ? lastOf(*m_part).value_or(transfer::PersonPlace())
                                  : transfer::PersonPlace();
}

bool ImportViewModel::canResume() const
{
    return m_stage == Stage::Interrupted && !m_isSourceBroken;
}

void ImportViewModel::lookAtFile(const QString &path)
{
    if (!isRunning())
        look(ImportSource::ofFile(path));
}

void ImportViewModel::lookAtText(const QString &text)
{
    if (!isRunning())
        look(ImportSource::ofText(text));
}

void ImportViewModel::look(std::unique_ptr<ImportSource> source)
{
    m_source = std::move(source);
    start(Stage::Looking);
}

void ImportViewModel::importAll()
{
    if (peopleToImport() > 0)
        start(Stage::Importing);
}

/// From the beginning of the source.
void ImportViewModel::start(Stage stage)
{
    m_isSourceBroken = false;
    m_bytesDone = 0;
    m_part.reset();
    m_counts = {};
    m_refused.clear();
    m_ignoredColumns.clear();
    m_passwordsKept = 0;
    m_lastKnown = {};
    m_interruption = {};
    const quint64 run = ++m_run;
    enter(stage);
    base::whenAnswered(m_source->open(), this, [this, run](const base::Result<qint64> &size) {
        if (run != m_run)
            return;
        if (!size)
            return giveUp(size.error(), true);
        m_size = *size;
        readOn();
    });
}

void ImportViewModel::cancel()
{
    if (m_stage == Stage::Importing && !m_isStopping) {
        m_isStopping = true;
        Q_EMIT changed();
    } else if (m_stage == Stage::Looking) {
        ++m_run;
        m_call.cancel();
        enter(Stage::Source);
    }
}

void ImportViewModel::resume()
{
    if (!canResume())
        return;
    m_interruption = {};
    ++m_run;
    enter(Stage::Importing);
    if (m_part)
        send();
    else
        readOn();
}

void ImportViewModel::goBack()
{
    if (m_stage == Stage::Looked)
        enter(Stage::Source);
}

void ImportViewModel::readOn()
{
    if (m_isStopping)
        return giveUp({.code = base::ErrorCode::Cancelled, .message = {}}, false);
    base::whenAnswered(m_source->next(), this,
                       [this, run = m_run](const base::Result<ImportSource::Part> &part) {
                           if (run == m_run)
                               takePart(part);
                       });
}

void ImportViewModel::takePart(const base::Result<ImportSource::Part> &part)
{
    if (!part)
        return giveUp(part.error(), true);
    m_ignoredColumns = part->ignoredColumns;
    m_part = part->people;
    m_isPartSent = false;
    if (m_isStopping)
        return giveUp({.code = base::ErrorCode::Cancelled, .message = {}}, false);
    send();
}

void ImportViewModel::send()
{
    if (m_part->people.isEmpty())
        return partDone({});
    m_isPartSent = true;
    m_call = m_transfer.importPeople(m_part->people, m_stage == Stage::Looking
                                                         ? gateway::ImportMode::Look
                                                         : gateway::ImportMode::Import);
    base::whenAnswered(m_call, this,
                       [this, run = m_run](const base::Result<model::ImportReport> &report) {
                           if (run == m_run)
                               takeReport(report);
                       });
}

void ImportViewModel::takeReport(const base::Result<model::ImportReport> &report)
{
    if (!report)
        return giveUp(report.error(), false);
    if (report->rows.size() != m_part->places.size())
        return giveUp({.code = base::ErrorCode::UnexpectedAnswer,
                       .message = {},
                       .detail = u"as many rows in the report as were sent are expected"_s},
                      false);
    m_counts.add(*report);
    QList<RefusedRowsModel::Row> refused;
    for (qsizetype i = 0; i < report->rows.size(); ++i) {
        const model::ImportedRow &row = report->rows.at(i);
        if (row.passwordKept)
            ++m_passwordsKept;
        if (row.error)
            refused.append({.place = m_part->places.at(i), .why = refusalText(*row.error)});
    }
    partDone(std::move(refused));
}

/// `refused` by the server.
void ImportViewModel::partDone(QList<RefusedRowsModel::Row> refused)
{
    for (const transfer::UnsentRow &row : std::as_const(m_part->unsent)) {
        refused.append(
            {.place = row.place,
             .why = importProblem(row.problem.isEmpty() ? QString(tooLongMessage) : row.problem)});
    }
    std::ranges::sort(refused, {}, [](const auto &row) { return row.place.row; });
    m_refused.add(refused);
    m_counts.refused += m_part->unsent.size();
    m_lastKnown = lastOf(*m_part).value_or(m_lastKnown);
    m_bytesDone = m_part->bytesRead;
    const bool isLast = m_part->isLast;
    m_part.reset();
    if (isLast)
        return enter(m_stage == Stage::Looking ? Stage::Looked : Stage::Done);
    Q_EMIT changed();
    // Not at once: answers that are there already would call each other deeper and deeper.
    QMetaObject::invokeMethod(
        this,
        [this, run = m_run] {
            if (run == m_run)
                readOn();
        },
        Qt::QueuedConnection);
}

void ImportViewModel::enter(Stage stage)
{
    m_stage = stage;
    m_isStopping = false;
    Q_EMIT changed();
}

/// Ends what runs. What was counted by then stays.
void ImportViewModel::giveUp(const base::Error &error, bool isOfSource)
{
    ++m_run;
    m_isSourceBroken = isOfSource;
    if (m_stage != Stage::Looking) {
        m_interruption = error;
        return enter(Stage::Interrupted);
    }
    enter(Stage::Source);
    if (isOfSource)
        Q_EMIT sourceRefused(error);
    else
        Q_EMIT lookFailed(error);
}

} // namespace authdesk::ui::pages::users
