#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes from the first window to the list of people as a screen reader's user does.

Starts the console, presses buttons and moves the focus over AT-SPI alone, and on every page complains about what
can be pressed or focused and has no name, and about fields that nothing labels.
"""
import os
import sys
import tempfile

from desktop import Desktop, Failed, inside_own_bus
from reader import Reader, set_up_a_server


def main(program, folder):
    desktop = Desktop(folder)
    try:
        import pyatspi  # finds its bus when imported
        reader = Reader(pyatspi)
        desktop.start(program, "--data-dir", folder + "/data")
        walk(reader)
    except Failed as failure:
        print(f"screenreader: {failure}\n{desktop.said()[-2000:]}", file=sys.stderr)
        return 1
    finally:
        desktop.end()
    print(f"screenreader: {reader.looked_at} things to press or focus on {reader.pages} pages, "
          f"{len(reader.complaints)} complaints")
    for complaint in reader.complaints:
        print(f"screenreader: {complaint}", file=sys.stderr)
    # A walk that saw nothing has proved nothing.
    return 1 if reader.complaints or reader.looked_at < 40 else 0


def walk(reader):
    set_up_a_server(reader)
    reader.press("Add an admin…")
    reader.page("add user", "Create user")
    reader.type("First name", "Anna")
    reader.type("Username", "anna")
    reader.press("Create user")
    reader.page("created", "Done")
    reader.press("Done")
    reader.page("users", "No second factor  2")
    reader.press("My account")
    reader.page("my account", "Change password")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="authdesk-reader-") as own:
        inside_own_bus(own)
        sys.exit(main(sys.argv[1], os.environ["AUTHDESK_OWN_BUS"]))
