// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server of people in memory. Answers at once, or when the test lets it: set holdLists, then
// answerList() in any order. An error in `refuse` is given once, to the call it names.
#pragma once

#include "core/gateway/usersgateway.h"

#include <QtCore/QHash>
#include <QtCore/QPromise>

#include <memory>

namespace authdesk::test {

class FakeUsersGateway final : public gateway::UsersGateway
{
public:
    struct HeldList
    {
        gateway::UserQuery query;
        std::shared_ptr<QPromise<base::Result<model::Page<model::User>>>> promise;
    };

    QList<model::User> people;
    QList<model::Role> roleList;
    QHash<QString, base::Error> refuse; ///< by name of the call: "create"
    QStringList calls;                  ///< what was asked, "update 2"
    QList<gateway::UserQuery> queries;
    gateway::UserChange lastChange;
    gateway::NewUser lastNew;
    QString lastRecognisedBy;
    QHash<qint64, model::SignInCheck> checks; ///< by id; others can sign in
    qint64 exactTotal = 10'000;               ///< more are told as at least so many
    bool holdLists = false;
    QList<HeldList> held;
    QString oneTimePassword = QStringLiteral("Kova-7Tqx-Plum-42zz");

    /// Anna (admin, me), Ben, Cho, Dana.
    static FakeUsersGateway *withFour();
    static model::User person(qint64 id, const QString &first, const QString &last,
                              const QString &roleSlug);
    static QList<model::Role> predefinedRoles();

    model::User *byId(qint64 id);
    /// Lets the held list request at `place` be answered as the people are now.
    void answerList(qsizetype place);

    [[nodiscard]] Answer<model::Page<model::User>> list(const gateway::UserQuery &query) override;
    [[nodiscard]] Answer<model::User> find(qint64 id) override;
    [[nodiscard]] Answer<gateway::CreatedUser> create(const gateway::NewUser &user) override;
    [[nodiscard]] Answer<model::User> update(qint64 id, const gateway::UserChange &change,
                                             qint64 version) override;
    [[nodiscard]] Answer<void> remove(qint64 id) override;
    [[nodiscard]] Answer<gateway::OneTimeSecret> resetPassword(qint64 id) override;
    [[nodiscard]] Answer<gateway::OneTimeSecret>
    resetSecondFactor(qint64 id, const QString &recognisedBy) override;
    [[nodiscard]] Answer<model::SignInCheck> checkSignIn(qint64 id) override;
    [[nodiscard]] Answer<model::User> unlock(qint64 id) override;
    [[nodiscard]] Answer<model::User> endSessions(qint64 id) override;
    [[nodiscard]] Answer<QList<model::Role>> roles() override;

private:
    [[nodiscard]] model::Page<model::User> page(const gateway::UserQuery &query) const;
    [[nodiscard]] std::optional<base::Error> takeRefusal(const QString &call, qint64 id);
};

} // namespace authdesk::test
