#!/usr/bin/env python3
"""Runs files of expectations over telnet against any MOO, and prints what differs. The format: README.md."""
import argparse
import glob
import os
import re
import socket
import sys
import time

MARKS = {"=>": "returns", "!>": "raises", "~>": "tells", "?>": "does not compile"}
BEGIN, END = "<<conformance", "conformance>>"
TELNET = re.compile(rb"\xff(?:[\xfb-\xfe].|\xfa.*?\xff\xf0|[\xf0-\xf9])", re.S)


def parse(path):
    """Yields (line, code, is_block, as_wizard, [(kind, text)])."""
    code, outcomes, start, block, wizard = [], [], 0, False, True
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file.read().split("\n") + [""], 1):
            mark = re.match(r"\s+(=>|!>|~>|\?>)\s*(.*?)\s*$", line)
            if mark and (code or block):
                outcomes.append((MARKS[mark[1]], mark[2]))
                continue
            if outcomes:
                yield start, "\n".join(code), block, wizard, outcomes
                code, outcomes, block = [], [], False
            if block:
                code.append(line)
            elif line.rstrip() == ";;":
                start, block = number, True
            elif line.startswith("// as:"):
                wizard = line[6:].strip() == "wizard"
            elif line.strip() and not line.startswith("//"):
                code, start = [line], number


class Player:
    """A connection that is logged in and evaluates statements."""

    def __init__(self, options, login):
        self.timeout = options.timeout
        self.prefix = options.eval
        self.socket = socket.create_connection((options.host, options.port), timeout=options.timeout)
        self.buffer = b""
        self.send(login)
        time.sleep(options.wait)
        self.send("PREFIX " + BEGIN)
        self.send("SUFFIX " + END)
        self.run("return 0;")

    def send(self, line):
        self.socket.sendall(line.encode("utf-8") + b"\r\n")

    def run(self, program):
        """The lines that come back."""
        self.send(self.prefix + " ".join(program.split("\n")))
        lines, inside, deadline = [], False, time.time() + self.timeout
        while time.time() < deadline:
            line = self.read_line(deadline)
            if line == BEGIN:
                lines, inside = [], True
            elif line == END and inside:
                return lines
            elif line is None:
                break
            else:
                lines.append(line)
        return lines + ["(no answer)"]

    def read_line(self, deadline):
        while b"\n" not in self.buffer:
            self.socket.settimeout(max(0.01, deadline - time.time()))
            try:
                data = self.socket.recv(65536)
            except socket.timeout:
                return None
            if not data:
                raise SystemExit("The server closed the connection.")
            self.buffer = TELNET.sub(b"", self.buffer + data)
        line, self.buffer = self.buffer.split(b"\n", 1)
        return line.rstrip(b"\r").decode("utf-8", "replace")


def check(player, code, block, kind, text):
    """What is wrong; empty if nothing."""
    # All must fit on one line, the rest of which a comment would swallow.
    program = re.sub(r"(?m)^\s*//.*$", "", code) if block else f"return {code};"
    if kind == "raises":
        program = f'try {program} return "no error"; except e__ (ANY) return {{e__[1]}}; endtry'
        text = "{" + text + "}"
    lines = player.run(program)
    results = [line[3:] for line in lines if line.startswith("=> ")]
    if kind in ("returns", "raises"):
        return "" if text in results else f"expected {text}, got {results[-1] if results else ' / '.join(lines)}"
    if kind == "tells":
        return "" if any(text in line for line in lines) else f"expected to be told {text}, got {' / '.join(lines)}"
    return "" if not results else f"expected that it does not compile, got {results[-1]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=7777)
    parser.add_argument("--login", required=True, help="what a wizard types to connect")
    parser.add_argument("--programmer", help="what a programmer who is no wizard types to connect")
    parser.add_argument("--eval", default=";;", help="what stands before statements to run (default ;;)")
    parser.add_argument("--timeout", type=float, default=10)
    parser.add_argument("--wait", type=float, default=0.5, help="seconds to let the login finish")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    here = os.path.dirname(os.path.abspath(__file__))
    players = {True: Player(options, options.login)}
    if options.programmer:
        players[False] = Player(options, options.programmer)

    different = total = skipped = 0
    for path in options.files or sorted(glob.glob(os.path.join(here, "*.moo"))):
        for line, code, block, wizard, outcomes in parse(path):
            if wizard not in players:
                skipped += 1
                continue
            for kind, text in outcomes:
                total += 1
                problem = check(players[wizard], code, block, kind, text)
                if problem:
                    different += 1
                    print(f"{os.path.basename(path)}:{line}: {code.strip().splitlines()[0]} …\n    {problem}")
    print(f"{total} checked, {different} differ, {skipped} skipped (no programmer to run them)")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
