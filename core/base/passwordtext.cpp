// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/passwordtext.h"

#include <QtCore/QStringDecoder>

namespace authdesk::base {

Secret normalisedPassword(const Secret &password)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(password.view());
    if (decoder.hasError()) {
        wipe(text);
        return password;
    }
    QString normalised = text.normalized(QString::NormalizationForm_KC);
    wipe(text);
    Secret result(normalised.toUtf8());
    wipe(normalised);
    return result;
}

} // namespace authdesk::base
