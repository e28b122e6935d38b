// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/fingerprintrow.h"

#include "core/model/serversettings.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/languagefollower.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype bytesInGroup = 4;
constexpr qsizetype bytesInLine = 16;

QString inTwoLines(const QByteArray &fingerprint)
{
    QString text;
    for (qsizetype at = 0; at < fingerprint.size(); at += bytesInGroup) {
        if (at > 0)
            text += at % bytesInLine == 0 ? u"\n"_s : u"  "_s;
        text += model::fingerprintText(fingerprint.mid(at, bytesInGroup));
    }
    return text;
}

} // namespace

FingerprintRow::FingerprintRow(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_caption(new QLabel(this))
    , m_shown(new QLabel(this))
    , m_copy(new widgets::CopyButton({}, this))
{
    m_shown->setObjectName(name);
    m_shown->setTextFormat(Qt::PlainText);
    m_shown->setWordWrap(true);
    m_shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    theme::setFontRole(m_shown, theme::FontRole::Fixed);
    m_copy->setObjectName(u"copy-"_s + name);
    m_copy->setSource([this] { return model::fingerprintText(m_fingerprint); });
    auto *head = new QHBoxLayout;
    head->addWidget(m_caption, 1);
    head->addWidget(m_copy);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(theme::labelGap);
    all->addLayout(head);
    all->addWidget(m_shown);
    widgets::followLanguage(this, [this] { retranslate(); });
}

void FingerprintRow::setFingerprint(const QByteArray &fingerprint)
{
    m_fingerprint = fingerprint;
    m_shown->setText(inTwoLines(fingerprint));
    setVisible(!fingerprint.isEmpty());
}

void FingerprintRow::retranslate()
{
    m_caption->setText(tr("Fingerprint (SHA-256)"));
    m_shown->setAccessibleName(m_caption->text());
    m_copy->setLabel(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy: %1").arg(m_caption->text()));
}

} // namespace authdesk::ui::pages::server
