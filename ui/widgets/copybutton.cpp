// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/copybutton.h"

#include "ui/theme/icons.h"

#include <QtCore/QMimeData>
#include <QtCore/QTimer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

static constexpr int sayForMs = 2000;

CopyButton::CopyButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_text(text)
    , m_back(new QTimer(this))
{
    setIcon(theme::icon(theme::Icon::Copy));
    setAutoDefault(false);
    m_back->setSingleShot(true);
    m_back->setInterval(sayForMs);
    QObject::connect(m_back, &QTimer::timeout, this, [this] {
        setText(m_text);
        setIcon(theme::icon(theme::Icon::Copy));
    });
    QObject::connect(this, &QPushButton::clicked, this, &CopyButton::copy);
}

void CopyButton::setLabel(const QString &text)
{
    m_text = text;
    setText(m_back->isActive() ? tr("Copied") : m_text);
}

void CopyButton::setSource(std::function<QString()> source, Content content)
{
    m_source = std::move(source);
    m_content = content;
}

void CopyButton::copy()
{
    if (!m_source)
        return;
    auto *data = new QMimeData; // the clipboard owns it
    data->setText(m_source());
    if (m_content == Content::Secret)
        data->setData(u"x-kde-passwordManagerHint"_s, "secret"_ba);
    QGuiApplication::clipboard()->setMimeData(data);
    // The button keeps its width, so that nothing beside it jumps.
    setMinimumWidth(width());
    setText(tr("Copied"));
    setIcon(theme::icon(theme::Icon::Check));
    m_back->start();
    Q_EMIT copied();
}

} // namespace authdesk::ui::widgets
