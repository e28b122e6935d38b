// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A label for sentences: plain text, over as many lines as they need.
#pragma once

#include <QtWidgets/QLabel>

namespace authdesk::ui::widgets {

[[nodiscard]] inline QLabel *wrappingLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace authdesk::ui::widgets
