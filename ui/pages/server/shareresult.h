// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What to do once others may come in: what they type, the fingerprint they compare, the line for
// the firewall, and what came of trying the way in from outside loopback. Window thread.
#pragma once

#include "ui/pages/server/shareviewmodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QVBoxLayout;

namespace authdesk::ui::widgets {
class CopyRow;
}

namespace authdesk::ui::pages::server {

class FingerprintRow;

class ShareResult final : public QWidget
{
    Q_OBJECT

public:
    explicit ShareResult(QWidget *parent = nullptr);

    void setContent(const model::ServerSettingsState &state, const QList<ReachTest> &tests);

private:
    void fillFirewall(quint16 port);
    void setTests(const QList<ReachTest> &tests);
    [[nodiscard]] static QString testText(const ReachTest &test);

    widgets::CopyRow *m_address;
    FingerprintRow *m_fingerprint;
    QLabel *m_compare;
    QLabel *m_firewall;
    QVBoxLayout *m_firewallLines;
    quint16 m_port = 0; ///< that the lines are for
    QLabel *m_tests;
    QLabel *m_outcomes;
    QLabel *m_meaning;
};

} // namespace authdesk::ui::pages::server
