// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A part of a list that is read by keyset: the items, and where to go on.
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace authdesk::model {

template <typename T>
struct Page
{
    QList<T> items;
    QString nextCursor;        ///< empty: this was the last page
    qint64 total = -1;         ///< -1: not counted
    bool totalAtLeast = false; ///< there are more than `total`

    bool operator==(const Page &) const = default;
};

} // namespace authdesk::model
