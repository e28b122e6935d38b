// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes people as PeopleReader reads them. One thread at a time.
#pragma once

#include "core/base/result.h"
#include "core/transfer/peoplereader.h"

class QIODevice;

namespace authdesk::transfer {

class PeopleWriter final
{
public:
    /// `device` is open for writing and outlives the writer.
    PeopleWriter(QIODevice &device, Format format, HashColumns hashes);

    /// FileFailed, like the others.
    [[nodiscard]] base::Result<> begin();
    [[nodiscard]] base::Result<> add(const QList<PersonCells> &people);
    [[nodiscard]] base::Result<> end();

private:
    [[nodiscard]] base::Result<> write(const QByteArray &bytes);

    QIODevice &m_device;
    Format m_format;
    HashColumns m_hashes;
    bool m_isFirst = true;
};

} // namespace authdesk::transfer
