// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes the application look like Authdesk: palette, style, focus ring. One per program, made after
// QApplication and before the first window. Window thread.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtGui/QColor>

class QApplication;
class QFocusFrame;
class QWidget;

namespace authdesk::ui::theme {

class SystemScheme;

enum class Scheme { System, Light, Dark };

class Theme final : public QObject
{
    Q_OBJECT

public:
    /// Applies palette and style at once. With Scheme::System it follows the desktop's choice as
    /// soon as that is known, and its changes.
    explicit Theme(QApplication &application, Scheme scheme = Scheme::System);
    ~Theme() override;

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    /// What is shown now.
    [[nodiscard]] bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private:
    void apply();
    void moveFocusRing(QWidget *focused);

    QApplication &m_application;
    SystemScheme *m_system;
    Scheme m_scheme;
    bool m_dark = false;
    QColor m_accent; ///< the desktop's, before our palette; invalid where it is not usable
    QPointer<QFocusFrame> m_ring;
};

} // namespace authdesk::ui::theme
