// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The systemd of this user, asked through its own programs, and the unit files that it reads.
// Every call blocks, for a limited time; one thread at a time.
#pragma once

#include "core/hosting/servicemanager.h"

namespace authdesk::hosting {

/// Programs by name, as in PATH, or by path; what is empty is looked for.
struct UserManagerPrograms
{
    QString systemctl = {};
    QString loginctl = {};
    QString server = {}; ///< authdesk-server: beside this program, else in PATH
    QString unitFolder = {};
};

class UserManager final
{
public:
    explicit UserManager(UserManagerPrograms programs = {});

    [[nodiscard]] ServiceSupport support() const;
    /// What the unit file says; empty: there is none. Any thread.
    [[nodiscard]] QString unit(const QString &id) const;

    // Of ServiceManager.
    [[nodiscard]] base::Result<void> install(const ServiceSpec &spec) const;
    [[nodiscard]] base::Result<void> remove(const QString &id) const;

    [[nodiscard]] base::Result<void> start(const QString &id) const;
    [[nodiscard]] base::Result<void> stop(const QString &id) const;
    /// Whether it is not on its way to run any more, or fell over and is tried again.
    [[nodiscard]] bool hasFailed(const QString &id) const;
    /// What systemd says of it, its last lines of log included; may be empty.
    [[nodiscard]] QString status(const QString &id) const;

    // What can be wrong with one that systemd has started: UnexpectedAnswer, TimedOut.
    [[nodiscard]] static base::Error endedAtOnce();
    [[nodiscard]] static base::Error staysSilent();

private:
    struct Outcome
    {
        bool isDone = false; ///< it ended by itself, and in time
        int code = -1;
        QString output = {};
        QString errors = {};
    };

    [[nodiscard]] static Outcome run(const QString &program, const QStringList &arguments);
    /// systemctl --user; UnexpectedAnswer with its words, TimedOut.
    [[nodiscard]] base::Result<void> call(const QStringList &arguments) const;
    [[nodiscard]] QString unitFile(const QString &id) const;
    [[nodiscard]] base::Result<void> makeKnown(const ServiceSpec &spec, bool lingers) const;
    [[nodiscard]] bool isLingering() const;
    [[nodiscard]] bool anyUnitLingers() const;
    [[nodiscard]] base::Result<void> setLingering(bool lingering) const;

    const UserManagerPrograms m_programs;
};

} // namespace authdesk::hosting
