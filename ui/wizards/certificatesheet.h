// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asks a person to compare a certificate's fingerprint: what is shown, and, where another one was
// trusted before, that one too. Empty and hidden until show().
#pragma once

#include "core/gateway/connectionfactory.h"

#include <QtWidgets/QWidget>

#include <optional>

class QLabel;

namespace authdesk::ui::wizards {

class CertificateSheet final : public QWidget
{
    Q_OBJECT

public:
    explicit CertificateSheet(QWidget *parent = nullptr);

    void show(const QString &host, const gateway::ShownCertificate &certificate);
    void clear();
    [[nodiscard]] bool isEmpty() const { return !m_certificate; }
    /// Whether it is that one that the person sees.
    [[nodiscard]] bool isShowing(const gateway::ShownCertificate &certificate) const
    {
        return m_certificate == certificate;
    }

private:
    void setTexts();

    QString m_host;
    std::optional<gateway::ShownCertificate> m_certificate;
    QLabel *m_title;
    QLabel *m_what;
    QLabel *m_before;
    QLabel *m_beforeText;
    QLabel *m_now;
    QLabel *m_nowText;
    QLabel *m_how;
};

} // namespace authdesk::ui::wizards
