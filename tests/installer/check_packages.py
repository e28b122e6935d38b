#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian packages, tried in a clean root of the system that this one is: made by cpack, installed
by apt with what they depend on, started as their service and as their desktop entry say, upgraded,
removed, purged; and nothing is left behind.

    check_packages.py TOP

Needs root, for debootstrap and chroot.
"""
import configparser
import json
import os
import pathlib
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import xml.etree.ElementTree

TOP = pathlib.Path(sys.argv[1])
LINUX = TOP / "installer/linux"
APP_ID = "org.authdesk.Authdesk"
CONFIG = "/etc/authdesk/authdesk.conf"
# What apt, dpkg and the tools that run in the root write for themselves.
OF_THE_SYSTEM = re.compile(
    r"^(proc|sys|dev|tmp|run|root|var/(cache|log|lib/(apt|dpkg|systemd|misc|shells\.state.*|ucf))"
    r"|etc/(ld\.so\.cache|passwd-|group-|shadow-|gshadow-|subuid-?|subgid-?|\.pwd\.lock))(/|$)")
complaints = []


def claim(holds, sentence):
    print(("  yes: " if holds else "  NO: ") + sentence, flush=True)
    if not holds:
        complaints.append(sentence)


def step(sentence):
    print(f"[{time.strftime('%H:%M:%S')}] {sentence}", flush=True)


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        print(done.stdout[-3000:], done.stderr[-3000:])
        sys.exit(f"{shlex.join(str(part) for part in command)} failed ({done.returncode})")
    return done.stdout


def make_packages():
    run("cmake", "--preset", "release", cwd=TOP)
    run("cmake", "--build", "build/release", "--target", "authdesk", "authdesk-server", "manpages",
        cwd=TOP)
    made = TOP / "build/release/packages"
    shutil.rmtree(made, ignore_errors=True)
    run("cpack", cwd=TOP / "build/release")
    packages = sorted(made.glob("*.deb"))
    claim([p.name.split("_")[0] for p in packages] == ["authdesk-server", "authdesk"],
          "cpack makes the packages authdesk and authdesk-server")
    return packages


def check_files():
    subprocess.run(["desktop-file-validate", LINUX / f"{APP_ID}.desktop"], check=True)
    subprocess.run(["appstreamcli", "validate", "--no-net", LINUX / f"{APP_ID}.metainfo.xml"],
                   check=True)
    release = xml.etree.ElementTree.parse(LINUX / f"{APP_ID}.metainfo.xml").find("releases/release")
    version = re.search(r"project\(Authdesk VERSION ([\d.]+)",
                        (TOP / "CMakeLists.txt").read_text()).group(1)
    claim(release.get("version") == version, "AppStream's newest release is this version")
    for page, program in [("authdesk.1", "authdesk"), ("authdesk-server.8", "authdesk-server")]:
        text = (LINUX / page).read_text().replace("\\-", "-")
        help_text = run(TOP / "build/release/bin" / program, "--help",
                        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"))
        named = set(re.findall(r"^\s+(?:-\w, )?(--[a-z][a-z-]+)", help_text, re.M)) - {"--help-all"}
        missing = sorted(option for option in named if option not in text)
        claim(len(named) >= 3 and not missing,
              f"{page} describes every option of {program} {missing or ''}")
    with tempfile.TemporaryDirectory() as folder:
        # Its program is not installed on this machine.
        unit = pathlib.Path(folder) / "authdesk-server.service"
        unit.write_text((LINUX / unit.name).read_text().replace(
            "/usr/bin/authdesk-server", str(TOP / "build/release/bin/authdesk-server")))
        run("systemd-analyze", "verify", "--man=no", unit)
    exposure = run("systemd-analyze", "security", "--offline=true", "--threshold=20",
                   LINUX / "authdesk-server.service")
    print("  " + exposure.strip().splitlines()[-1])


class Root:
    """A minimal system of the same release as this one, from the same mirror."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="authdesk-packages-"))
        self.path.chmod(0o755)  # what is "/" for everybody in there
        self.mounts = []
        codename = re.search(r"VERSION_CODENAME=(\w+)",
                             pathlib.Path("/etc/os-release").read_text()).group(1)
        mirror = next(line.split()[0] for line in run(
            "apt-get", "indextargets", "--format", "$(REPO_URI) $(CODENAME) $(COMPONENT)",
            "Created-By: Packages").splitlines()
            if line.split()[1:] == [codename, "main"])
        # Nothing starts a service while packages are installed: there is no init in here.
        run("debootstrap", "--variant=minbase", "--include=ca-certificates", codename, self.path,
            mirror)
        # The way to the mirror is the same in there.
        settings = run("apt-config", "dump").splitlines(keepends=True)
        (self.path / "etc/apt/apt.conf.d/99-as-outside").write_text(
            "".join(line for line in settings if line.startswith("Acquire::")))
        for name in ("etc/resolv.conf", "etc/hosts"):
            shutil.copy(pathlib.Path("/") / name, self.path / name)
        (self.path / "tmp/.X11-unix").mkdir()
        for folder in ("proc", "sys", "dev", "tmp/.X11-unix"):
            source = pathlib.Path("/") / folder
            if source.exists():
                run("mount", "--rbind", "--make-rslave", source, self.path / folder)
                self.mounts.append(self.path / folder)

    def run(self, *command, **options):
        return run("chroot", self.path, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8",
                   *command, **options)

    def start(self, user, environment, *command):
        """Not under a shell, so that its signals reach the program itself."""
        return subprocess.Popen(
            ["chroot", f"--userspec={user}", self.path, "env", "-i", "PATH=/usr/bin:/bin",
             *[f"{name}={value}" for name, value in environment.items()], *command],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def files(self):
        """Every file that is not the system's own business, with its mode and owner."""
        found = set()
        for folder, folders, names in os.walk(self.path):
            inside = os.path.relpath(folder, self.path)
            folders[:] = [name for name in folders
                          if not OF_THE_SYSTEM.match(os.path.normpath(os.path.join(inside, name)))]
            for name in folders + names:
                path = os.path.normpath(os.path.join(inside, name))
                if not OF_THE_SYSTEM.match(path):
                    found.add(path)
        return found

    def accounts(self):
        return [(self.path / "etc" / name).read_text() for name in ("passwd", "group")]

    def remove(self):
        for mount in reversed(self.mounts):
            subprocess.run(["umount", "--recursive", "--lazy", mount], check=False)
        if any(os.path.ismount(mount) for mount in self.mounts):
            sys.exit(f"{self.path} could not be unmounted, and is left")
        shutil.rmtree(self.path)


class Service:
    """The server started as its unit says: that user, that environment, that command; on a port that
    is free here."""

    def __init__(self, root):
        unit = configparser.ConfigParser(strict=False, interpolation=None)
        unit.optionxform = str
        unit.read(root.path / "usr/lib/systemd/system/authdesk-server.service")
        service = unit["Service"]
        name, value = service["Environment"].split("=", 1)
        self.process = root.start(f"{service['User']}:{service['Group']}",
                                  {name: value, "AUTHDESK_LISTEN": "127.0.0.1:0"},
                                  *shlex.split(service["ExecStart"]))
        self.lines = []
        self.address = None
        while len(self.lines) < 50:
            line = self.process.stdout.readline()
            if not line:
                break
            self.lines.append(line.strip())
            if ready := re.search(r"ready on (http://\S+)", line):
                self.address = ready.group(1)
            if "setup code" in line or (ready and not self.needs_setup()):
                break
        if not self.address:
            sys.exit("the server does not start: " + "\n".join(self.lines))

    def needs_setup(self):
        return self.call("GET", "/admin/v1/setup")[1]["needs_setup"]

    def setup_code(self):
        return next((line.split()[-1] for line in self.lines if "setup code" in line), None)

    def call(self, method, path, body=None, **headers):
        request = urllib.request.Request(self.address + path, method=method,
                                         data=None if body is None else json.dumps(body).encode())
        request.add_header("Content-Type", "application/json")
        for name, value in headers.items():
            request.add_header(name.replace("_", "-"), value)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


def later_version(package, folder):
    """The same package as a later version of it, one line of its settings changed upstream."""
    unpacked = pathlib.Path(folder) / package.stem
    run("dpkg-deb", "-R", package, unpacked)
    control = unpacked / "DEBIAN/control"
    control.write_text(re.sub(r"^Version: .*$", "Version: 99.0.0", control.read_text(), flags=re.M))
    settings = unpacked / CONFIG[1:]
    if settings.exists():
        settings.write_text(settings.read_text() + "\n# A later version says more here.\n")
    later = pathlib.Path(folder) / f"later-{package.name}"
    run("dpkg-deb", "--root-owner-group", "-b", unpacked, later)
    return later


def install(root, packages):
    for package in packages:
        shutil.copy(package, root.path / "tmp" / package.name)
    root.run("apt-get", "install", "-y", "-q", "--no-install-recommends",
             "-o", "Dpkg::Options::=--force-confold",
             *[f"/tmp/{package.name}" for package in packages])


def check_server(root):
    step("the server as its unit starts it")
    service = Service(root)
    try:
        code = service.setup_code()
        claim(code is not None, "it asks for a setup code")
        person = {"username": "karl", "password": "weathered-lantern-quartz-58"}
        claim(service.call("POST", "/admin/v1/setup", person)[0] == 403,
              "nobody sets it up without the code, not even from this computer")
        claim(service.call("POST", "/admin/v1/setup", person, X_Setup_Code=code or "")[0] == 201,
              "whoever has the code does")
    finally:
        claim(service.stop() == 0, "it ends with 0 when it is told to stop")
    data = root.path / "var/lib/authdesk"
    claim(data.stat().st_mode & 0o777 == 0o700, "its data is for nobody else to read")
    open_ones = [path.name for path in data.rglob("*") if path.stat().st_mode & 0o077]
    claim(not open_ones, f"nor is any file in there {open_ones or ''}")
    claim((root.path / CONFIG[1:]).stat().st_mode & 0o777 == 0o640,
          "its settings are for root and itself")
    people = root.run("setpriv", "--reuid=authdesk", "--regid=authdesk", "--clear-groups",
                      "authdesk-server", "user", "list", "--config", CONFIG)
    claim("karl" in people, "the commands of the manual see its people")


def check_console(root):
    step("the console as its desktop entry starts it")
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(root.path / f"usr/share/applications/{APP_ID}.desktop")
    command = shlex.split(entry["Desktop Entry"]["Exec"])
    claim((root.path / f"usr/share/icons/hicolor/scalable/apps/"
                       f"{entry['Desktop Entry']['Icon']}.svg").exists(), "its icon is there")
    read_end, write_end = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1400x1000x24",
                               "-nolisten", "tcp", "-ac"], pass_fds=[write_end],
                              stderr=subprocess.DEVNULL)
    os.close(write_end)
    display = os.read(read_end, 16).decode().strip()
    (root.path / "tmp/person").mkdir(mode=0o700)
    shutil.chown(root.path / "tmp/person", 65534, 65534)
    console = root.start("65534:65534", {
        "DISPLAY": f":{display}", "HOME": "/tmp/person", "XDG_RUNTIME_DIR": "/tmp/person",
        "QT_LOGGING_RULES": "authdesk.start.info=true", "LC_ALL": "C.UTF-8"}, *command)
    try:
        said, until, output = b"", time.monotonic() + 60, console.stdout.fileno()
        while b"first frame" not in said and time.monotonic() < until:
            if select.select([output], [], [], 1)[0]:
                part = os.read(output, 4096)
                if not part:
                    break
                said += part
        claim(b"first frame" in said, f"the console paints its first window {said[-500:]}")
    finally:
        console.terminate()
        console.wait(20)
        screen.terminate()
        screen.wait(20)


