#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the sources has its translation in every language, with the same placeholders.

    check_translations.py TOP
    check_translations.py --self-test
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

# What a translation must keep: places for values, the ellipsis that promises a dialog, markup.
KEPT = re.compile(r"%\d|%n|</?\w+>|…$|:$|\n")


def complaints(name, text):
    found = []
    for context in ElementTree.fromstring(text).iter("context"):
        where = context.findtext("name")
        for message in context.iter("message"):
            source = message.findtext("source")
            found += [f"{name}: {where}: “{source}” {what}" for what in wrong_with(message, source)]
    return found


def wrong_with(message, source):
    translation = message.find("translation")
    if translation.get("type") == "obsolete" or translation.get("type") == "vanished":
        yield "is not in the sources any more"
        return
    plural = message.get("numerus") == "yes"
    forms = [form.text or "" for form in translation.iter("numerusform")] if plural else [
        translation.text or ""]
    if translation.get("type") == "unfinished" or not all(forms):
        yield "is not translated"
        return
    for form in forms:
        if sorted(KEPT.findall(form)) != sorted(KEPT.findall(source)):
            yield f"has other placeholders than “{form}”"
        if mnemonics(form) != mnemonics(source):
            yield f"has other mnemonics than “{form}”"


def mnemonics(text):
    return len(re.findall(r"&(?=\w)", text))


def check(top):
    with tempfile.TemporaryDirectory() as folder:
        for file in sorted((top / "translations").glob("*.ts")):
            shutil.copy(file, folder)
        subprocess.run([top / "scripts/translations", folder], check=True)
        files = sorted(pathlib.Path(folder).glob("*.ts"))
        found = [one for file in files for one in complaints(file.name, file.read_text("utf-8"))]
    if len(files) < 2:
        found.append("there are no translations")
    return found


def self_test():
    def ts(message):
        return f"<TS><context><name>C</name>{message}</context></TS>"

    good = ts("<message><source>%1 of %2…</source><translation>%2: %1…</translation></message>")
    bad = [ts(f"<message{more}><source>%1 of %n…</source>{translation}</message>")
           for more, translation in (
               ("", '<translation type="unfinished"></translation>'),
               ("", "<translation>%1 von %2…</translation>"),
               ("", "<translation>%1 von %n</translation>"),
               ("", "<translation>%1 &amp;von %n…</translation>"),
               ("", '<translation type="vanished">%1 von %n…</translation>'),
               (' numerus="yes"', "<translation><numerusform>%1 %n…</numerusform>"
                                  "<numerusform></numerusform></translation>"))]
    found = complaints("good", good)
    return found + [f"not noticed: {text}" for text in bad if not complaints("bad", text)]


if __name__ == "__main__":
    problems = self_test() if sys.argv[1] == "--self-test" else check(pathlib.Path(sys.argv[1]))
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)
