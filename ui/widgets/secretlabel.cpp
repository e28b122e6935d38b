// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/secretlabel.h"

#include "ui/theme/fonts.h"

namespace authdesk::ui::widgets {

// Secrets that bring their own groups keep them.
static QString inGroups(const QString &text)
{
    if (text.contains(u'-') || text.contains(u' '))
        return text;
    QString grouped;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            grouped += u' ';
        grouped += text[i];
    }
    return grouped;
}

SecretLabel::SecretLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    theme::setFontRole(this, theme::FontRole::Secret);
}

SecretLabel::~SecretLabel()
{
    wipe();
}

void SecretLabel::setSecret(const base::Secret &secret)
{
    m_secret = secret;
    setText(inGroups(secret.toString()));
}

void SecretLabel::wipe()
{
    m_secret = {};
    clear();
}

} // namespace authdesk::ui::widgets
