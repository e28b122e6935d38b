// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Outbound HTTP to one server. It follows no redirect, keeps no cookie, uses no proxy for addresses
// on this computer, and trusts nothing but what the operating system trusts and what a person has
// pinned. Each request asks for texts in the language that the program speaks when it leaves. Every
// future finishes
// exactly once: with an answer of any status, or with Unreachable, TlsFailed, TimedOut, TooLarge or
// Cancelled; destruction cancels what is still open. One thread: the one that made it.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/exchange.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QFuture>
#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace authdesk::net {

class CertificatePins;
class Exchanging;

/// Takes a part of a body as it arrives; `total` is the length of the whole as it was announced, or
/// -1. An error of its own ends the exchange.
using BodySink = std::function<base::Result<void>(QByteArrayView part, qint64 total)>;

struct Outgoing
{
    QByteArray method = "GET";
    QUrl address; ///< absolute; userinfo and fragment are dropped
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    base::Secret bearer = {}; ///< empty: no Authorization header
    /// Sent as application/json when set; may hold secrets, never logged.
    std::optional<QJsonObject> body = {};
    std::chrono::milliseconds timeLimit = std::chrono::seconds(15); ///< for the whole exchange
    qint64 answerLimit = 8 * 1024 * 1024;                           ///< bytes of body
    /// Gets the body of a 200 instead of Answer::body, however long it is; the time limit then
    /// holds from part to part.
    BodySink sink = {};
};

struct Answer
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
    /// True when the Content-Type says JSON; a page of HTML with 200 is not an answer.
    [[nodiscard]] bool isJson() const;

    bool operator==(const Answer &) const = default;
};

class HttpClient final
{
public:
    using Observer = std::function<void(const Exchange &)>;

    /// `observer` is told of every exchange once, when it ended; may be empty. `pins` outlives the
    /// client; null: nothing is pinned.
    explicit HttpClient(const base::Clock &clock, Observer observer = {},
                        CertificatePins *pins = nullptr);
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    /// Cancelling the future ends the exchange at once.
    [[nodiscard]] QFuture<base::Result<Answer>> send(const Outgoing &request);
    /// Ends everything that is under way with Cancelled.
    void cancelAll();

private:
    std::unique_ptr<QNetworkAccessManager> m_network;
    const base::Clock &m_clock;
    Observer m_observer;
    CertificatePins *m_pins;
    QList<Exchanging *> m_open; ///< each one deletes itself
};

} // namespace authdesk::net
