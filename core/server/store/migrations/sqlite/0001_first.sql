-- SPDX-FileCopyrightText: 2026 Authdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Times are milliseconds since 1970 in UTC. A statement ends with a line that ends in a semicolon,
-- a trigger with the line "END;".

CREATE TABLE roles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    statements TEXT NOT NULL,
    predefined INTEGER NOT NULL DEFAULT 0
);

INSERT INTO roles (slug, name, name_sort, statements, predefined) VALUES
    ('predefined_super_admin', 'Super Admin', 'super admin',
     '[{"action":["manage"],"subject":["all"]}]', 1),
    ('admin', 'Admin', 'admin',
     '[{"action":["manage"],"subject":["all"]},{"action":["manage"],"subject":["roles","settings","backups"],"inverted":true}]', 1),
    ('help_desk', 'Help desk', 'help desk',
     '[{"action":["read","update"],"subject":["users"]},{"action":["read","delete"],"subject":["sessions"]}]', 1),
    ('auditor', 'Auditor', 'auditor',
     '[{"action":["read"],"subject":["all"]}]', 1),
    ('user', 'User', 'user', '[]', 1);

CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    username TEXT NOT NULL,
    username_folded TEXT NOT NULL,
    email TEXT,
    email_folded TEXT,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    role_id INTEGER NOT NULL REFERENCES roles (id),
    disabled_at INTEGER,
    disabled_by TEXT NOT NULL DEFAULT '',
    valid_until INTEGER,
    must_change_password INTEGER NOT NULL DEFAULT 0,
    password_hash BLOB NOT NULL DEFAULT x'',
    one_time_hash BLOB NOT NULL DEFAULT x'',
    one_time_expires_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    -- 0: never
    last_login_at INTEGER NOT NULL DEFAULT 0,
    -- 0: not locked; 9223372036854775807: until somebody unlocks
    locked_until INTEGER NOT NULL DEFAULT 0,
    -- What follows is derived from the above, so that lists can filter and sort by an index.
    name_sort TEXT NOT NULL,
    email_sort TEXT NOT NULL,
    role_sort TEXT NOT NULL,
    -- 0 active, 1 disabled, 2 locked, 3 invited; right until status_due
    status INTEGER NOT NULL DEFAULT 0,
    status_due INTEGER,
    -- confirmed factors: 1 totp, 2 email, 4 webauthn
    mfa_kinds INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX users_by_uid ON users (uid);
CREATE UNIQUE INDEX users_by_username ON users (username_folded);
CREATE UNIQUE INDEX users_by_unique_email ON users (email_folded) WHERE email_folded IS NOT NULL;
CREATE INDEX users_by_name ON users (name_sort);
CREATE INDEX users_by_email ON users (email_sort);
CREATE INDEX users_by_role ON users (role_sort);
CREATE INDEX users_by_role_id ON users (role_id);
CREATE INDEX users_by_status ON users (status);
CREATE INDEX users_by_second_factor ON users (mfa_kinds);
CREATE INDEX users_by_last_login ON users (last_login_at);
CREATE INDEX users_by_created ON users (created_at);
CREATE INDEX users_by_status_due ON users (status_due) WHERE status_due IS NOT NULL;

CREATE TRIGGER roles_renamed AFTER UPDATE OF name_sort ON roles BEGIN
    UPDATE users SET role_sort = new.name_sort WHERE role_id = new.id;
END;

CREATE VIRTUAL TABLE users_search USING fts5 (
    name_sort, username_folded, email_sort,
    content = 'users', content_rowid = 'id', tokenize = 'trigram case_sensitive 1'
);

CREATE TRIGGER users_search_insert AFTER INSERT ON users BEGIN
    INSERT INTO users_search (rowid, name_sort, username_folded, email_sort)
    VALUES (new.id, new.name_sort, new.username_folded, new.email_sort);
END;

CREATE TRIGGER users_search_delete AFTER DELETE ON users BEGIN
    INSERT INTO users_search (users_search, rowid, name_sort, username_folded, email_sort)
    VALUES ('delete', old.id, old.name_sort, old.username_folded, old.email_sort);
END;

