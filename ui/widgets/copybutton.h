// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Puts something on the clipboard and says so on itself for two seconds. Secrets are marked so that
// clipboard histories leave them out.
#pragma once

#include <QtWidgets/QPushButton>

#include <functional>

class QTimer;

namespace authdesk::ui::widgets {

class CopyButton final : public QPushButton
{
    Q_OBJECT

public:
    enum class Content { Plain, Secret };

    explicit CopyButton(const QString &text, QWidget *parent = nullptr);

    /// What it says while it does not say that it copied.
    void setLabel(const QString &text);
    /// Asked at each click, so that nothing is kept.
    void setSource(std::function<QString()> source, Content content = Content::Plain);

Q_SIGNALS:
    void copied();

private:
    void copy();

    std::function<QString()> m_source;
    Content m_content = Content::Plain;
    QString m_text;
    QTimer *m_back;
};

} // namespace authdesk::ui::widgets
