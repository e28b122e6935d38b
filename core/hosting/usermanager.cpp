// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hosting/usermanager.h"

#include "core/base/log.h"
#include "core/base/sentences.h"
#include "core/hosting/serviceunit.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>

#include <algorithm>
#include <chrono>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace authdesk::hosting {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using base::Sentences;

namespace {

/// Longer than a service may take to stop.
constexpr std::chrono::milliseconds callLimit{40'000};

QString serverProgram()
{
    const QFileInfo beside(QCoreApplication::applicationDirPath() + "/authdesk-server"_L1);
    return beside.isExecutable() ? beside.absoluteFilePath()
                                 : QStandardPaths::findExecutable(u"authdesk-server"_s);
}

UserManagerPrograms completed(UserManagerPrograms programs)
{
    if (programs.systemctl.isEmpty())
        programs.systemctl = u"systemctl"_s;
    if (programs.loginctl.isEmpty())
        programs.loginctl = u"loginctl"_s;
    if (programs.server.isEmpty())
        programs.server = serverProgram();
    if (programs.unitFolder.isEmpty())
        programs.unitFolder = QDir(QStandardPaths::writableLocation(QStandardPaths::ConfigLocation))
                                  .filePath(u"systemd/user"_s);
    return programs;
}

/// Empty where users have no numbers, and no systemd either.
QString userId()
{
#ifdef Q_OS_UNIX
    return QString::number(getuid());
#else
    return {};
#endif
}

QString readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What follows only names commands to ask further.
QString firstLine(const QString &text)
{
    return text.trimmed().section(u'\n', 0, 0).trimmed();
}

} // namespace

UserManager::UserManager(UserManagerPrograms programs)
    : m_programs(completed(std::move(programs)))
{
}

UserManager::Outcome UserManager::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SYSTEMD_COLORS"_s, u"0"_s);
    environment.insert(u"SYSTEMD_PAGER"_s, u"cat"_s);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(int(callLimit.count()))) {
        const bool isMissing = process.error() == QProcess::FailedToStart;
        process.kill();
        process.waitForFinished();
        return {.errors = isMissing ? process.errorString() : QString()};
    }
    return {.isDone = process.exitStatus() == QProcess::NormalExit,
            .code = process.exitCode(),
            .output = QString::fromUtf8(process.readAllStandardOutput()),
            .errors = QString::fromUtf8(process.readAllStandardError())};
}

Result<void> UserManager::call(const QStringList &arguments) const
{
    const Outcome outcome =
        run(m_programs.systemctl, QStringList{u"--user"_s, u"--no-ask-password"_s} + arguments);
    if (outcome.isDone && outcome.code == 0)
        return {};
    const QString words = firstLine(outcome.errors);
    if (!outcome.isDone && words.isEmpty())
        return fail(ErrorCode::TimedOut,
                    Sentences::tr("systemd did not answer in time (systemctl --user %1).")
                        .arg(arguments.first()));
    return std::unexpected(
        base::Error{.code = ErrorCode::UnexpectedAnswer,
                    .message = Sentences::tr("systemd says: %1 (systemctl --user %2)")
                                   .arg(words.isEmpty() ? QString::number(outcome.code) : words,
                                        arguments.first()),
                    .detail = outcome.errors.trimmed()});
}

ServiceSupport UserManager::support() const
{
    const Outcome asked =
        run(m_programs.systemctl, {u"--user"_s, u"show"_s, u"--property=Version"_s, u"--value"_s});
    if (!asked.isDone || asked.code != 0 || asked.output.trimmed().isEmpty())
        return ServiceSupport::NoManager;
    return QFileInfo(m_programs.server).isExecutable() ? ServiceSupport::Available
                                                       : ServiceSupport::NoProgram;
}

QString UserManager::unitFile(const QString &id) const
{
    return QDir(m_programs.unitFolder).filePath(unitName(id));
}

QString UserManager::unit(const QString &id) const
{
    return readFile(unitFile(id));
}

bool UserManager::isLingering() const
{
    const Outcome asked =
        run(m_programs.loginctl, {u"show-user"_s, u"--property=Linger"_s, u"--value"_s, userId()});
    return asked.isDone && asked.output.trimmed() == "yes"_L1;
}

bool UserManager::anyUnitLingers() const
{
    const QDir folder(m_programs.unitFolder);
    const QStringList names = folder.entryList({unitName(u"*"_s)}, QDir::Files);
    return std::any_of(names.begin(), names.end(), [&folder](const QString &name) {
        return lingers(readFile(folder.filePath(name)));
    });
}

