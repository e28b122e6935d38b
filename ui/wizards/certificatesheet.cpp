// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/certificatesheet.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/wrappinglabel.h"

#include <QtCore/QLocale>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;

namespace {

/// Two lines of four groups each, so that the eye keeps its place.
QString inTwoLines(const QString &fingerprint)
{
    constexpr qsizetype groupsInLine = 4;
    const QStringList groups = fingerprint.split(u' ');
    return groups.first(std::min(groupsInLine, groups.size())).join(u"  "_s) + u'\n'
           + groups.mid(groupsInLine).join(u"  "_s);
}

QLabel *fingerprintLabel(const QString &name, QWidget *parent)
{
    auto *label = widgets::wrappingLabel(name, parent);
    label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

CertificateSheet::CertificateSheet(QWidget *parent)
    : QWidget(parent)
    , m_title(widgets::wrappingLabel(u"certificateTitle"_s, this))
    , m_what(widgets::wrappingLabel(u"certificateWhat"_s, this))
    , m_before(widgets::wrappingLabel(u"certificateBefore"_s, this))
    , m_beforeText(fingerprintLabel(u"fingerprintBefore"_s, this))
    , m_now(widgets::wrappingLabel(u"certificateNow"_s, this))
    , m_nowText(fingerprintLabel(u"fingerprint"_s, this))
    , m_how(widgets::wrappingLabel(u"certificateHow"_s, this))
{
    setObjectName(u"certificateSheet"_s);
    setFocusProxy(m_nowText);
    theme::setFontRole(m_title, theme::FontRole::Section);
    m_how->setForegroundRole(QPalette::PlaceholderText);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(theme::space8);
    for (QLabel *const label : {m_title, m_what, m_before, m_beforeText, m_now, m_nowText, m_how})
        all->addWidget(label);
    widgets::followLanguage(this, [this] { setTexts(); });
    hide();
}

void CertificateSheet::show(const QString &host, const gateway::ShownCertificate &certificate)
{
    m_host = host;
    m_certificate = certificate;
    setTexts();
    setVisible(true);
}

void CertificateSheet::clear()
{
    m_certificate.reset();
    hide();
}

void CertificateSheet::setTexts()
{
    m_now->setText(tr("Fingerprint (SHA-256) shown now"));
    m_before->setText(tr("Fingerprint that you trusted"));
    m_how->setText(
        tr("Ask whoever runs the server for its fingerprint, in person or by telephone, and "
           "compare all of it. If they differ, somebody may be listening in: go back."));
    m_nowText->setAccessibleName(m_now->text());
    m_beforeText->setAccessibleName(m_before->text());
    if (!m_certificate)
        return;
    const bool isOther = !m_certificate->trustedText.isEmpty();
    m_title->setText(isOther ? tr("The certificate of %1 has changed").arg(m_host)
                             : tr("Nobody vouches for %1 yet").arg(m_host));
    const QString until =
        QLocale().toString(m_certificate->validUntil.toLocalTime().date(), QLocale::LongFormat);
    m_what->setText(
        isOther ? tr("It is another one than you trusted. Nothing was sent. It is good until %1.")
                      .arg(until)
                : tr("No authority that this computer trusts signed its certificate. Nothing was "
                     "sent. It is good until %1.")
                      .arg(until));
    m_nowText->setText(inTwoLines(m_certificate->text));
    m_beforeText->setText(inTwoLines(m_certificate->trustedText));
    m_before->setVisible(isOther);
    m_beforeText->setVisible(isOther);
}

} // namespace authdesk::ui::wizards
