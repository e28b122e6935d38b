#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Closes the window of a console that hosts a server, without a tray and with one.

The first close asks. Kept running, the window is minimised (hidden only where a tray holds the
way back), the server answers on, and a second start brings the window up again. Stopped, program
and server are gone.
"""
import os
import re
import subprocess
import sys
import tempfile
import urllib.request

from desktop import Desktop, Failed, inside_own_bus, wait_for
from reader import Reader, set_up_a_server


def main(program, folder):
    desktop = Desktop(folder)
    try:
        import pyatspi  # finds its bus when imported
        check(desktop, Reader(pyatspi), [program, "--data-dir", folder + "/data"])
    except Failed as failure:
        print(f"closing: {failure}\n{desktop.said()[-2000:]}", file=sys.stderr)
        return 1
    finally:
        desktop.end()
    print("closing: asked, kept running, raised and stopped as it should")
    return 0


def check(desktop, reader, command):
    console = desktop.start(*command)
    set_up_a_server(reader)
    address = wait_for("the server's address", lambda: address_on(reader))
    window = wait_for("the window", lambda: first_window("Acme – Users – Authdesk"))

    close(reader, window)
    reader.press("Cancel")
    expect(state(window) == "Normal", "Cancel leaves the window as it is")

    close(reader, window)
    reader.press("Keep running")
    wait_for("the minimised window", lambda: state(window) == "Iconic")
    expect(serves(address), "the server answers while the window is minimised")
    start_again(desktop, command)
    wait_for("the raised window", lambda: state(window) == "Normal" and active() == window)

    desktop.start("trayer")
    wait_for("the tray", tray_is_there)
    close(reader, window)
    reader.press("Keep running")
    wait_for("the hidden window", lambda: state(window) == "Withdrawn")
    expect(console.poll() is None and serves(address), "the server answers from the tray")
    start_again(desktop, command)
    wait_for("the window out of the tray", lambda: state(window) == "Normal")

    close(reader, window)
    reader.press("Stop the server")
    wait_for("the end of the program", lambda: console.poll() is not None)
    expect(console.returncode == 0, f"the program ends with {console.returncode}")
    expect(not serves(address), "nobody answers any more")


def expect(true, what):
    if not true:
        raise Failed(f"not so: {what}")


def ask(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout


def address_on(reader):
    """As the header tells it: the usual port may be taken."""
    for thing in reader.everything():
        if found := re.search(r"http://127\.0\.0\.1:\d+", thing.name or ""):
            return found.group()
    return None


def first_window(title):
    found = ask("xdotool", "search", "--onlyvisible", "--name", f"^{title}$").split()
    return found[0] if found else None


def active():
    return ask("xdotool", "getactivewindow").strip()


def state(window):
    """WM_STATE in ICCCM's words; a window that was taken off the screen has none left."""
    words = ask("xprop", "-id", window, "WM_STATE")
    for word in ("Normal", "Iconic", "Withdrawn"):
        if word in words:
            return word
    return "Withdrawn"


def tray_is_there():
    return "0x0" not in ask("xprop", "-root", "_NET_SYSTEM_TRAY_S0") and "trayer" in ask(
        "xwininfo", "-root", "-tree")


def close(reader, window):
    ask("xdotool", "windowactivate", "--sync", window)
    ask("xdotool", "key", "alt+F4")
    reader.find("Keep running")


def serves(address):
    try:
        with urllib.request.urlopen(address + "/healthz", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def start_again(desktop, command):
    second = desktop.start(*command)
    wait_for("the end of the second start", lambda: second.poll() is not None)
    expect(second.returncode == 0, f"the second start ends with {second.returncode}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="authdesk-closing-") as own:
        inside_own_bus(own)
        sys.exit(main(sys.argv[1], os.environ["AUTHDESK_OWN_BUS"]))
