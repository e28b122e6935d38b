-- SPDX-FileCopyrightText: 2026 Authdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Keys that sign tokens. One of each algorithm signs; a retired one verifies what it signed until
-- that has ended.

CREATE TABLE signing_keys (
    kid TEXT PRIMARY KEY,
    algorithm TEXT NOT NULL,
    sealed_secret BLOB NOT NULL,
    -- empty: there is none to show
    public_key BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    retired_at INTEGER
) WITHOUT ROWID;
CREATE UNIQUE INDEX signing_keys_that_sign ON signing_keys (algorithm) WHERE retired_at IS NULL;

-- What a signed token calls its sign-in: it stays the same when the tokens change.
ALTER TABLE sessions ADD COLUMN sid TEXT;
CREATE UNIQUE INDEX sessions_by_sid ON sessions (sid) WHERE sid IS NOT NULL;
