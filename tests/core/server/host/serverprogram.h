// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real authdesk-server as a child process, for tests. AUTHDESK_SERVER is its path.
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QUrl>

#include <signal.h>

namespace authdesk::tests {

class ServerProgram final
{
public:
    struct Run
    {
        QStringList arguments;
        QList<QPair<QString, QString>> variables = {};
        QByteArray input = {};
    };

    /// What a command that ends by itself came to.
    struct Outcome
    {
        int exitCode = -1;
        QByteArray output;
        QByteArray errors;

        /// One clear line, no more.
        [[nodiscard]] bool isOneLine() const
        {
            return errors.startsWith("authdesk-server: ") && errors.count('\n') == 1
                   && errors.endsWith('\n');
        }
    };

    [[nodiscard]] static Outcome runToEnd(const Run &run)
    {
        ServerProgram program(run);
        if (!program.m_process.waitForFinished(20'000))
            program.kill();
        return {.exitCode = program.m_process.exitStatus() == QProcess::NormalExit
                                ? program.m_process.exitCode()
                                : -1,
                .output = program.m_output + program.m_process.readAllStandardOutput(),
                .errors = program.m_process.readAllStandardError()};
    }

    explicit ServerProgram(const Run &run)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &[name, value] : run.variables)
            environment.insert(name, value);
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(AUTHDESK_SERVER), run.arguments);
        m_process.write(run.input);
        m_process.closeWriteChannel();
    }
    ServerProgram(const ServerProgram &) = delete;
    ServerProgram &operator=(const ServerProgram &) = delete;
    ~ServerProgram() { kill(); }

    /// The next line of standard output; empty when the program ended instead.
    [[nodiscard]] QByteArray nextLine()
    {
        while (!m_output.contains('\n')) {
            if (!m_process.waitForReadyRead(20'000))
                break;
            m_output += m_process.readAllStandardOutput();
        }
        const qsizetype end = m_output.indexOf('\n');
        const QByteArray line = end < 0 ? QByteArray() : m_output.first(end);
        m_output.remove(0, end + 1);
        return line;
    }
    /// The address of the next ready line; empty when the next line is none.
    [[nodiscard]] QUrl nextAddress()
    {
        constexpr QByteArrayView prefix{"authdesk-server: ready on "};
        const QByteArray line = nextLine();
        return line.startsWith(prefix) ? QUrl(QString::fromLatin1(line.mid(prefix.size())))
                                       : QUrl();
    }

    /// Sends the signal and waits; the exit code, -1 when the program did not end by itself.
    [[nodiscard]] int stop(int signalNumber = SIGTERM)
    {
        // One that is gone has no number; 0 would mean the test's own group.
        if (m_process.state() != QProcess::NotRunning)
            ::kill(pid_t(m_process.processId()), signalNumber);
        return waitForEnd();
    }
    /// The exit code, -1 when the program did not end by itself.
    [[nodiscard]] int waitForEnd()
    {
        const bool isOver =
            m_process.state() == QProcess::NotRunning || m_process.waitForFinished(20'000);
        if (!isOver || m_process.exitStatus() != QProcess::NormalExit)
            return -1;
        return m_process.exitCode();
    }
    void kill()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] pid_t processId() const { return pid_t(m_process.processId()); }
    [[nodiscard]] QByteArray errors() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace authdesk::tests
