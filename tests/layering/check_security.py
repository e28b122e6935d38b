#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds SECURITY.md against the tests, both ways.

Every test that SECURITY.md names exists as a test function under tests/, in the row of its own
number; every test function whose name carries a number is named there; every number is mentioned.

    check_security.py [TOP]        looks at the project
    check_security.py --self-test  shows that each kind of mistake is noticed
"""
import re
import sys
import tempfile
from pathlib import Path

NAME = r"[sr]\d\d_\w+"
DECLARED = re.compile(r"^\s*void (?:\w+::)?(" + NAME + r")\(\)", re.M)
ROW = re.compile(r"^\| *([SR])(\d{1,2}) *\|", re.M)
STATEMENTS, FAILURES = 50, 19


def declared_tests(top):
    """The test functions of the tree; a _data function only feeds the one it belongs to."""
    names = set()
    for source in sorted((top / "tests").rglob("*")):
        if source.suffix in (".cpp", ".h") and source.is_file():
            names |= set(DECLARED.findall(source.read_text(encoding="utf-8")))
    return {name for name in names if not name.endswith("_data")}


def complaints(top):
    document = top / "SECURITY.md"
    if not document.is_file():
        return ["SECURITY.md is missing"]
    text = document.read_text(encoding="utf-8")
    declared = declared_tests(top)
    named = set()
    rows = set()
    found = []
    for line in text.splitlines():
        row = ROW.match(line)
        if row:
            number = f"{row[1].lower()}{int(row[2]):02d}"
            if number in rows:
                found.append(f"SECURITY.md has two rows for {number}")
            rows.add(number)
        for name in re.findall(r"`(" + NAME + r")`", line):
            named.add(name)
            if row and not name.startswith(number + "_"):
                found.append(f"SECURITY.md lists {name} in the row of {number}")
    expected = {f"s{n:02d}" for n in range(1, STATEMENTS + 1)}
    expected |= {f"r{n:02d}" for n in range(1, FAILURES + 1)}
    found += [f"SECURITY.md has no row for {number}" for number in sorted(expected - rows)]
    found += [f"SECURITY.md has a row for {number}, which is none" for number in sorted(rows - expected)]
    found += [f"SECURITY.md names {name}, which is no test" for name in sorted(named - declared)]
    found += [f"SECURITY.md does not name {name}" for name in sorted(declared - named)]
    return found


def self_test():
    def rows(without="", more=""):
        numbers = [f"S{n}" for n in range(1, STATEMENTS + 1)] + [f"R{n}" for n in range(1, FAILURES + 1)]
        lines = []
        for number in numbers:
            if number == without:
                continue
            tests = "`s01_isHere`" if number == "S1" else "none yet"
            lines.append(f"| {number} | a sentence | {tests} |")
        return "\n".join(lines) + "\n" + more

    source = "class T {\n    void s01_isHere_data();\n    void s01_isHere();\n};\n"
    cases = [
        ("all is well", rows(), source, None),
        ("a test that is not there", rows(more="`s02_isNowhere`\n"), source, "is no test"),
        ("a test that is not named", rows(), source + "void T::r01_isNew()\n{\n}\n", "does not name"),
        ("a test in a wrong row", rows(without="S2", more="| S2 | x | `s01_isHere` |\n"), source,
         "in the row of s02"),
        ("a missing row", rows(without="S7"), source, "no row for s07"),
        ("two rows", rows(more="| S7 | again | |\n"), source, "two rows for s07"),
        ("a row of no number", rows(more="| R20 | more | |\n"), source, "which is none"),
        ("data alone is no test", rows(), "void s01_isHere_data();\n", "is no test"),
        ("no document", None, source, "is missing"),
    ]
    failed = 0
    for title, document, test, expected in cases:
        with tempfile.TemporaryDirectory() as folder:
            top = Path(folder)
            (top / "tests").mkdir()
            (top / "tests" / "tst_x.cpp").write_text(test, encoding="utf-8")
            if document is not None:
                (top / "SECURITY.md").write_text(document, encoding="utf-8")
            found = complaints(top)
        right = (not found) if expected is None else any(expected in line for line in found)
        if not right:
            failed += 1
            print(f"self-test: {title}: {found or 'nothing noticed'}", file=sys.stderr)
    return 1 if failed else 0


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    top = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[2]
    found = complaints(top)
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
