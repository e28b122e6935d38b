-- SPDX-FileCopyrightText: 2026 Authdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- When a role was made and last changed. 0: before anybody wrote it down; those that every server
-- has are as old as its database.

ALTER TABLE roles ADD COLUMN created_at bigint NOT NULL DEFAULT 0;
ALTER TABLE roles ADD COLUMN updated_at bigint NOT NULL DEFAULT 0;
UPDATE roles SET
    created_at = (SELECT coalesce(min(applied_at), 0) FROM schema_versions),
    updated_at = (SELECT coalesce(min(applied_at), 0) FROM schema_versions)
    WHERE predefined <> 0;
