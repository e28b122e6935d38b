-- SPDX-FileCopyrightText: 2026 Authdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- How far the clock of an authenticator is off: seconds, negative where it is late, and when a
-- refused code told so. NULL after a code that was accepted.

ALTER TABLE factors ADD COLUMN clock_offset bigint;
ALTER TABLE factors ADD COLUMN clock_seen_at bigint;