Result<void> UserManager::setLingering(bool lingering) const
{
    const QString command = lingering ? u"enable-linger"_s : u"disable-linger"_s;
    const Outcome outcome = run(m_programs.loginctl, {u"--no-ask-password"_s, command});
    if (outcome.isDone && outcome.code == 0)
        return {};
    const QString words = firstLine(outcome.errors);
    return std::unexpected(base::Error{
        .code = ErrorCode::UnexpectedAnswer,
        .message = Sentences::tr("This computer does not let services of yours run while nobody is "
                                 "signed in. It says: %1 (loginctl %2)")
                       .arg(words.isEmpty() ? QString::number(outcome.code) : words, command),
        .detail = outcome.errors.trimmed()});
}

Result<void> UserManager::install(const ServiceSpec &spec) const
{
    const bool wasOurs = anyUnitLingers();
    const bool turnsOn = spec.staysWhenSignedOut && !isLingering();
    if (turnsOn) {
        if (auto turned = setLingering(true); !turned)
            return turned;
    }
    auto known = makeKnown(spec, spec.staysWhenSignedOut && (turnsOn || wasOurs));
    if (!known && turnsOn) {
        // Nobody is told of this beside what went wrong first.
        if (const auto turned = setLingering(false); !turned)
            qCWarning(base::logServer).noquote() << turned.error().message;
    }
    return known;
}

Result<void> UserManager::makeKnown(const ServiceSpec &spec, bool lingers) const
{
    const QString path = unitFile(spec.id);
    QDir().mkpath(m_programs.unitFolder);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(unitText(spec, m_programs.server, lingers).toUtf8());
    if (!file.commit())
        return fail(
            ErrorCode::FileFailed,
            Sentences::tr("The file %1, which describes the service, cannot be written: %2.")
                .arg(QDir::toNativeSeparators(path), file.errorString()));
    auto known = call({u"daemon-reload"_s});
    if (known)
        known = call({u"enable"_s, unitName(spec.id)});
    if (!known) {
        QFile::remove(path);
        if (const auto forgotten = call({u"daemon-reload"_s}); !forgotten)
            qCWarning(base::logServer).noquote() << forgotten.error().message;
    }
    return known;
}

Result<void> UserManager::remove(const QString &id) const
{
    const QString text = unit(id);
    if (text.isEmpty())
        return {};
    if (auto stopped = call({u"disable"_s, u"--now"_s, unitName(id)}); !stopped)
        return stopped;
    QFile file(unitFile(id));
    if (!file.remove())
        return fail(
            ErrorCode::FileFailed,
            Sentences::tr("The file %1, which describes the service, cannot be deleted: %2.")
                .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
    // It is gone; what follows only tidies up.
    for (const QStringList &rest :
         {QStringList{u"daemon-reload"_s}, QStringList{u"reset-failed"_s, unitName(id)}}) {
        if (const auto called = call(rest); !called)
            qCDebug(base::logServer).noquote() << called.error().message;
    }
    if (lingers(text) && !anyUnitLingers()) {
        if (const auto turned = setLingering(false); !turned)
            qCWarning(base::logServer).noquote() << turned.error().message;
    }
    return {};
}

Result<void> UserManager::start(const QString &id) const
{
    // One that fell over too often is not started any more before this.
    if (const auto reset = call({u"reset-failed"_s, unitName(id)}); !reset)
        qCDebug(base::logServer).noquote() << reset.error().message;
    auto started = call({u"start"_s, unitName(id)});
    if (!started)
        started.error().detail = status(id);
    return started;
}

Result<void> UserManager::stop(const QString &id) const
{
    return call({u"stop"_s, unitName(id)});
}

bool UserManager::hasFailed(const QString &id) const
{
    const Outcome asked = run(m_programs.systemctl,
                              {u"--user"_s, u"show"_s, u"--property=ActiveState"_s,
                               u"--property=SubState"_s, u"--property=NRestarts"_s, unitName(id)});
    if (!asked.isDone || asked.code != 0)
        return false;
    const QStringList lines = asked.output.split(u'\n');
    return lines.contains(u"ActiveState=failed"_s) || lines.contains(u"ActiveState=inactive"_s)
           || lines.contains(u"SubState=auto-restart"_s) || !lines.contains(u"NRestarts=0"_s);
}

QString UserManager::status(const QString &id) const
{
    const Outcome asked = run(m_programs.systemctl, {u"--user"_s, u"status"_s, u"--no-pager"_s,
                                                     u"--lines=8"_s, u"--full"_s, unitName(id)});
    return asked.output.trimmed();
}

base::Error UserManager::endedAtOnce()
{
    return {.code = ErrorCode::UnexpectedAnswer,
            .message = Sentences::tr("systemd started the service, and it ended again at once.")};
}

base::Error UserManager::staysSilent()
{
    return {.code = ErrorCode::TimedOut,
            .message = Sentences::tr("systemd started the service, but the server does not answer "
                                     "in time.")};
}

} // namespace authdesk::hosting
