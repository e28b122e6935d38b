// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overview/signinbars.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>
#include <cmath>

namespace authdesk::ui::pages::overview {

namespace {

constexpr int leastHeight = 2;

struct ChartWords
{
    Q_DECLARE_TR_FUNCTIONS(SignInChart)
};

QString countsText(qint64 succeeded, qint64 refused)
{
    //: Sign-ins of an hour or a day; both are numbers
    return ChartWords::tr("%1 succeeded, %2 refused")
        .arg(QLocale().toString(succeeded), QLocale().toString(refused));
}

} // namespace

SignInSum sumOf(const QList<model::SignInHour> &hours)
{
    SignInSum sum;
    for (const model::SignInHour &hour : hours) {
        sum.succeeded += hour.succeeded;
        sum.refused += hour.refused;
        sum.most = std::max(sum.most, hour.succeeded + hour.refused);
    }
    return sum;
}

QList<SignInBar> barsOf(const QList<model::SignInHour> &hours, int height)
{
    const qint64 most = sumOf(hours).most;
    const auto scaled = [&](qint64 count) {
        if (count == 0)
            return 0;
        return std::max(leastHeight, int(std::lround(double(count) * height / double(most))));
    };
    QList<SignInBar> bars;
    for (const model::SignInHour &hour : hours) {
        SignInBar bar{.succeeded = scaled(hour.succeeded), .refused = scaled(hour.refused)};
        // Where few were made visible the others give way: no bar leaves the chart.
        const int tooMuch = std::max(0, bar.succeeded + bar.refused - height);
        (bar.succeeded > bar.refused ? bar.succeeded : bar.refused) -= tooMuch;
        bars.append(bar);
    }
    return bars;
}

QString hourText(const model::SignInHour &hour)
{
    const auto clock = [](const QDateTime &time) {
        return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
    };
    //: From when to when, and what happened then
    return ChartWords::tr("%1 – %2: %3")
        .arg(clock(hour.from), clock(hour.from.addSecs(3600)),
             countsText(hour.succeeded, hour.refused));
}

QString sumText(const SignInSum &sum)
{
    return countsText(sum.succeeded, sum.refused);
}

QString chartText(const QList<model::SignInHour> &hours)
{
    QStringList sentences{ChartWords::tr("In the last 24 hours: %1.").arg(sumText(sumOf(hours)))};
    for (const model::SignInHour &hour : hours) {
        if (hour.succeeded + hour.refused > 0)
            sentences.append(hourText(hour) + u'.');
    }
    return sentences.join(u' ');
}

} // namespace authdesk::ui::pages::overview
