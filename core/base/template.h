// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A sentence with places for values, %1 to %9: finds the values in a sentence that was made of it,
// and makes another one with them. Immutable, any thread.
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace authdesk::base {

class Template final
{
public:
    explicit Template(const QString &pattern);

    [[nodiscard]] bool hasPlaces() const { return !m_places.isEmpty(); }
    /// The values of %1, %2 … where `sentence` is this pattern with something in each place; a
    /// place takes as little as it can. nullopt for any other sentence.
    [[nodiscard]] std::optional<QStringList> valuesIn(const QString &sentence) const;
    /// The pattern with the values in its places; a place without a value stays as it is.
    [[nodiscard]] QString filled(const QStringList &values) const;

private:
    QStringList m_words;       ///< between the places: one more than there are places
    QList<qsizetype> m_places; ///< the number of each place's value, from 0
};

} // namespace authdesk::base
