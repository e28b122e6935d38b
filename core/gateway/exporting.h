// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a server hands out a file: what it may be, and where its parts go. Window thread.
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArrayView>

#include <functional>

namespace authdesk::gateway {

enum class ExportFormat { Csv, Json };

/// Takes a part of the file as it arrives; `total` is the length of the whole in bytes, or -1. An
/// error of its own ends the export.
using ExportSink = std::function<base::Result<void>(QByteArrayView part, qint64 total)>;

} // namespace authdesk::gateway
