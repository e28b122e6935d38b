#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence that an answer of /admin/v1 may hold stands in core/server/text/messages.cpp.

The sentences are collected from the sources of the rooms that make such answers. Each must be in
the list, from which its translations come (the test `translations` holds those), and everything in
the list must still be said somewhere.

    check_servertexts.py TOP
    check_servertexts.py --self-test
"""
import pathlib
import re
import sys
import tempfile

LIST = "core/server/text/messages.cpp"
ENTRY = re.compile(r'QT_TRANSLATE_NOOP\(\s*"ServerText",\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)')

# The rooms whose errors an answer may hold.
ROOMS = ["core/base", "core/model", "core/policy", "core/password", "core/qr", "core/transfer",
         "core/server/crypto", "core/server/http", "core/server/service", "core/server/store",
         "core/systems/bridge", "core/systems/authdesk/messages", "core/systems/authdesk/routes"]
# And one file of a room that else speaks at the start.
FILES = ["core/server/host/tlskeeper.cpp"]

# What these say never stands in an answer.
ELSEWHERE = {
    "core/base/sentences.h": "the console's",
    "core/base/error.cpp": "the console's",
    "core/password/strength.cpp": "advice while a password is typed; the console's",
    "core/server/http/answerwriter.cpp": "reason phrases of HTTP",
    "core/server/http/routetable.cpp": "at the start",
    "core/server/http/serverloop.cpp": "at the start",
    "core/server/http/tlsidentity.cpp": "at the start",
    "core/server/service/frontendsettingsservice.cpp": "OpenArchiver's API, in English",
    "core/server/store/databasemove.cpp": "the command move-database",
    "core/server/store/filecheck.cpp": "at the start",
    "core/server/store/migrator.cpp": "at the start",
    "core/server/store/postgresqladdress.cpp": "at the start",
}
# Sentences of files that say other things in answers.
NO_MORE = "Internal, whose answer says no more"
NOT_ANSWERED = {
    "%1 at %2": "detail for the log",
    "A request failed: %s: %ls": "the log",
    "A stored secret does not open with this master key.": NO_MORE,
    "An address that was let go cannot be had back:": "the log",
    "Settings that cannot be stored stay in force:": "the log",
    "What is stored as": "the log",
    "Authorization, Content-Type, If-Match, X-API-KEY, X-Requested-With, X-Setup-Code": "names of headers",
    "Invalid credentials.": "Pipelit's; ours says that the name or the password is wrong",
    "MFA reset only allowed from localhost.": "Pipelit's",
    "Something went wrong in the server.": NO_MORE,
    "The QR code could not be drawn.": NO_MORE,
    "The code could not be checked.": NO_MORE,
    "The database %1 is damaged or is not one of Authdesk's. It was left as it is.": NO_MORE,
    "The master key is missing.": NO_MORE,
    "The master key must be 32 bytes, written as 64 hex digits or as base64.": "at the start",
    "The file cannot be read.": "the command import",
    "The file cannot be written.": "the command export",
    "The password could not be stored.": NO_MORE,
    "The server answered something that this program does not understand.": "the console's",
    "There is no such result.": "the console's",
}

STRING = r'(?:u8?|L)?"((?:[^"\\\n]|\\.)*)"(?:_s|_L1|_ba)?'
STRINGS = re.compile(rf'{STRING}(?:\s*{STRING})*')
PIECE = re.compile(STRING)
# Where an error's words stand, whatever they look like.
PLACES = [re.compile(pattern + rf'({STRING}(?:\s*{STRING})*)') for pattern in (
    r'\bfail\(\s*(?:base::)?(?:ErrorCode::)?\w+,\s*',
    r'\.message\s*=\s*(?:QStringLiteral\()?',
    r'\bmessage\s*=\s*(?:QStringLiteral\()?',
    r'\baddError\([^,()]+,[^,()]+,\s*',
    r'\bproblem\([^,()]+,\s*')]
COMMENT = r'//[^\n]*|/\*.*?\*/'
# Words for people, and not a statement of SQL, a header or a name.
SENTENCE = re.compile(r'(?:[A-Z][a-z]*|%\d)[ ,]')


def joined(literals):
    return "".join(PIECE.findall(literals)).replace('\\"', '"').replace("\\\\", "\\")


def without_comments(text):
    # Strings are matched as well, because two slashes in one begin no comment, and single
    # characters, because a quotation mark may be one.
    return re.sub(rf"({STRING})|{COMMENT}|'(?:[^'\\\n]|\\.)'",
                  lambda match: match.group(1) or " ", text, flags=re.S)


def sentences_of(text):
    text = without_comments(text)
    text = re.sub(r'^\s*#.*$', "", text, flags=re.M)
    found = {joined(match.group()) for match in STRINGS.finditer(text)}
    found = {sentence for sentence in found if SENTENCE.match(sentence)}
    for place in PLACES:
        found |= {joined(match.group(1)) for match in place.finditer(text)}
    return found - {""}


def said_in(top):
    said = {}
    for place in ROOMS + FILES:
        path = top / place
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            name = file.relative_to(top).as_posix()
            if file.suffix in (".h", ".cpp") and name not in ELSEWHERE:
                for sentence in sentences_of(file.read_text("utf-8")):
                    said.setdefault(sentence, name)
    return said


def listed_in(top):
    return [joined(entry) for entry in ENTRY.findall((top / LIST).read_text("utf-8"))]


def check(top):
    said, listed = said_in(top), listed_in(top)
    found = [f"{where}: “{sentence}” is not in {LIST}" for sentence, where in sorted(said.items())
             if sentence not in listed and sentence not in NOT_ANSWERED]
    found += [f"{LIST}: “{sentence}” is said nowhere" for sentence in listed
              if sentence not in said]
    found += [f"{LIST}: “{sentence}” stands there twice" for sentence in sorted(set(listed))
              if listed.count(sentence) > 1]
    found += [f"“{sentence}” is said nowhere and still excepted" for sentence in NOT_ANSWERED
              if sentence not in said]
    found += [f"{name} is gone and still excepted" for name in ELSEWHERE
              if not (top / name).is_file()]
    return found


def self_test():
    """A check that cannot fail is none: each kind of gap must be found in a small tree."""
    entry = 'QT_TRANSLATE_NOOP("ServerText", "{}"),\n'.format
    said = 'return fail(ErrorCode::NotFound, u"There is no such thing."_s);\n'
    exceptions = "".join(f'fail(ErrorCode::Busy, u"{one}"_s);\n' for one in NOT_ANSWERED)
    good = {"core/model/a.cpp": said + exceptions, LIST: entry("There is no such thing."),
            **dict.fromkeys(ELSEWHERE, "")}
    rows = [
        ("is not in", {"core/model/b.cpp": 'use(u"You may not do %1 here."_s.arg(it));'}),
        ("is not in", {"core/model/b.cpp": 'fail(base::ErrorCode::Busy, u"later"_s);'}),
        ("is not in", {"core/model/b.cpp": 'x.message = u"later"_s;'}),
        ("is not in", {"core/model/b.h": 'fields.addError("a"_L1, "b"_L1, u"later"_s);'}),
        ("is not in", {"core/model/b.cpp": """f('"'); g(u"You may not do this."_s); h('"');"""}),
        ("“Cut in two places.”", {"core/model/b.cpp": 'f("Cut in "\n  "two places."_L1);'}),
        ("is said nowhere", {LIST: entry("There is no such thing.") + entry("Gone.")}),
        ("is said nowhere", {"core/model/a.cpp": f"// {said}{exceptions}"}),
        ("stands there twice", {LIST: entry("There is no such thing.") * 2}),
        ("still excepted", {"core/model/a.cpp": said}),
    ]
    found = [f"complained about: {one}" for one in checked(good)]
    return found + [f"not noticed: {expected} in {files}" for expected, files in rows
                    if not any(expected in one for one in checked({**good, **files}))]


def checked(files):
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        for name, content in files.items():
            (top / name).parent.mkdir(parents=True, exist_ok=True)
            (top / name).write_text(content, encoding="utf-8")
        return check(top)


if __name__ == "__main__":
    problems = self_test() if sys.argv[1] == "--self-test" else check(pathlib.Path(sys.argv[1]))
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)
