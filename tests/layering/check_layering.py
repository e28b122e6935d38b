#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the arrows between the rooms.

Every include of ours must point the way ALLOWED draws it, no circle may close, a library that
belongs to one room is named in no other, and no file outgrows the house's limits.
"""
import pathlib
import re
import sys
import tempfile

# room -> rooms it may include. `core/base` is everybody's; a room may always include itself.
ALLOWED = {
    "core/base": [],
    "core/model": [],
    "core/policy": ["core/model"],
    "core/password": [],
    "core/transfer": ["core/model"],
    "core/qr": [],
    "core/net": [],
    "core/gateway": ["core/model", "core/net"],
    "core/vault": [],
    "core/settings": [],
    "core/workspace": ["core/model", "core/gateway", "core/vault", "core/settings"],
    "core/hosting": ["core/model"],
    "core/systems/*/messages": ["core/model"],
    "core/systems/*/client": ["core/model", "core/gateway", "core/net", "core/systems/=/messages"],
    "core/systems/*/routes": ["core/model", "core/server/http", "core/server/service",
                              "core/server/text", "core/transfer", "core/systems/=/messages",
                              "core/systems/bridge"],
    "core/systems/bridge": ["core/model", "core/server/http", "core/server/service"],
    "core/systems/clients": ["core/gateway", "core/net", "core/systems/*/client"],
    "core/systems/routes": ["core/server/http", "core/server/service", "core/systems/*/routes"],
    "core/server/http": ["core/model"],
    "core/server/store": ["core/model"],
    "core/server/crypto": [],
    "core/server/config": [],
    "core/server/text": [],
    "core/server/service": ["core/model", "core/policy", "core/password", "core/transfer",
                            "core/qr", "core/server/store", "core/server/crypto",
                            "core/server/text"],
    "core/server/host": ["core/model", "core/policy", "core/hosting", "core/server/*",
                         "core/systems/routes"],
    "ui/theme": ["UI"],
    "ui/widgets": ["UI", "ui/theme"],
    "ui/pages/*": ["UI", "ui/theme", "ui/widgets"],
    "ui/wizards": ["UI", "ui/theme", "ui/widgets"],
    "ui/shell": ["UI", "ui/theme", "ui/widgets", "ui/pages/*", "ui/wizards"],
    "app/*": ["core/*", "ui/*"],
}
# What every room of ui may know below it.
UI = ["core/workspace", "core/gateway", "core/vault", "core/settings", "core/hosting",
      "core/policy", "core/password", "core/transfer", "core/qr", "core/model"]

# A library's header -> the only rooms that may name it.
HEADERS = {
    r"QtHttpServer/|QHttpServer|QAbstractHttpServer": ["core/server/http"],
    r"QtSql/|QSql": ["core/server/store"],
    r"sodium|openssl/|liboath/|^crypt\.h": ["core/server/crypto"],
    r"qrencode|png\.h": ["core/qr"],
    r"zxcvbn": ["core/password"],
    r"prometheus/": ["core/server/host"],
    r"qt6keychain|keychain\.h": ["core/vault"],
    r"QtWidgets/|QtGui/|QtPrintSupport/|QtSvg/": ["ui/*", "app/console"],
}
LONGEST_FILE = 800

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')


def matches(room, pattern, asking):
    """Whether a room's name fits a pattern; `=` stands for the asking room's own system."""
    if "/=/" in pattern:
        pattern = pattern.replace("=", asking.split("/")[2])
    parts = re.escape(pattern).replace(r"\*", ".*" if pattern.endswith("/*") else "[^/]+")
    return re.fullmatch(parts, room) is not None


def rule_for(room):
    if room in ALLOWED:
        return ALLOWED[room]
    for pattern, allowed in ALLOWED.items():
        if "*" in pattern and matches(room, pattern, room):
            return allowed
    return None


def room_of(path):
    """The room of a path from the top: the folder that holds the file."""
    folder = pathlib.PurePosixPath(path).parent.as_posix()
    while folder not in ("", "."):
        if rule_for(folder) is not None:
            return folder
        folder = pathlib.PurePosixPath(folder).parent.as_posix()
    return None


def circle_in(edges):
    state = {}

    def visit(room, trail):
        state[room] = "open"
        for other in sorted(edges.get(room, ())):
            if state.get(other) == "open":
                return trail + [room, other]
            if other not in state:
                found = visit(other, trail + [room])
                if found:
                    return found
        state[room] = "done"
        return None

    for room in sorted(edges):
        if room not in state:
            found = visit(room, [])
            if found:
                return found
    return None


def check(top):
    complaints, edges, seen = [], {}, 0
    for path in sorted(p for root in ("core", "ui", "app") for p in (top / root).rglob("*")
                       if p.suffix in (".h", ".cpp")):
        seen += 1
        name = path.relative_to(top).as_posix()
        room = room_of(name)
        if room is None:
            complaints.append(f"{name}: this folder is no room; add its row to ALLOWED")
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        if len(lines) > LONGEST_FILE:
            complaints.append(f"{name}: {len(lines)} lines; split it (limit {LONGEST_FILE})")
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in "\n".join(lines[:3]):
            complaints.append(f"{name}: the SPDX header is missing")
        if path.suffix == ".h" and "#pragma once" not in lines:
            complaints.append(f"{name}: no #pragma once")
        for number, line in enumerate(lines, 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            target = found.group(2)
            for library, rooms in HEADERS.items():
                if not target.startswith(("core/", "ui/", "app/")) and re.search(library, target) \
                        and not any(matches(room, r, room) for r in rooms):
                    complaints.append(f"{name}:{number}: <{target}> belongs to {', '.join(rooms)}")
            if found.group(1) != '"' or "/" not in target:
                continue
            other = room_of(target)
            if other is None:
                complaints.append(f"{name}:{number}: {target} is in no room")
                continue
            if other == room:
                continue
            edges.setdefault(room, set()).add(other)
            allowed = [a for r in rule_for(room) for a in (UI if r == "UI" else [r])]
            if other != "core/base" and not any(matches(other, a, room) for a in allowed):
                complaints.append(f"{name}:{number}: {room} may not know {other}")
    if seen == 0:
        complaints.append("no sources found: is this the top of the project?")
    circle = circle_in(edges)
    if circle:
        complaints.append("a circle: " + " -> ".join(circle))
    return complaints


def self_test():
    """A check that cannot fail is none: each kind of breach must be found in a small tree."""
    head = "// SPDX-FileCopyrightText: x\n// SPDX-License-Identifier: GPL-3.0-or-later\n"
    breaches = {
        "may not know": ("core/base/a.cpp", '#include "core/model/user.h"\n'),
        "belongs to": ("core/model/a.cpp", "#include <QtSql/QSqlQuery>\n"),
        "may not know core/systems/b": ("core/systems/a/client/c.cpp",
                                        '#include "core/systems/b/messages/m.h"\n'),
        "no room": ("core/nowhere/a.cpp", "\n"),
        "a circle": ("core/model/a.cpp", '#include "core/policy/p.h"\n'),
        "split it": ("core/base/a.cpp", "\n" * (LONGEST_FILE + 1)),
        "SPDX": ("core/base/bare.h", "#pragma once\n"),
    }
    failed = 0
    for expected, (name, text) in breaches.items():
        with tempfile.TemporaryDirectory() as folder:
            top = pathlib.Path(folder)
            files = {name: (text if name.endswith("bare.h") else head + text),
                     "core/policy/p.h": head + '#pragma once\n#include "core/model/user.h"\n'}
            for file, content in files.items():
                (top / file).parent.mkdir(parents=True, exist_ok=True)
                (top / file).write_text(content, encoding="utf-8")
            found = check(top)
            if not any(expected in complaint for complaint in found):
                print(f"not noticed: {expected} in {name}: {found}")
                failed += 1
    return failed


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(1 if self_test() else 0)
    problems = check(pathlib.Path(sys.argv[1]))
    print("\n".join(problems) or "every include points the way the design draws it")
    sys.exit(1 if problems else 0)
