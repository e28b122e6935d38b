// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A secret to read out or type off: fixed font, groups of four, selectable. Wiped when it goes.
#pragma once

#include "core/base/secret.h"

#include <QtWidgets/QLabel>

namespace authdesk::ui::widgets {

class SecretLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit SecretLabel(QWidget *parent = nullptr);
    ~SecretLabel() override;

    void setSecret(const base::Secret &secret);
    [[nodiscard]] base::Secret secret() const { return m_secret; }
    void wipe();

private:
    base::Secret m_secret;
};

} // namespace authdesk::ui::widgets
