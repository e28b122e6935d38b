#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever the server writes into its audit has words in the window: check_auditwords.py TOP | --self-test

An action or a changed field without words would be shown by its name, `role.updated`.
"""
import pathlib
import re
import sys

ACTION = re.compile(r'u"((?:sign_in|sign_out|user|users|session|key|role|tier|mfa|account|password|settings|setup)'
                    r'\.[a-z_]+)"_s')
FIELD = re.compile(r'addChange\([^,;]+,\s*u"([a-z_.]*[a-z_])"_s')
PAGES = {"ui/pages/audit/audittexts.cpp": ("action", "field"), "ui/pages/overview/eventtexts.cpp": ("action",)}


def missing(server, page, kinds):
    names = {"action": set(ACTION.findall(server)), "field": set(FIELD.findall(server))}
    return sorted(name for kind in kinds for name in names[kind] if f'{{"{name}",' not in page)


def check(top):
    server = "\n".join(path.read_text() for path in sorted((top / "core/server").rglob("*.cpp")))
    if len(ACTION.findall(server)) < 20 or len(FIELD.findall(server)) < 20:
        sys.exit("check_auditwords.py: the server's actions and fields are no longer found")
    gaps = [f"{page}: no words for {name}" for page, kinds in PAGES.items()
            for name in missing(server, (top / page).read_text(), kinds)]
    print("\n".join(gaps) or "every action and field has words")
    return 1 if gaps else 0


def self_test():
    server = 'auditEvent(u"role.made"_s, caller); addChange(event, u"slug"_s, {}, slug);'
    assert missing(server, 'Entry{"role.made", x}, Entry{"slug", y}', ("action", "field")) == []
    assert missing(server, 'Entry{"role.made", x}', ("action", "field")) == ["slug"]
    assert missing(server, "", ("action",)) == ["role.made"]
    return 0


if __name__ == "__main__":
    sys.exit(self_test() if sys.argv[1] == "--self-test" else check(pathlib.Path(sys.argv[1])))
