// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/servertexts.h"

#include <QtCore/QDir>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;
using model::ListenerAddress;
using model::ServerSettingsState;
using model::TlsMode;

namespace {

constexpr auto asked = "/api/v1/auth/setup-status/"_L1;

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || host == "::1"_L1 || host.startsWith("127."_L1);
}

bool answersEverything(const ListenerAddress &address)
{
    return address.system.isEmpty();
}

QString quoted(QString text)
{
#ifdef Q_OS_WIN
    return u'"' + QDir::toNativeSeparators(text) + u'"';
#else
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:=@%+-]+$"_s);
    if (plain.match(text).hasMatch())
        return text;
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
#endif
}

/// The name under which the certificate is good, and which the server answers to.
QString hostFor(const ServerSettingsState &state, const QUrl &here)
{
    const QStringList &names = state.certificate->names;
    const QString shared = sharedName(state);
    for (const QString &name : {here.host(), u"localhost"_s, shared}) {
        if (names.contains(name, Qt::CaseInsensitive))
            return name;
    }
    return shared.isEmpty() ? here.host() : shared;
}

} // namespace

bool isOpenToOthers(const ServerSettingsState &state)
{
    return std::any_of(
        state.addresses.begin(), state.addresses.end(),
        [](const ListenerAddress &address) { return !isLoopback(address.url.host()); });
}

QList<ListenerAddress> shownAddresses(const ServerSettingsState &state)
{
    QList<ListenerAddress> shown;
    if (!state.values.publicUrl.isEmpty())
        shown.append({.url = QUrl(state.values.publicUrl), .system = {}});
    for (const ListenerAddress &address : state.addresses) {
        if (!shown.contains(address))
            shown.append(address);
    }
    return shown;
}

QString sharedName(const ServerSettingsState &state)
{
    return QUrl(state.values.publicUrl).host();
}

QString curlLine(const ServerSettingsState &state, const QString &dataFolder)
{
    const auto whole =
        std::find_if(state.addresses.begin(), state.addresses.end(), answersEverything);
    if (whole == state.addresses.end())
        return {};
    const QUrl here = whole->url;
    if (!state.certificate)
        return u"curl -i %1"_s.arg(here.toString(QUrl::FullyEncoded) + asked);
    const QString file = state.values.tls.mode == TlsMode::SelfSigned
                             ? QDir(dataFolder).filePath(u"tls.pem"_s)
                             : state.values.tls.certificate;
    QUrl there = here;
    there.setHost(hostFor(state, here));
    QString line = u"curl -i --cacert %1"_s.arg(quoted(file));
    if (there.host() != here.host())
        line += u" --connect-to ::%1"_s.arg(here.authority());
    return line + u' ' + there.toString(QUrl::FullyEncoded) + asked;
}

} // namespace authdesk::ui::pages::server
