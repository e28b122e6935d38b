// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A certificate's fingerprint as people compare it, in two lines of four groups, with *Copy*.
// Window thread.
#pragma once

#include <QtWidgets/QWidget>

class QLabel;

namespace authdesk::ui::widgets {
class CopyButton;
}

namespace authdesk::ui::pages::server {

class FingerprintRow final : public QWidget
{
    Q_OBJECT

public:
    /// The label is called `name`, its button "copy-" and the name.
    explicit FingerprintRow(const QString &name, QWidget *parent = nullptr);

    /// SHA-256; empty: none is shown.
    void setFingerprint(const QByteArray &fingerprint);

private:
    void retranslate();

    QLabel *m_caption;
    QLabel *m_shown;
    widgets::CopyButton *m_copy;
    QByteArray m_fingerprint;
};

} // namespace authdesk::ui::pages::server
