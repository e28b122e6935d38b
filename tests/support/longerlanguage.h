// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A language in which everything is 40 % longer, and that shows on every text that it was asked
// for: for tests that a window follows a change of language and has place for long words.
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QTranslator>

namespace authdesk::tests {

/// Spoken from its making to its end.
class LongerLanguage final : public QTranslator
{
public:
    LongerLanguage()
    {
        QCoreApplication::installTranslator(this);
        QCoreApplication::processEvents();
    }
    ~LongerLanguage() override
    {
        QCoreApplication::removeTranslator(this);
        QCoreApplication::processEvents();
    }
    LongerLanguage(const LongerLanguage &) = delete;
    LongerLanguage &operator=(const LongerLanguage &) = delete;

    [[nodiscard]] static bool isOfIt(const QString &text) { return text.contains(mark); }

    [[nodiscard]] QString translate(const char *, const char *source, const char *,
                                    int) const override
    {
        const QString text = QString::fromUtf8(source);
        return text + mark + QString(text.size() * 2 / 5, u'n');
    }
    [[nodiscard]] bool isEmpty() const override { return false; }

private:
    static constexpr QChar mark = u'ß';
};

} // namespace authdesk::tests
