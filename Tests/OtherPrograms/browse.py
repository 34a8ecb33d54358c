"""Looks at pages in a headless Chromium, through the pipe of its debugger.

usage: browse.py CHROMIUM PAGE...

Each page has to be told without an error, must not be wider than a telephone's 360 pixels nor than a
desk's 1280, each of its links has to lead to a place that is then in sight, and it has to be dark where
dark is wanted.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

LINKS = """
[...document.querySelectorAll('a[href^="#"]')].flatMap(a => {
  const place = document.getElementById(decodeURIComponent(a.hash.slice(1)));
  if (!place) return [a.hash + ' leads nowhere'];
  location.hash = a.hash;
  const box = place.getBoundingClientRect();
  const seen = box.top < innerHeight && box.bottom > 0;
  return seen ? [] : [a.hash + ' is not in sight'];
}).slice(0, 5)
"""
WIDTH = "document.documentElement.scrollWidth"
GROUND = "getComputedStyle(document.body).backgroundColor"


class Browser:
    def __init__(self, program, folder):
        (theirs, self.out), (self.into, ours) = os.pipe(), os.pipe()

        def wire():
            # The debugger reads from 3 and writes to 4.
            read, write = os.dup(theirs), os.dup(ours)
            os.dup2(read, 3)
            os.dup2(write, 4)

        self.process = subprocess.Popen(
            [
                program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
                f"--user-data-dir={folder}", "about:blank",
            ],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            close_fds=False, preexec_fn=wire)
        os.close(theirs)
        os.close(ours)
        self.number, self.rest, self.session, self.events = 0, b"", None, []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def message(self):
        while b"\0" not in self.rest:
            more = os.read(self.into, 65536)
            if not more:
                sys.exit("the browser is gone")
            self.rest += more
        line, self.rest = self.rest.split(b"\0", 1)
        return json.loads(line)

    def ask(self, method, **values):
        self.number += 1
        question = {"id": self.number, "method": method, "params": values}
        if self.session:
            question["sessionId"] = self.session
        os.write(self.out, json.dumps(question).encode() + b"\0")
        while True:
            message = self.message()
            if message.get("id") == self.number:
                if "error" in message:
                    sys.exit(f"{method}: {message['error']}")
                return message["result"]
            self.events.append(message)

    def value(self, expression):
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        return answer["result"].get("value")

    def open(self, path):
        self.events = []
        self.ask("Page.navigate", url=pathlib.Path(path).resolve().as_uri())
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
            self.events.append(self.message())

    def size(self, width, height):
        self.ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=1, mobile=width < 600)

    def ground(self, scheme):
        self.ask(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": scheme}])
        return self.value(GROUND)


def flaws(browser, page):
    found = []
    for width, height in ((360, 740), (1280, 900)):
        browser.size(width, height)
        browser.open(page)
        wide = browser.value(WIDTH)
        if wide is None or wide > width:
            found.append(f"{wide} pixels wide in a window of {width}")
        found += browser.value(LINKS)
        found += [
            str(event["params"]) for event in browser.events
            if event.get("method") in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled")
            or event.get("method") == "Log.entryAdded"
            and event["params"]["entry"]["level"] == "error"
        ]
    if browser.ground("light") == browser.ground("dark"):
        found.append("light and dark look the same")
    return found


def main():
    program, pages = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(program, folder)
        found = {page: flaws(browser, page) for page in pages}
        browser.process.kill()
        browser.process.wait()
    for page, all in found.items():
        for flaw in all:
            print(f"{page}: {flaw}", file=sys.stderr)
    sys.exit(any(found.values()))


main()
