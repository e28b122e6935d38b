// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/passwordfield.h"

#include "core/password/passwordrules.h"
#include "core/password/strength.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/fielderrors.h"
#include "ui/widgets/strengthmeter.h"

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

static QString strengthText(const password::Strength &strength)
{
    switch (strength.weakness) {
    case password::Weakness::TooShort:
        return PasswordField::tr("Weak: short passwords are tried out quickly.");
    case password::Weakness::Dictionary:
        return PasswordField::tr("Weak: made of words and passwords that are tried first.");
    case password::Weakness::Context:
        return PasswordField::tr("Weak: holds your name, your e-mail or the server's name.");
    case password::Weakness::Keyboard:
        return PasswordField::tr("Weak: keys that lie side by side are easy to guess.");
    case password::Weakness::Repeats:
        return PasswordField::tr("Weak: repeats add next to nothing.");
    case password::Weakness::Sequence:
        return PasswordField::tr("Weak: rows like 1234 or abcd are easy to guess.");
    case password::Weakness::Date:
        return PasswordField::tr("Weak: dates are easy to guess.");
    case password::Weakness::None:
        break;
    }
    if (strength.score >= 4)
        return PasswordField::tr("Strong.");
    return strength.score == 3 ? PasswordField::tr("Good. A longer one is better still.")
                               : PasswordField::tr("Fair. Add a word or two.");
}

PasswordField::PasswordField(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_eye(new QAction(this))
{
    m_edit->setObjectName(u"passwordEdit"_s);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                | Qt::ImhNoAutoUppercase);
    m_edit->setMaxLength(512);
    m_edit->addAction(m_eye, QLineEdit::TrailingPosition);
    m_eye->setObjectName(u"eye"_s);
    setFocusProxy(m_edit);
    setFocusPolicy(Qt::StrongFocus);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space4);
    layout->addWidget(m_edit);
    if (kind == Kind::New) {
        m_meter = new StrengthMeter(this);
        m_reason = new QLabel(this);
        m_reason->setObjectName(u"strengthReason"_s);
        m_reason->setWordWrap(true);
        m_reason->setForegroundRole(QPalette::PlaceholderText);
        theme::setFontRole(m_reason, theme::FontRole::Caption);
        layout->addSpacing(theme::space4);
        layout->addWidget(m_meter);
        layout->addWidget(m_reason);
    }

    QObject::connect(m_eye, &QAction::triggered, this, [this] { setRevealed(!isRevealed()); });
    QObject::connect(m_edit, &QLineEdit::textChanged, this, [this] {
        judge();
        Q_EMIT changed();
    });
    QObject::connect(m_edit, &QLineEdit::returnPressed, this, &PasswordField::submitted);
    setRevealed(false);
    judge();
}

PasswordField::~PasswordField()
{
    QObject::disconnect(m_edit, nullptr, this, nullptr);
    wipe();
}

base::Secret PasswordField::secret() const
{
    return base::Secret::fromString(m_edit->text());
}

bool PasswordField::isEmpty() const
{
    return m_edit->text().isEmpty();
}

void PasswordField::setSecret(const base::Secret &secret)
{
    m_edit->setText(secret.toString());
    setRevealed(true);
}

void PasswordField::wipe()
{
    // Also drops the undo history; what Qt copied before is beyond our reach.
    m_edit->clear();
}

void PasswordField::setContext(const QStringList &words)
{
    m_context = words;
    judge();
}

bool PasswordField::isAcceptable() const
{
    return m_acceptable;
}

void PasswordField::setRevealed(bool revealed)
{
    m_edit->setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    retranslate();
}

bool PasswordField::isRevealed() const
{
    return m_edit->echoMode() == QLineEdit::Normal;
}

void PasswordField::retranslate()
{
    m_eye->setIcon(theme::icon(isRevealed() ? theme::Icon::EyeOff : theme::Icon::Eye));
    m_eye->setText(isRevealed() ? tr("Hide the password") : tr("Show the password"));
    m_eye->setToolTip(m_eye->text());
}

void PasswordField::judge()
{
    if (!m_meter) {
        m_acceptable = !isEmpty();
        return;
    }
    const base::Secret typed = secret();
    const auto against = password::PasswordRules().check(typed, m_context, u"password"_s);
    m_acceptable = !against;
    if (typed.isEmpty()) {
        m_meter->setScore(-1);
        m_reason->setText(tr("At least %n characters. A few random words are good.", nullptr,
                             int(password::PasswordRules::atLeast)));
        return;
    }
    const password::Strength strength = password::estimateStrength(typed, m_context);
    m_meter->setScore(against ? std::min(strength.score, 1) : strength.score);
    if (against && against->code == "too_short"_L1)
        m_reason->setText(tr("Too short: at least %n characters.", nullptr,
                             int(password::PasswordRules::atLeast)));
    else
        m_reason->setText(against ? fieldErrorText(*against) : strengthText(strength));
}

void PasswordField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        judge();
    }
    QWidget::changeEvent(event);
}

} // namespace authdesk::ui::widgets
