// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Certificates and keys as an admin makes them, with the program `openssl`, in a folder that goes
// with the object.
#pragma once

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace authdesk::tests {

class Certificates final
{
public:
    struct Files
    {
        QString certificate;
        QString key;
    };

    /// What `openssl` says on both its channels; the test ends where it fails.
    static QByteArray openssl(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("openssl"), arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("openssl %s: %s", qPrintable(arguments.value(0)),
                   process.readAllStandardOutput().constData());
        return process.readAllStandardOutput();
    }
    [[nodiscard]] static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s cannot be written", qPrintable(name));
        return file.fileName();
    }

    /// For localhost and 127.0.0.1, signed by itself, good from now on for a day. `kind`: what
    /// `-newkey` takes.
    [[nodiscard]] Files make(const QString &name, const QString &kind = ec()) const
    {
        Files files = filesOf(name);
        QStringList arguments{QStringLiteral("req"),
                              QStringLiteral("-x509"),
                              QStringLiteral("-nodes"),
                              QStringLiteral("-days"),
                              QStringLiteral("1"),
                              QStringLiteral("-subj"),
                              QStringLiteral("/CN=") + name,
                              QStringLiteral("-addext"),
                              QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1"),
                              QStringLiteral("-keyout"),
                              files.key,
                              QStringLiteral("-out"),
                              files.certificate,
                              QStringLiteral("-newkey"),
                              kind};
        if (kind == ec())
            arguments << QStringLiteral("-pkeyopt") << QStringLiteral("ec_paramgen_curve:P-256");
        openssl(arguments);
        return files;
    }
    /// As make(), but good in these days alone ("20200101000000Z").
    [[nodiscard]] Files make(const QString &name, const QString &from, const QString &until) const
    {
        const Files made = make(name);
        const Files files{path(name + QStringLiteral("-dated.pem")), made.key};
        const QString request = path(name + QStringLiteral(".csr"));
        openssl({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-key"), made.key,
                 QStringLiteral("-subj"), QStringLiteral("/CN=") + name, QStringLiteral("-out"),
                 request});
        const QString folder = m_folder.path();
        write(name + QStringLiteral(".index"), {});
        const QString settings = write(
            name + QStringLiteral(".cnf"),
            QStringLiteral(
                "[ca]\ndefault_ca = own\n[own]\nnew_certs_dir = %1\n"
                "database = %1/%2.index\nserial = %1/%2.serial\ndefault_md = sha256\npolicy = any\n"
                "[any]\ncommonName = supplied\n")
                .arg(folder, name)
                .toUtf8());
        openssl({QStringLiteral("ca"), QStringLiteral("-batch"), QStringLiteral("-notext"),
                 QStringLiteral("-config"), settings, QStringLiteral("-selfsign"),
                 QStringLiteral("-create_serial"), QStringLiteral("-keyfile"), made.key,
                 QStringLiteral("-in"), request, QStringLiteral("-out"), files.certificate,
                 QStringLiteral("-startdate"), from, QStringLiteral("-enddate"), until});
        return files;
    }

    [[nodiscard]] static QString ec() { return QStringLiteral("ec"); }
    [[nodiscard]] static QString rsa() { return QStringLiteral("rsa:2048"); }
    [[nodiscard]] static QString ed25519() { return QStringLiteral("ed25519"); }

private:
    [[nodiscard]] Files filesOf(const QString &name) const
    {
        return {path(name + QStringLiteral(".pem")), path(name + QStringLiteral(".key"))};
    }

    QTemporaryDir m_folder;
};

} // namespace authdesk::tests
