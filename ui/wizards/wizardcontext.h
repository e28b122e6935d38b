// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the first-run wizard works with: interfaces only, chosen by whoever wires the program.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/gateway/detection.h"
#include "core/hosting/localserver.h"
#include "core/settings/consolesettings.h"
#include "core/workspace/workspace.h"

#include <functional>

namespace authdesk::ui::wizards {

struct WizardContext
{
    workspace::Workspace &workspace;
    settings::ConsoleSettings &settings;
    gateway::Detector &detector;
    std::function<std::unique_ptr<hosting::LocalServer>()> makeServer;
    base::Random &random;
    const base::Clock &clock;
    quint16 firstPort = 8000; ///< proposed for a server here, or the next free one above it
    QString sampleFolder =
        {}; ///< where a server with sample people may lie; empty: none is offered
};

} // namespace authdesk::ui::wizards
