// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A file to read from that may be a pipe: whoever fills it may take long, and the wait for more
// ends when the program is told to stop. One thread, after holdStopSignals().
#pragma once

#include <QtCore/QFile>

namespace authdesk::app {

class StoppableFile final : public QFile
{
public:
    using QFile::QFile;

    /// Whether reading ended because of stopSignalCame(): it seems to be the end, and is none.
    [[nodiscard]] bool isCut() const { return m_isCut; }

protected:
    /// Of a pipe what is there, at least one byte.
    qint64 readData(char *data, qint64 maxSize) override;

private:
    bool m_isCut = false;
};

} // namespace authdesk::app
