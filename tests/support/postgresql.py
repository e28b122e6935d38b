#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostgreSQL of the tests' own: postgresql.py start|stop|restart|pause|resume FOLDER [METHOD]

METHOD is how a password is checked: `md5`, because tests connect thousands of times and a check by
`scram-sha-256`, which servers use, takes most of a connection's time. `start` leaves FOLDER/url, the
address of the server without a database's name. The data lies in a folder of its own that `stop`
removes; nothing in it is worth a disk's time, so that it lies in memory where there is enough. The
server refuses to run as root, so root hands it over to the user postgres, or to nobody.
"""
import glob
import os
import pathlib
import pwd
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile

WAIT_SECONDS = "60"
MEMORY = pathlib.Path("/dev/shm")
ENOUGH_MEMORY = 2 * 1024**3


def programs():
    folders = glob.glob("/usr/lib/postgresql/*/bin")
    if not folders:
        sys.exit("postgresql.py: there is no PostgreSQL in /usr/lib/postgresql; install `postgresql`")
    return pathlib.Path(max(folders, key=lambda path: int(re.search(r"/(\d+)/", path).group(1))))


def owner():
    """Whose the server is: None for ourselves."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    sys.exit("postgresql.py: neither a user postgres nor nobody")


def run(arguments, folder):
    who = owner()
    extra = {} if who is None else {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
    with open(folder / "program.log", "ab") as log:
        done = subprocess.run(arguments, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/",
                              check=False, **extra)
    return done.returncode


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def control(folder, data, *arguments):
    return run([programs() / "pg_ctl", "-D", data, "-w", "-t", WAIT_SECONDS, *arguments], folder)


def place():
    """Where the data may lie: a database is some hundred files, made and removed for every test."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK):
        if shutil.disk_usage(MEMORY).free > ENOUGH_MEMORY:
            return MEMORY
    return None


def start(folder, method):
    stop(folder)
    folder.mkdir(parents=True, exist_ok=True)
    home = pathlib.Path(tempfile.mkdtemp(prefix="authdesk-postgresql-", dir=place()))
    (folder / "home").write_text(str(home))
    password = secrets.token_hex(12)
    (home / "password").write_text(password)
    who = owner()
    if who is not None:
        for path in (home, home / "password"):
            os.chown(path, who.pw_uid, who.pw_gid)
    data = home / "data"
    if run([programs() / "initdb", "-D", data, "-U", "tests", "-A", method,
            f"--pwfile={home / 'password'}", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], folder):
        sys.exit(f"postgresql.py: initdb failed, see {folder / 'program.log'}")
    port = free_port()
    with open(data / "postgresql.conf", "a", encoding="utf-8") as options:
        options.write(f"port = {port}\nlisten_addresses = '127.0.0.1'\n"
                      "unix_socket_directories = ''\nfsync = off\nfull_page_writes = off\n"
                      "max_connections = 200\nshared_buffers = 32MB\n"
                      "max_wal_size = 128MB\nmin_wal_size = 32MB\n")
    if control(folder, data, "-l", home / "server.log", "start"):
        sys.exit(f"postgresql.py: the server does not start, see {home / 'server.log'}")
    (folder / "url").write_text(f"postgresql://tests:{password}@127.0.0.1:{port}")


def stop(folder):
    note = folder / "home"
    if not note.exists():
        return
    home = pathlib.Path(note.read_text())
    if (home / "data" / "postmaster.pid").exists():
        control(folder, home / "data", "-m", "immediate", "stop")
    shutil.rmtree(home, ignore_errors=True)
    for path in (note, folder / "url"):
        path.unlink(missing_ok=True)


def restart(folder):
    home = pathlib.Path((folder / "home").read_text())
    if control(folder, home / "data", "-m", "fast", "-l", home / "server.log", "restart"):
        sys.exit(f"postgresql.py: the server does not start again, see {home / 'server.log'}")


def pause(folder):
    home = pathlib.Path((folder / "home").read_text())
    control(folder, home / "data", "-m", "fast", "stop")


def resume(folder):
    home = pathlib.Path((folder / "home").read_text())
    if control(folder, home / "data", "-l", home / "server.log", "start"):
        sys.exit(f"postgresql.py: the server does not start again, see {home / 'server.log'}")


if __name__ == "__main__":
    where = pathlib.Path(sys.argv[2]).resolve()
    if sys.argv[1] == "start":
        start(where, sys.argv[3] if len(sys.argv) > 3 else "md5")
    else:
        {"stop": stop, "restart": restart, "pause": pause, "resume": resume}[sys.argv[1]](where)
