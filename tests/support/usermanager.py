#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program beside a real systemd of a user, that lives for as long as the program does.

It needs a /run of its own, in which the system seems to have been started by systemd: a mount
namespace gives it that, and nothing outside notices. Everything of the user's lies in a folder that
goes with it. The program finds USER_MANAGER_OF_THE_TESTS in its environment. Where systemd is not
installed, or such a namespace cannot be had, the exit code is 77.

    usermanager.py PROGRAM [ARGUMENT…]
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

NOT_HERE = 77
# What any service needs of the machine, and what ours locks.
PROBE = """[Service]
Type=oneshot
ExecStart=/bin/true
NoNewPrivileges=yes
SystemCallFilter=@system-service
"""
MANAGER = next((p for p in ("/lib/systemd/systemd", "/usr/lib/systemd/systemd")
                if os.access(p, os.X_OK)), None)


def leave_out(why):
    print(f"usermanager: left out, because {why}", file=sys.stderr)
    sys.exit(NOT_HERE)


def outside():
    if not MANAGER or not shutil.which("systemctl") or not shutil.which("unshare"):
        leave_out("there is no systemd here")
    enter = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--user",
                                                              "--map-root-user"]
    if subprocess.run(enter + ["mount", "-t", "tmpfs", "tmpfs", "/run"], check=False,
                      capture_output=True).returncode != 0:
        leave_out("no /run of its own can be had")
    with tempfile.TemporaryDirectory() as home:
        inner = [sys.executable, __file__, "--inside", home] + sys.argv[1:]
        sys.exit(subprocess.run(enter + inner, check=False).returncode)


def inside(home, command):
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", "/run"], check=True)
    runtime = pathlib.Path("/run/of-the-user")
    for folder, mode in (("/run/systemd/system", 0o755), (runtime, 0o700),
                         (f"{home}/config/systemd/user", 0o700)):
        os.makedirs(folder, mode)
    pathlib.Path(f"{home}/config/systemd/user/probe.service").write_text(PROBE, encoding="utf-8")
    environment = {k: v for k, v in os.environ.items()
                   if not k.startswith(("AUTHDESK_", "DBUS_", "SYSTEMD_", "NOTIFY_"))}
    environment |= {"XDG_RUNTIME_DIR": str(runtime), "XDG_CONFIG_HOME": f"{home}/config",
                    "HOME": home}
    log = open(f"{home}/log", "w+", encoding="utf-8")
    manager = subprocess.Popen([MANAGER, "--user"], env=environment | {
        "SYSTEMD_LOG_TARGET": "console"}, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    answer = ""
    try:
        for _ in range(200):
            answer = subprocess.run(["systemctl", "--user", "is-system-running"], check=False,
                                    env=environment, capture_output=True, text=True).stdout.strip()
            if answer in ("running", "degraded") or manager.poll() is not None:
                break
            time.sleep(0.05)
        if answer not in ("running", "degraded"):
            log.seek(0)
            leave_out(f"systemd does not start: {answer} {log.read()[-500:]}")
        probe = subprocess.run(["systemctl", "--user", "start", "probe.service"], check=False,
                               env=environment, capture_output=True, text=True)
        if probe.returncode != 0:
            leave_out(f"systemd starts no services here: {probe.stderr[-500:]}")
        told = {k: v for k, v in os.environ.items() if k.startswith("AUTHDESK_")}
        told["USER_MANAGER_OF_THE_TESTS"] = "systemd"
        return subprocess.run(command, env=environment | told, check=False).returncode
    finally:
        if manager.poll() is None:
            manager.send_signal(signal.SIGTERM)
            try:
                manager.wait(20)
            except subprocess.TimeoutExpired:
                manager.kill()
                manager.wait()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        sys.exit(inside(sys.argv[2], sys.argv[3:]))
    outside()
