// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Decides what statements allow, and says which one decided. Statements mean what CASL makes of
// them: the last one that matches wins, and where none does it is forbidden. Free functions over
// plain values, any thread; statements with placeholders are bound (bound.h) before they are asked.
#pragma once

#include "core/model/statement.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace authdesk::policy {

/// Asked for as a field: something that touches the whole of a resource, such as deleting it. A
/// statement for some fields does not speak of it.
inline constexpr QStringView wholeResource = u"*";

/// What is asked. `Manage` and `All` ask for every single action and subject.
struct Question
{
    model::Action action = model::Action::Read;
    model::Subject subject = model::Subject::All;
    /// The resource's attributes; null: about the kind, "is there any that I may …?". Conditions
    /// of an allowing statement then count as met, those of a forbidding one do not.
    const QJsonObject *resource = nullptr;
    /// Null: "any field of it?", and fields count as conditions do without a resource.
    QStringView field = {};
};

struct Decision
{
    bool allowed = false;
    /// Which statement decided; nullopt: none speaks of it, so it is forbidden.
    std::optional<qsizetype> statement;

    bool operator==(const Decision &) const = default;
};

[[nodiscard]] Decision decide(const QList<model::Statement> &statements, const Question &question);
[[nodiscard]] bool allows(const QList<model::Statement> &statements, const Question &question);

/// About the kind: whether there may be something that is allowed.
[[nodiscard]] Decision decide(const QList<model::Statement> &statements, model::Action action,
                              model::Subject subject);
[[nodiscard]] bool allows(const QList<model::Statement> &statements, model::Action action,
                          model::Subject subject);

/// Whether it is allowed whatever the resource and the field are: no condition limits it. For what
/// looks at no single resource. Sooner false than wrong.
[[nodiscard]] bool allowsAll(const QList<model::Statement> &statements, model::Action action,
                             model::Subject subject);

/// Whether whoever holds `holder` has every right that `other` gives. Sooner false than wrong: a
/// conditional right of `other` is covered by a right of `holder` with the same conditions or fewer
/// of these, and only while `holder` is forbidden nothing more. Of two who are bound to different
/// people, or of an unbound one, conditions with placeholders are never the same.
[[nodiscard]] bool covers(const QList<model::Statement> &holder,
                          const QList<model::Statement> &other);

} // namespace authdesk::policy
