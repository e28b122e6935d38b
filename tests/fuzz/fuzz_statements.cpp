// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Policies as clients could send them: what is read is written and read again the same, decides
// without stumbling, and covers itself once it is bound to somebody.
#include "core/model/statementjson.h"
#include "core/policy/bound.h"
#include "core/policy/policy.h"

#include <QtCore/QJsonDocument>

#include <cstdlib>

using namespace authdesk;
using model::StatementSpelling;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QJsonArray values = QJsonDocument::fromJson(body).array();
    const auto statements = model::readStatements(values, StatementSpelling::Casl);
    if (!statements) {
        const auto error = model::fieldErrorOf(statements.error(), QLatin1StringView("policies"));
        if (error.code.isEmpty() || error.message.isEmpty())
            std::abort();
        return 0;
    }
    for (const auto spelling : {StatementSpelling::Casl, StatementSpelling::Own}) {
        const auto again =
            model::readStatements(model::writeStatements(*statements, spelling), spelling);
        if (!again || *again != *statements)
            std::abort();
    }
    const QJsonObject person{{QStringLiteral("id"), 1}, {QStringLiteral("email"), {}}};
    const auto mine = policy::bound(*statements, person);
    if (!policy::covers(mine, mine))
        std::abort();
    const policy::Question question{.action = model::Action::Update,
                                    .subject = model::Subject::Users,
                                    .resource = &person,
                                    .field = policy::wholeResource};
    const auto decision = policy::decide(mine, question);
    if (decision.statement && mine[*decision.statement].inverted == decision.allowed)
        std::abort();
    if (policy::allowsAll(mine, question.action, question.subject) && !decision.allowed)
        std::abort();
    return 0;
}
