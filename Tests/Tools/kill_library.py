#!/usr/bin/env python3
"""Kills the program again and again while it writes to a library, and looks what is left of it.

  Tests/Tools/kill_library.py FOLDER COUNT

FOLDER holds articles, as Tests/Bench/library makes them. Each round starts one of four (an import, a reader that notes
and corrects, the refreshing of a feed, a ruling on two names), kills it after a random while, and opens the file: it
must be whole, and hold all that an earlier round has told of. It needs the release binary and Python 3.
"""
import http.server
import os
import pty
import random
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time

BINARY = os.environ.get("SUTRA", os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.build/release/sutra"))


class Feed(http.server.BaseHTTPRequestHandler):
    """A feed that has other articles each time."""
    count = 0

    def do_GET(self):
        Feed.count += 1
        items = "".join(f"<item><guid>{Feed.count}-{item}</guid><title>Item {Feed.count}-{item}</title>"
                        f"<description>{'The pier is open. ' * 40}</description></item>" for item in range(30))
        body = f"<rss version='2.0'><channel><title>Piers</title>{items}</channel></rss>".encode()
        try:
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except ConnectionError:
            pass  # Whoever asked was killed.

    def log_message(self, *_):
        pass


class Rounds:
    def __init__(self, folder):
        self.files = [os.path.join(below, name) for below, _, names in sorted(os.walk(folder)) for name in sorted(names)]
        self.home = folder + ".killed"
        shutil.rmtree(self.home, ignore_errors=True)
        os.makedirs(self.home)
        self.environment = dict(os.environ, XDG_DATA_HOME=self.home, XDG_STATE_HOME=self.home, HOME=self.home,
                                TERM="xterm-256color", LC_ALL="C.UTF-8")
        self.random = random.Random(19)
        self.told = {"kept": set(), "notes": 0, "corrections": 0, "rulings": 0}
        self.killed = 0
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Feed)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.run("library", "add", self.files[0])
        self.run("feeds", "add", f"http://127.0.0.1:{server.server_port}/feed")

    def run(self, *words):
        subprocess.run([BINARY, *words], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def kill(self, words, longest):
        """Runs a command, kills it after a while, and tells whether it had ended well before."""
        child = subprocess.Popen([BINARY, *words], env=self.environment, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL)
        time.sleep(self.random.random() * longest)
        if child.poll() is None:
            self.killed += 1
        child.kill()
        return child.wait() == 0

    def importing(self):
        files = self.random.sample(self.files, 40)
        if self.kill(["library", "add", *files], 1.2):
            self.told["kept"].update(os.path.realpath(file) for file in files)

    def ruling(self):
        if self.kill(["library", "merge", f"Ann {self.random.random()}", "Tom"], 0.15):
            self.told["rulings"] += 1

    def refreshing(self):
        self.kill(["feeds", "refresh"], 0.3)

    def reading(self):
        """Notes and corrects in the reader, and kills it while it keeps that."""
        child, terminal = pty.fork()
        if child == 0:
            os.execvpe(BINARY, [BINARY, "--library", "on", self.random.choice(self.files)], self.environment)
        until = time.time() + 0.2 + self.random.random() * 0.4
        screen, typed, notes, corrections = b"", 0, 0, 0
        while time.time() < until:
            if select.select([terminal], [], [], 0.02)[0]:
                screen += os.read(terminal, 65536)
            if typed == 0 and b"quote 1" in screen:
                os.write(terminal, b":note ask\r")
                typed = 1
            if typed == 1 and b"noted" in screen:
                os.write(terminal, b":correct indirect\r")
                (typed, notes) = (2, 1)
            if b"set right" in screen:
                corrections = 1
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
        self.killed += 1
        self.told["notes"] += notes
        self.told["corrections"] += corrections

    def look(self):
        file = sqlite3.connect(os.path.join(self.home, "sutra/library.db"))
        try:
            faults = []
            if file.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                faults.append("the file is not whole")
            if file.execute("PRAGMA foreign_key_check").fetchall():
                faults.append("rows refer to others that are not there")
            kept = {row[0] for row in file.execute("SELECT origin FROM kept WHERE version IS NOT NULL")}
            if self.told["kept"] - kept:
                faults.append(f"{len(self.told['kept'] - kept)} articles are lost")
            for table in ["notes", "corrections", "rulings"]:
                count = file.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                if count < self.told[table]:
                    faults.append(f"of {self.told[table]} {table} {count} are left")
                    self.told[table] = count
            bare = file.execute(
                "SELECT count(*) FROM kept JOIN versions ON versions.id = version WHERE kept.quotes <> "
                "(SELECT count(*) FROM quotes WHERE quotes.version = kept.version)").fetchone()[0]
            if bare:
                faults.append(f"{bare} articles have not the quotes that were counted")
            return faults
        finally:
            file.close()


def main(folder, count):
    rounds = Rounds(folder)
    kinds = [rounds.importing, rounds.reading, rounds.refreshing, rounds.ruling]
    faults = 0
    for number in range(count):
        kinds[number % len(kinds)]()
        for fault in rounds.look():
            faults += 1
            print(f"round {number} ({kinds[number % len(kinds)].__name__}): {fault}", flush=True)
    told = rounds.told
    print(f"{count} rounds, {rounds.killed} killed while at it, {faults} faults; told of: {len(told['kept'])} articles, "
          f"{told['notes']} notes, {told['corrections']} corrections, {told['rulings']} rulings")
    return faults > 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
