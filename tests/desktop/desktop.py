# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen, a window manager and a message bus for one test, and nothing of the person's own.

The bus starts no services by itself: no keychain of the system can be asked or opened.
"""
import os
import pathlib
import signal
import subprocess
import sys
import time

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""
LAUNCHERS = ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"]


class Failed(Exception):
    pass


def wait_for(what, question, seconds=30):
    """The first answer that is something; an answer that takes this long is none."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = question()
        if answer:
            return answer
        time.sleep(0.05)
    raise Failed(f"{what} did not come within {seconds} s")


def inside_own_bus(folder):
    """Runs this program again inside a bus of its own; returns only in there."""
    if os.environ.get("AUTHDESK_OWN_BUS"):
        return
    config = pathlib.Path(folder, "bus.conf")
    config.write_text(BUS)
    environment = dict(os.environ, AUTHDESK_OWN_BUS=folder)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_QPA_PLATFORM",
                 "AT_SPI_BUS_ADDRESS"):
        environment.pop(name, None)
    done = subprocess.run(["dbus-run-session", f"--config-file={config}", "--", sys.executable]
                          + sys.argv, env=environment)
    sys.exit(done.returncode)


class Desktop:
    """Started when made; ended by end(), in the opposite order."""

    def __init__(self, folder, window_manager=True, screen_reader=True):
        self.folder = folder
        self.running = []
        self.environment = dict(os.environ, XDG_RUNTIME_DIR=folder, HOME=folder, LC_ALL="C.UTF-8",
                                ASAN_OPTIONS="detect_leaks=0:abort_on_error=1")
        os.chmod(folder, 0o700)
        reading, writing = os.pipe()
        self.start("Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24",
                   "-nolisten", "tcp", pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.display = ":" + answer.readline().strip()
        self.environment["DISPLAY"] = self.display
        os.environ["DISPLAY"] = self.display
        if window_manager:
            # A window that comes before its manager is not given the focus.
            managed = pathlib.Path(folder, "managed")
            self.start("openbox", "--startup", f"touch '{managed}'")
            wait_for("the window manager", managed.exists)
        if screen_reader:
            launcher = next((path for path in LAUNCHERS if os.path.exists(path)), None)
            if not launcher:
                raise Failed("at-spi-bus-launcher is not installed (package at-spi2-core)")
            self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
            self.start(launcher, "--launch-immediately")

    def start(self, *command, **options):
        process = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=self.log(), **options)
        self.running.append(process)
        return process

    def log(self):
        return open(os.path.join(self.folder, "stderr.log"), "ab")

    def said(self):
        return pathlib.Path(self.folder, "stderr.log").read_text(errors="replace")

    def end(self):
        for process in reversed(self.running):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
