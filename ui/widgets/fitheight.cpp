// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/fitheight.h"

#include <QtCore/QEvent>
#include <QtWidgets/QLayout>
#include <QtWidgets/QWidget>

namespace authdesk::ui::widgets {

namespace {

class HeightFitter final : public QObject
{
public:
    explicit HeightFitter(QWidget *window)
        : QObject(window)
        , m_window(window)
    {
        m_window->installEventFilter(this);
    }

    void fit()
    {
        QLayout *layout = m_window->layout();
        layout->activate();
        const int width = m_window->width();
        m_window->setFixedHeight(layout->hasHeightForWidth() ? layout->totalHeightForWidth(width)
                                                             : layout->totalSizeHint().height());
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
            fit();
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget *m_window;
};

} // namespace

void fitHeight(QWidget *window, int width)
{
    window->setFixedWidth(width);
    (new HeightFitter(window))->fit();
}

} // namespace authdesk::ui::widgets
