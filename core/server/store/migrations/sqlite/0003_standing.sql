-- SPDX-FileCopyrightText: 2026 Authdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Any filter of the list of people is a stretch of this index, or a few: also where role, status and
-- second factor meet rarely. It serves for what the index of the role alone was there for.

DROP INDEX users_by_role_id;
CREATE INDEX users_by_standing ON users (role_id, status, mfa_kinds);
