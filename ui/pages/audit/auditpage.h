// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page *Audit*: the events at the left, a quick look at the chosen one at the right, or in its
// place where the window is narrow. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/auditgateway.h"
#include "ui/widgets/page.h"

#include <memory>

class QSplitter;

namespace authdesk::ui::pages::audit {

class AuditListView;
class AuditViewModel;
class EventPane;

/// What the page stands on; the references outlive it.
struct AuditPageContext
{
    gateway::AuditGateway &audit;
    QString serverName;
    const base::Clock &clock;
};

class AuditPage final : public widgets::Page
{
    Q_OBJECT

public:
    explicit AuditPage(const AuditPageContext &context, QWidget *parent = nullptr);
    ~AuditPage() override;

    void activated() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void chooseEvent(qint64 id);
    void closePane();
    void askWhereToExport();
    void exportTo(const QString &path);
    void updateWidgets();
    [[nodiscard]] bool isNarrow() const;

    AuditPageContext m_context;
    std::unique_ptr<AuditViewModel> m_viewModel;
    QSplitter *m_splitter;
    AuditListView *m_listView;
    EventPane *m_pane;
    bool m_started = false;
};

} // namespace authdesk::ui::pages::audit
