-- SPDX-FileCopyrightText: 2026 Authdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Every server counts the wrong guesses of an address, wherever they were made. With the event's id,
-- because equal notes of one transaction are told once.

CREATE FUNCTION tell_wrong_guess() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('authdesk', coalesce(current_setting('authdesk.source', true), '') || ' guess '
        || new.id || ' ' || new.address);
    RETURN NULL;
END;
$$;

CREATE TRIGGER audit_tells_wrong_guess AFTER INSERT ON audit FOR EACH ROW
    WHEN (new.address <> ''
        AND new.action IN ('sign_in.failed', 'sign_in.code_failed', 'mfa.code_failed'))
    EXECUTE FUNCTION tell_wrong_guess();
