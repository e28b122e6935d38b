// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One exchange under way: it ends exactly once, whoever ends it, and deletes itself then. Window
// thread. Only for core/net.
#pragma once

#include "core/net/httpclient.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QPromise>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QSslError>

namespace authdesk::net {

class Exchanging final : public QObject
{
    Q_OBJECT

public:
    Exchanging(QNetworkAccessManager &network, const base::Clock &clock, Outgoing request,
               CertificatePins *pins);
    ~Exchanging() override;

    [[nodiscard]] QFuture<base::Result<Answer>> future() { return m_promise.future(); }
    void setEndObserver(HttpClient::Observer observer) { m_observer = std::move(observer); }
    void start();
    /// Ends it without an answer.
    void end(base::ErrorCode code);

private:
    void judge(const QList<QSslError> &errors);
    void demandPinned();
    void noteRefused(const QSslCertificate &certificate);
    void readMore();
    void passOn(const QByteArray &part);
    void finish();
    [[nodiscard]] bool mayAskAgain() const;
    void askAgain();
    void conclude(base::Result<Answer> result, int status);
    [[nodiscard]] base::Error networkError() const;

    QNetworkAccessManager &m_network;
    Outgoing m_request;
    CertificatePins *m_pins; ///< null: nothing is pinned
    QPromise<base::Result<Answer>> m_promise;
    HttpClient::Observer m_observer;
    Exchange m_exchange;
    QElapsedTimer m_since;
    QTimer m_timer;
    QNetworkReply *m_reply = nullptr; ///< a child
    QByteArray m_body;
    QList<QSslError> m_tlsErrors;
    QByteArray m_shown; ///< the fingerprint of what was shown instead of what is pinned
    bool m_askedAgain = false;
    bool m_ended = false;
};

} // namespace authdesk::net
