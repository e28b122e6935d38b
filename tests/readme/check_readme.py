#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The README's claims, tried: its links exist, its lines run against a real server, the files it
names are in the data folder, the rescue commands answer.

    check_readme.py TOP AUTHDESK_SERVER
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOP, SERVER = pathlib.Path(sys.argv[1]), sys.argv[2]
README = (TOP / "README.md").read_text(encoding="utf-8")
complaints = []


def claim(holds, sentence):
    if not holds:
        complaints.append(sentence)


def shell_lines():
    """Every command of the README's sh blocks, continued lines joined, comments cut."""
    for block in re.findall(r"```sh\n(.*?)```", README, re.S):
        for line in block.replace("\\\n", " ").splitlines():
            line = re.sub(r"\s+#.*$", "", line).strip()
            if line:
                yield line


def run(command, **options):
    return subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60,
                          **options)


lines = list(shell_lines())
for target in re.findall(r"\]\(([^)#]+)\)", README):
    claim((TOP / target).exists(), f"the link {target} leads nowhere")
for line in lines:
    if line.startswith("scripts/"):
        script = TOP / line.split()[0]
        claim(os.access(script, os.X_OK), f"{line}: no such command")

environment = {name: value for name, value in os.environ.items()
               if not name.startswith("AUTHDESK_")}
environment["PATH"] = f"{pathlib.Path(SERVER).parent}:{environment['PATH']}"
with tempfile.TemporaryDirectory() as folder:
    environment["AUTHDESK_DATA_DIR"] = folder
    server = subprocess.Popen([SERVER, "serve", "--listen", "127.0.0.1:0"], env=environment,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        address = re.search(r"http://\S+", server.stdout.readline()).group(0)
        curls = [line for line in lines if line.startswith("curl")]
        claim(len(curls) == 2, f"two curl lines were expected, {len(curls)} are there")
        answers = [run(line.replace("curl", "curl -sS", 1)
                       .replace("http://127.0.0.1:8000", address)).stdout for line in curls]
        claim(json.loads(answers[0]).get("needs_setup") is True,
              f"the first curl line answers {answers[0]}")
        claim("access_token" in json.loads(answers[1]), f"the second one answers {answers[1]}")

        claim(run("authdesk-server user create --username anna", env=environment).returncode == 0,
              "user create does not work")
        rescue = [line for line in lines if line.startswith("authdesk-server user")]
        claim(len(rescue) == 4, f"four rescue commands were expected, {len(rescue)} are there")
        for line in rescue:
            done = run(line, env=environment)
            claim(done.returncode == 0 and json.loads(done.stdout) is not None,
                  f"{line}: {done.stderr}")
            if "prints" in README.split(line)[1].split("\n")[0]:
                claim(re.search(r"one_time_(password|code)", done.stdout) is not None,
                      f"{line} prints {done.stdout}")
        described = run(f"curl -sS {address}/openapi.json").stdout
        claim("/admin/v1/users" in json.loads(described)["paths"],
              "/openapi.json does not describe the API")
    finally:
        server.terminate()
        server.wait(20)
    for name in ("master.key", "audit-head.json"):
        claim(f"`{name}`" in README and (pathlib.Path(folder) / name).exists(),
              f"{name} is not where the README says")

print("\n".join(complaints) or "the README is true")
sys.exit(1 if complaints else 0)