def main():
    if os.geteuid() != 0:
        os.execvp("sudo", ["sudo", "-n", sys.executable, *sys.argv])
    step("the release build and its packages")
    packages = make_packages()
    check_files()
    step("a clean root")
    root = Root()
    try:
        root.run("apt-get", "update", "-q")
        depends = ", ".join(run("dpkg-deb", "-f", package, "Depends").strip()
                            for package in packages)
        root.run("apt-get", "satisfy", "-y", "-q", "--no-install-recommends", depends)
        files, accounts = root.files(), root.accounts()

        step("both packages installed")
        install(root, packages)
        for program in ("authdesk", "authdesk-server"):
            version = root.run("env", "QT_QPA_PLATFORM=offscreen", program, "--version")
            claim(version.startswith("authdesk"), f"{program} says its version: {version.strip()}")
        check_server(root)
        check_console(root)

        step("upgraded")
        settings = root.path / CONFIG[1:]
        settings.write_text(settings.read_text() + "name = Acme\n")
        with tempfile.TemporaryDirectory() as folder:
            install(root, [later_version(package, folder) for package in packages])
        claim("name = Acme" in settings.read_text(), "an upgrade keeps what the admin set")
        service = Service(root)
        try:
            claim(not service.needs_setup(), "and the people")
            status, answer = service.call("POST", "/admin/v1/sign-in", {
                "login": "karl", "password": "weathered-lantern-quartz-58"})
            claim(status == 200 and "access_token" in answer, "who sign in as before")
        finally:
            service.stop()

        step("removed and purged")
        root.run("apt-get", "remove", "-y", "-q", "authdesk", "authdesk-server")
        claim((root.path / "var/lib/authdesk/authdesk.sqlite").exists() and settings.exists(),
              "removing keeps people and settings")
        root.run("apt-get", "purge", "-y", "-q", "authdesk", "authdesk-server")
        left = sorted(root.files() - files)
        claim(not left, f"after purging no file is left {left or ''}")
        gone = sorted(files - root.files())
        claim(not gone, f"and none of the others is gone {gone or ''}")
        claim(root.accounts() == accounts, "nor is the account")
    finally:
        root.remove()
    sys.exit(f"{len(complaints)} of the packages' promises do not hold" if complaints else 0)


main()
