// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/names.h"

#include "core/server/store/folding.h"

#include <algorithm>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 150;
constexpr qsizetype longestEmail = 254;

bool isPrintable(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    return std::all_of(points.cbegin(), points.cend(), [](uint point) {
        // Format characters are invisible and would make two names look alike.
        return QChar::isPrint(point) && QChar::category(point) != QChar::Other_Format;
    });
}

} // namespace

std::optional<base::FieldError> usernameProblem(const QString &username,
                                                const std::optional<QString> &email)
{
    const auto problem = [](QLatin1StringView code, const QString &message) {
        return base::FieldError{.field = u"username"_s, .code = code, .message = message};
    };
    if (username.trimmed().isEmpty())
        return problem("required"_L1, u"Enter a username or an e-mail address."_s);
    if (username.toUcs4().size() > longestName && !username.contains(u'@'))
        return problem("too_long"_L1, u"Use at most 150 characters."_s);
    if (!isPrintable(username) || username != username.trimmed())
        return problem("not_printable"_L1,
                       u"Leave out control characters and blanks at the ends."_s);
    // Other forms of '@' fold to it.
    if (store::folded(username).contains(u'@')
        && (!email || store::folded(username) != store::folded(*email)))
        return problem("not_own_email"_L1,
                       u"A username with @ must be the person's own e-mail address."_s);
    return std::nullopt;
}

std::optional<base::FieldError> emailProblem(const QString &email)
{
    const auto problem = [](QLatin1StringView code, const QString &message) {
        return base::FieldError{.field = u"email"_s, .code = code, .message = message};
    };
    if (email.toUtf8().size() > longestEmail)
        return problem("too_long"_L1, u"Use at most 254 characters."_s);
    const qsizetype at = email.lastIndexOf(u'@');
    const QStringView domain = QStringView(email).mid(at + 1);
    const bool wellFormed = at > 0 && email.count(u'@') == 1 && !domain.isEmpty()
                            && !domain.startsWith(u'.') && !domain.endsWith(u'.')
                            && !domain.contains(u".."_s) && isPrintable(email)
                            && !email.contains(u' ') && !email.contains(u',')
                            && !email.contains(u'<') && !email.contains(u'>');
    if (!wellFormed)
        return problem("invalid"_L1, u"Enter an e-mail address such as name@example.org."_s);
    return std::nullopt;
}

std::optional<base::FieldError> personNameProblem(QLatin1StringView field, const QString &name)
{
    if (name.toUcs4().size() > longestName) {
        return base::FieldError{
            .field = field, .code = u"too_long"_s, .message = u"Use at most 150 characters."_s};
    }
    if (!isPrintable(name)) {
        return base::FieldError{.field = field,
                                .code = u"not_printable"_s,
                                .message = u"Leave out control characters."_s};
    }
    return std::nullopt;
}

std::optional<base::FieldError> serverNameProblem(QLatin1StringView field, const QString &name)
{
    constexpr qsizetype longest = 80;
    if (auto problem = personNameProblem(field, name))
        return problem;
    if (name.size() > longest)
        return base::FieldError{
            .field = field, .code = u"too_long"_s, .message = u"Use at most 80 characters."_s};
    return std::nullopt;
}

} // namespace authdesk::server::service
