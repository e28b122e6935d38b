// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Feeds bytes to the framing guard whole and cut by what the first bytes say: both must agree, and
// a complete message must keep its promises.
#include "core/server/http/framingguard.h"

#include <algorithm>
#include <cstdlib>

using namespace authdesk::server::http;

namespace {

struct Outcome
{
    FramingGuard::State state;
    int status;
    QByteArray path;
    QByteArray body;
    qsizetype used;

    bool operator==(const Outcome &) const = default;
};

void require(bool holds)
{
    if (!holds)
        std::abort();
}

Outcome read(QByteArrayView input, qsizetype step, const Limits &limits)
{
    FramingGuard guard(limits);
    qsizetype used = 0;
    for (qsizetype at = 0; at < input.size(); at += step)
        used += guard.feed(input.sliced(at, std::min(step, input.size() - at)));
    Outcome outcome{guard.state(), guard.refusal().status, {}, {}, used};
    if (outcome.state == FramingGuard::State::Complete) {
        const RequestHead head = guard.takeHead();
        outcome.path = head.path;
        outcome.body = guard.takeBody();
        require(head.path.startsWith('/') || head.path == "*");
        require(!head.path.contains('\0') && !head.path.contains('\n'));
        require(outcome.body.size() <= limits.bodyBytes);
        require(head.body != RequestHead::Body::Length
                || outcome.body.size() == head.contentLength);
        require(head.headers.size() <= limits.headerCount);
    } else {
        require((outcome.state == FramingGuard::State::Refused) == (outcome.status >= 400));
        outcome.used = 0;
    }
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 1)
        return 0;
    Limits limits;
    limits.requestLineBytes = 128;
    limits.headerBytes = 256;
    limits.headerCount = 8;
    limits.bodyBytes = 64;
    const QByteArrayView input(reinterpret_cast<const char *>(data) + 1,
                               static_cast<qsizetype>(size) - 1);
    const Outcome whole = read(input, std::max<qsizetype>(input.size(), 1), limits);
    require(read(input, 1 + data[0] % 16, limits) == whole);
    return 0;
}