CREATE TRIGGER users_search_update AFTER UPDATE OF name_sort, username_folded, email_sort ON users BEGIN
    INSERT INTO users_search (users_search, rowid, name_sort, username_folded, email_sort)
    VALUES ('delete', old.id, old.name_sort, old.username_folded, old.email_sort);
    INSERT INTO users_search (rowid, name_sort, username_folded, email_sort)
    VALUES (new.id, new.name_sort, new.username_folded, new.email_sort);
END;

CREATE TABLE factors (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- 1 totp, 2 email, 4 webauthn
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    sealed_secret BLOB NOT NULL,
    confirmed_at INTEGER,
    pending_until INTEGER,
    last_step INTEGER NOT NULL DEFAULT -1,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER
);
CREATE INDEX factors_by_user ON factors (user_id);

CREATE TABLE recovery_codes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER
);
CREATE INDEX recovery_codes_by_user ON recovery_codes (user_id);

CREATE TABLE one_time_codes (
    user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);

CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    system TEXT NOT NULL,
    address TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    signed_in_at INTEGER NOT NULL,
    last_seen_at INTEGER,
    access_hash BLOB NOT NULL UNIQUE,
    access_expires_at INTEGER NOT NULL,
    refresh_hash BLOB UNIQUE,
    refresh_expires_at INTEGER,
    -- the absolute end of the family
    expires_at INTEGER NOT NULL,
    -- when nothing of it is good any more: the earlier of expires_at and both tokens' ends
    ends_at INTEGER NOT NULL,
    enrollment_required INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX sessions_by_user ON sessions (user_id);
CREATE INDEX sessions_by_end ON sessions (ends_at);

CREATE TABLE spent_refresh_tokens (
    hash BLOB PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    spent_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX spent_refresh_tokens_by_session ON spent_refresh_tokens (session_id);
CREATE INDEX spent_refresh_tokens_by_time ON spent_refresh_tokens (spent_at);

CREATE TABLE challenges (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- 0 second factor, 1 password change, 2 by name
    kind INTEGER NOT NULL,
    token_hash BLOB UNIQUE,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    system TEXT NOT NULL,
    address TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    note TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);
CREATE INDEX challenges_by_user ON challenges (user_id);
CREATE INDEX challenges_by_end ON challenges (expires_at);

CREATE TABLE throttle (
    -- 0 password, 1 code
    kind INTEGER NOT NULL,
    name_hash BLOB NOT NULL,
    user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
    failures INTEGER NOT NULL,
    -- as users.locked_until
    locked_until INTEGER NOT NULL DEFAULT 0,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (kind, name_hash)
) WITHOUT ROWID;
CREATE INDEX throttle_by_user ON throttle (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX throttle_by_time ON throttle (updated_at);

CREATE TABLE known_addresses (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    last_sign_in_at INTEGER NOT NULL,
    PRIMARY KEY (user_id, address)
) WITHOUT ROWID;

CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    action TEXT NOT NULL,
    result TEXT NOT NULL,
    reason TEXT NOT NULL,
    actor_uid TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    actor_folded TEXT NOT NULL,
    target_uid TEXT NOT NULL,
    target_name TEXT NOT NULL,
    target_folded TEXT NOT NULL,
    system TEXT NOT NULL,
    address TEXT NOT NULL,
    request_id TEXT NOT NULL,
    changes TEXT NOT NULL,
    seal BLOB,
    sealed_later INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX audit_by_action ON audit (action);
CREATE INDEX audit_by_actor ON audit (actor_uid);
CREATE INDEX audit_by_actor_name ON audit (actor_folded);
CREATE INDEX audit_by_target ON audit (target_uid);
CREATE INDEX audit_by_target_name ON audit (target_folded);
CREATE INDEX audit_unsealed ON audit (id) WHERE seal IS NULL;

CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'audit rows are never removed');
END;

CREATE TRIGGER audit_keeps_content BEFORE UPDATE OF id, at, action, result, reason, actor_uid, actor_name, actor_folded, target_uid, target_name, target_folded, system, address, request_id, changes ON audit BEGIN
    SELECT RAISE(ABORT, 'audit rows are never changed');
END;

CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    last_id INTEGER NOT NULL,
    last_sealed_id INTEGER NOT NULL,
    last_seal BLOB NOT NULL
);

INSERT INTO audit_head (id, last_id, last_sealed_id, last_seal) VALUES (1, 0, 0, x'');

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE facts (
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;
