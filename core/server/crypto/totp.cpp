// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/totp.h"

#include <QtCore/QUrl>

#include <liboath/oath.h>

#include <array>
#include <cstdlib>

namespace authdesk::server::crypto {

using namespace Qt::StringLiterals;
using base::Secret;

namespace {

constexpr unsigned totpDigits = 6;

bool isSixDigits(QStringView code)
{
    return code.size() == qsizetype(totpDigits)
           && std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

Secret newTotpSecret(base::Random &random)
{
    constexpr qsizetype secretBytes = 20;
    return Secret(random.bytes(secretBytes));
}

Secret totpSecretText(const Secret &secret)
{
    char *text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(secret.view().data(), std::size_t(secret.view().size()), &text, &length)
        != OATH_OK)
        return {};
    QByteArrayView view(text, qsizetype(length));
    while (view.endsWith('='))
        view.chop(1);
    Secret result = Secret::copyOf(view);
    base::wipe(text, length);
    std::free(text); // NOLINT(cppcoreguidelines-no-malloc): liboath allocates with malloc
    return result;
}

qint64 totpStepAt(const QDateTime &time)
{
    return time.toSecsSinceEpoch() / totpStepSeconds;
}

QString totpCode(const Secret &secret, qint64 step)
{
    std::array<char, totpDigits + 1> code{};
    const int answer = oath_hotp_generate(secret.view().data(), std::size_t(secret.view().size()),
                                          std::uint64_t(step), totpDigits, false,
                                          OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
    return answer == OATH_OK ? QString::fromLatin1(code.data()) : QString();
}

std::optional<qint64> matchTotp(const Secret &secret, QStringView code, const QDateTime &now,
                                qint64 lastStep)
{
    if (!isSixDigits(code) || secret.isEmpty())
        return std::nullopt;
    const QByteArray typed = code.toLatin1();
    const qint64 current = totpStepAt(now);
    std::optional<qint64> match;
    // All three are computed whatever the first says, so that the time tells nothing.
    for (qint64 step = current - 1; step <= current + 1; ++step) {
        const bool fits = base::equalInConstantTime(typed, totpCode(secret, step).toLatin1());
        if (fits && step > lastStep && !match)
            match = step;
    }
    return match;
}

std::optional<int> totpStepsOff(const Secret &secret, QStringView code, const QDateTime &now)
{
    if (!isSixDigits(code) || secret.isEmpty())
        return std::nullopt;
    const QByteArray typed = code.toLatin1();
    const qint64 current = totpStepAt(now);
    std::optional<int> nearest;
    for (int off = -totpClockSteps; off <= totpClockSteps; ++off) {
        const bool fits =
            base::equalInConstantTime(typed, totpCode(secret, current + off).toLatin1());
        if (fits && (!nearest || std::abs(off) < std::abs(*nearest)))
            nearest = off;
    }
    // A step that is accepted anyhow: the code was refused because it was used before.
    return nearest && std::abs(*nearest) > 1 ? nearest : std::nullopt;
}

Secret totpSetupLink(const QString &issuer, const QString &account, const Secret &secret)
{
    // A colon would end the issuer's part of the label early.
    const auto encode = [](QString text) {
        return QUrl::toPercentEncoding(text.replace(u':', u' '));
    };
    const Secret text = totpSecretText(secret);
    QByteArray link = "otpauth://totp/" + encode(issuer) + ':' + encode(account)
                      + "?secret=" + text.view().toByteArray() + "&issuer=" + encode(issuer);
    return Secret(std::move(link));
}

} // namespace authdesk::server::crypto
