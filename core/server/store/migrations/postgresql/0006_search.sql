-- SPDX-FileCopyrightText: 2026 Authdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- One text to search instead of three, in which every letter counts: pg_trgm cuts texts into words
-- and knows nothing of what stands between them. Folded texts hold no capitals, so pairs of these
-- stand for what is most often there, and no name has such pairs even in small letters, which the
-- index takes for the same. PostgresqlEngine::searchPattern() writes the same ones.

ALTER TABLE users ADD COLUMN search_text TEXT GENERATED ALWAYS AS (
    replace(replace(replace(replace(replace(replace(replace(
        name_sort || E'\n' || username_folded || E'\n' || email_sort,
        ' ', 'QX'), '.', 'XQ'), '@', 'ZQ'), '-', 'QZ'), '_', 'JQ'), '''', 'QJ'), '+', 'VQ')) STORED;

DROP INDEX users_search;
CREATE INDEX users_search ON users USING gin (search_text gin_trgm_ops);
