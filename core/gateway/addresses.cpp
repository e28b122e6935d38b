// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateway/detection.h"

#include "core/base/sentences.h"

#include <QtNetwork/QHostAddress>

namespace authdesk::gateway {

using namespace Qt::StringLiterals;
using base::Sentences;

namespace {

base::Result<QUrl> parsed(const QString &typed)
{
    QString text = typed.trimmed();
    if (!text.contains("://"_L1)) {
        // An IPv6 address as people write it; a single colon would be a port.
        if (QHostAddress(text).protocol() == QAbstractSocket::IPv6Protocol)
            text = u'[' + text + u']';
        text.prepend("typed://"_L1);
    }
    QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool known = scheme == "typed"_L1 || scheme == "http"_L1 || scheme == "https"_L1;
    if (!url.isValid() || url.host().isEmpty() || !known || url.port() == 0 || text.contains(u' '))
        return base::fail(base::Error{
            .code = base::ErrorCode::InvalidFields,
            .message = Sentences::tr("This is not an address of a server. It looks like "
                                     "auth.acme.example or localhost:8000."),
            .fields = {{u"address"_s, u"not_an_address"_s,
                        Sentences::tr("Type an address such as auth.acme.example or "
                                      "localhost:8000.")}}});
    if (!url.userInfo().isEmpty())
        return base::fail(base::Error{
            .code = base::ErrorCode::InvalidFields,
            .message = Sentences::tr("Leave name and password out of the address; they are asked "
                                     "for later."),
            .fields = {{u"address"_s, u"has_credentials"_s,
                        Sentences::tr("Leave name and password out of the address.")}}});
    url.setQuery(QString());
    url.setFragment(QString());
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::TolerantMode);
    return url;
}

} // namespace

bool isLoopback(const QUrl &address)
{
    const QString host = address.host();
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

base::Result<QList<Candidate>> candidatesFor(const QString &typed)
{
    const auto url = parsed(typed);
    if (!url)
        return std::unexpected(url.error());
    QStringList schemes;
    if (url->scheme() != "typed"_L1)
        schemes = {url->scheme()};
    else if (isLoopback(*url))
        schemes = {u"http"_s, u"https"_s};
    else
        schemes = {u"https"_s, u"http"_s};
    QList<Candidate> candidates;
    for (const QString &scheme : std::as_const(schemes)) {
        QUrl address = *url;
        address.setScheme(scheme);
        candidates.append({address});
        if (!address.path().isEmpty()) {
            address.setPath(QString());
            candidates.append({address});
        }
    }
    return candidates;
}

} // namespace authdesk::gateway
