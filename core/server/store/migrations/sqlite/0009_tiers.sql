-- SPDX-FileCopyrightText: 2026 Authdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What systems that know tiers keep of a person: a tier and the address of a picture. Nobody's rights hang
-- on either. Whoever may sign in is walked by an index that holds nothing else.

CREATE TABLE tiers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
);

ALTER TABLE users ADD COLUMN tier_id INTEGER REFERENCES tiers (id) ON DELETE SET NULL;
CREATE INDEX users_by_tier ON users (tier_id) WHERE tier_id IS NOT NULL;
-- empty: there is none
ALTER TABLE users ADD COLUMN picture_url TEXT NOT NULL DEFAULT '';
CREATE INDEX users_enabled ON users (id, valid_until) WHERE disabled_at IS NULL;
