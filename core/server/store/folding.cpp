// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/folding.h"

namespace authdesk::server::store {

QString folded(const QString &text)
{
    // Folding can leave a text that is not composed; the second pass makes the result stable.
    return text.normalized(QString::NormalizationForm_KC)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_KC);
}

} // namespace authdesk::server::store
