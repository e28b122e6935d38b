-- SPDX-FileCopyrightText: 2026 Authdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- How far a key goes: 1 read, 2 write, 3 as far as its owner. And recovery codes that were shown
-- before the app was confirmed: their hashes, a line each, wait beside it.

ALTER TABLE api_keys ADD COLUMN level INTEGER NOT NULL DEFAULT 3;
ALTER TABLE factors ADD COLUMN held_codes BLOB NOT NULL DEFAULT x'';
