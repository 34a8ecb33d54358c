"""Runs a terminal program in a pseudo-terminal and measures what its user would notice."""
import fcntl
import os
import pathlib
import pty
import re
import select
import signal
import struct
import termios
import time

COLUMNS, ROWS = 120, 40
PAGE_DOWN = b"\x1b[6~"
ESCAPES = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[ -/]*[0-~])")
# What a terminal is asked, and what it answers at once, so that nobody waits.
QUESTIONS = {b"\x1b[6n": b"\x1b[1;1R", b"\x1b[c": b"\x1b[?62c", b"\x1b[>c": b"\x1b[>1;1;0c", b"\x1b[5n": b"\x1b[0n"}
# What terminals answer that show pictures: by kitty's graphics protocol, and by sixel.
PICTURES = {
    "kitty": {b"a=q,t=d,f=24;AAAA\x1b\\": b"\x1b_Gi=7405;OK\x1b\\", **QUESTIONS},
    "sixel": {**QUESTIONS, b"\x1b[c": b"\x1b[?62;4c"},
}
# Pixels of a cell, where pictures are shown.
CELL = (10, 20)


class Missing(Exception):
    """The program did not do what was waited for."""


def family(pid):
    """A process and all that it started."""
    found, parents = [pid], {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as file:
                    parents[int(name)] = int(file.read().rsplit(")", 1)[1].split()[1])
            except (OSError, IndexError):
                pass
    for one in found:
        found += [other for other, parent in parents.items() if parent == one]
    return found


def status(pid, field):
    """A number of /proc/PID/status, over a process and all that it started."""
    total = 0
    for one in family(pid):
        try:
            with open(f"/proc/{one}/status") as file:
                total += sum(int(line.split()[1]) for line in file if line.startswith(field + ":"))
        except OSError:
            pass
    return total


def threads(pid, read):
    """The sum of something over all threads of a process and of all that it started."""
    total = 0
    for one in family(pid):
        try:
            for thread in os.listdir(f"/proc/{one}/task"):
                total += read(f"/proc/{one}/task/{thread}")
        except OSError:
            pass
    return total


def cpu(pid):
    """Milliseconds of processor time so far, that of threads which have ended included."""
    total = 0
    for one in family(pid):
        try:
            # The number of the clock of another process, as clock_getcpuclockid makes it.
            total += time.clock_gettime(~one << 3 | 2) * 1e3
        except OSError:
            pass
    return total


def wakeups(pid):
    """How often it has woken up so far."""
    def read(folder):
        with open(folder + "/status") as file:
            return sum(int(line.split()[1]) for line in file if line.startswith("voluntary_ctxt"))
    return threads(pid, read)


class Session:
    """One run of a program."""

    def __init__(self, words, home, questions=None):
        self.output, self.answered = b"", 0
        self.questions = questions or QUESTIONS
        width, height = CELL if questions else (0, 0)
        # Articles open at their beginning; what the terminal has answered before may be known.
        pathlib.Path(home, ".local/state/sutra/read").unlink(missing_ok=True)
        environment = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home, "PATH": os.environ["PATH"]}
        ready, go = os.pipe()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.close(go)
            os.read(ready, 1)
            os.execvpe(words[0], words, environment)
        os.close(ready)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, COLUMNS * width, ROWS * height))
        self.start = time.perf_counter()
        os.write(go, b"x")
        os.close(go)

    def read(self, seconds):
        """Takes what comes within some seconds; False when nothing does."""
        if not select.select([self.terminal], [], [], max(0, seconds))[0]:
            return False
        try:
            self.output += os.read(self.terminal, 1 << 16)
        except OSError:
            raise Missing("it ended")
        for question, answer in self.questions.items():
            if question in self.output[self.answered:]:
                os.write(self.terminal, answer)
        self.answered = max(0, len(self.output) - 8)
        return True

    def quiet(self, seconds=0.03, limit=5.0):
        """Waits until nothing has come for some seconds; when the last byte came."""
        last, begun = time.perf_counter(), time.perf_counter()
        while time.perf_counter() - begun < limit and self.read(seconds):
            last = time.perf_counter()
        return last

    def rest(self, limit=60.0):
        """Waits until the program has nothing more to do."""
        begun, before = time.perf_counter(), cpu(self.pid)
        while time.perf_counter() - begun < limit:
            self.quiet(0.2, 0.3)
            now = cpu(self.pid)
            if now - before < 2:
                return
            before = now

    def paint(self, text, limit=60.0):
        """Milliseconds from the program's start until a text was written."""
        wanted = b"".join(text.encode().split())
        while wanted not in b"".join(ESCAPES.sub(b"", self.output[:1 << 18]).split()):
            if time.perf_counter() - self.start > limit or not self.read(limit):
                raise Missing("no text came")
        return (time.perf_counter() - self.start) * 1e3

    def pictures(self, limit=10.0):
        """Milliseconds from the program's start until the first pictures were there, all of them."""
        while b"a=p" not in self.output and b"\x1bP" not in self.output:
            if time.perf_counter() - self.start > limit or not self.read(limit):
                raise Missing("no picture came")
        return (self.quiet() - self.start) * 1e3

    def key(self, key, limit=5.0):
        """Sends a key: milliseconds until the last byte of the answer, and its bytes."""
        self.output, self.answered = b"", 0
        begun = time.perf_counter()
        os.write(self.terminal, key)
        if not self.read(limit):
            raise Missing("no answer came")
        return (self.quiet() - begun) * 1e3, len(self.output)

    def end(self, key):
        """Sends the key that quits: milliseconds until the program was gone."""
        begun = time.perf_counter()
        os.write(self.terminal, key)
        try:
            while time.perf_counter() - begun < 5 and os.waitpid(self.pid, os.WNOHANG)[0] == 0:
                self.read(0.0005)
            else:
                taken = (time.perf_counter() - begun) * 1e3
        except Missing:
            os.waitpid(self.pid, 0)
            taken = (time.perf_counter() - begun) * 1e3
        self.pid = 0
        os.close(self.terminal)
        return taken

    def kill(self):
        """Ends it in any case."""
        if self.pid:
            for one in reversed(family(self.pid)):
                try:
                    os.kill(one, signal.SIGKILL)
                except OSError:
                    pass
            os.waitpid(self.pid, 0)
            self.pid = 0
            os.close(self.terminal)
