// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/owncertificate.h"

#include "core/server/crypto/keypair.h"
#include "core/server/crypto/selfsigned.h"
#include "core/server/host/datafolder.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSysInfo>
#include <QtNetwork/QNetworkInterface>

#include <algorithm>
#include <utility>

namespace authdesk::server::host {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;

namespace {

/// As long as clients take it, so that what people compared lasts.
constexpr int certificateDays = crypto::longestCertificateDays;
constexpr qint64 longestFile = 64 * 1024;
constexpr int renewBeforeDays = 30;

base::Secret contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return base::Secret(file.read(longestFile));
}

bool isGood(const base::Secret &content, const QStringList &names, const QDateTime &now)
{
    const auto pair = crypto::readKeyPair(content.view(), content);
    if (!pair || now < pair->validFrom || now.addDays(renewBeforeDays) > pair->validUntil)
        return false;
    return std::all_of(names.begin(), names.end(), [&pair](const QString &name) {
        return pair->names.contains(name, Qt::CaseInsensitive);
    });
}

} // namespace

QString ownCertificateFile(const QString &folder)
{
    return QDir(folder).filePath(u"tls.pem"_s);
}

QStringList ownNames()
{
    QStringList names;
    if (const QString host = QSysInfo::machineHostName().toLower(); !host.isEmpty())
        names.append(host);
    names << u"localhost"_s << u"127.0.0.1"_s << u"::1"_s;
    for (QHostAddress address : QNetworkInterface::allAddresses()) {
        if (address.isLoopback() || address.isLinkLocal())
            continue;
        address.setScopeId(QString());
        names.append(address.toString());
    }
    names.removeDuplicates();
    return names;
}

Result<OwnCertificate> provideOwnCertificate(const QString &folder, const QStringList &names,
                                             const QDateTime &now, Renewal renewal)
{
    const QString path = ownCertificateFile(folder);
    OwnCertificate outcome{.isNew = false, .before = contentOf(path)};
    if (renewal == Renewal::WhereNeeded && isGood(outcome.before, names, now))
        return outcome;
    QStringList all = names + ownNames();
    all.removeDuplicates();
    const auto made = crypto::makeSelfSigned(all, now, certificateDays);
    if (!made)
        return base::fail(made.error());
    QByteArray both = made->certificate;
    both += made->key.view();
    const base::Secret text(std::move(both));
    if (auto written = writePrivateFile(path, text.view()); !written)
        return base::fail(written.error());
    outcome.isNew = true;
    return outcome;
}

Result<void> takeBackOwnCertificate(const QString &folder, const OwnCertificate &outcome)
{
    if (!outcome.isNew)
        return {};
    const QString path = ownCertificateFile(folder);
    if (!outcome.before.isEmpty())
        return writePrivateFile(path, outcome.before.view());
    QFile file(path);
    if (file.remove())
        return {};
    return base::fail(ErrorCode::FileFailed,
                      u"%1 cannot be removed: %2"_s.arg(path, file.errorString()));
}

} // namespace authdesk::server::host
