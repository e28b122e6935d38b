// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keeps the texts of a window in the language of the program, for windows that set them in a
// function of their own.
#pragma once

#include <QtCore/QObject>

#include <functional>

class QWidget;

namespace authdesk::ui::widgets {

class LanguageFollower final : public QObject
{
    Q_OBJECT

public:
    /// Calls `retranslate` now, and at each change of language that reaches `owner`; goes with it.
    LanguageFollower(QWidget *owner, std::function<void()> retranslate);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<void()> m_retranslate;
};

/// A LanguageFollower that nobody needs to name.
void followLanguage(QWidget *owner, std::function<void()> retranslate);

} // namespace authdesk::ui::widgets
