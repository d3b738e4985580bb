"""Drives the web page that the program writes in a real browser, by ChromeDriver, with real clicks, keys and wheels.

    python3 tests/browser/page.py target/release/summitry [FOLDER]

Needs `chromium` and `chromedriver` (Debian: chromium, chromium-driver), and Python's standard library. With a folder, screenshots are
kept there. Ends with status 0 if everything holds, and with the first thing that does not."""

import base64
import json
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Left": "\ue012", "Right": "\ue014"}


class Browser:
    """A session of a browser without a window and without a network."""

    def __init__(self, size, folder, dark=False):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL)
        self.base = f"http://127.0.0.1:{port}"
        arguments = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={folder}", f"--window-size={size[0]},{size[1]}",
        ]
        wanted = {
            "browserName": "chrome",
            "goog:chromeOptions": {"args": arguments},
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }
        for _ in range(100):
            try:
                answer = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
                break
            except OSError:
                time.sleep(0.2)
        self.base += f"/session/{answer['sessionId']}"
        # The window has borders: the page itself is to be so large.
        self.ask("POST", "/chromium/send_command_and_get_result", {
            "cmd": "Emulation.setDeviceMetricsOverride",
            "params": {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size[0] < 600},
        })

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)["value"]

    def run(self, script, *arguments):
        return self.ask("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def open(self, file):
        self.ask("POST", "/url", {"url": pathlib.Path(file).absolute().as_uri()})

    def find(self, selector):
        return self.ask("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]

    def click(self, selector):
        self.ask("POST", f"/element/{self.find(selector)}/click", {})

    def type(self, text):
        keys = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        self.ask("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": keys}]})

    def pointer(self, *steps):
        """Moves, presses and lets go of a mouse: `(x, y)` moves, "down" and "up" press and let go."""
        actions = []
        for step in steps:
            if not isinstance(step, str):
                actions.append({"type": "pointerMove", "duration": 40, "x": int(step[0]), "y": int(step[1])})
            else:
                actions.append({"type": f"pointer{step.title()}", "button": 0})
        self.ask("POST", "/actions", {"actions": [{"type": "pointer", "id": "mouse", "actions": actions}]})

    def pinch(self, middle, before, after):
        """Two fingers that go from so far apart to so far apart."""
        x, y = middle
        fingers = []
        for number, side in enumerate((-1, 1)):
            moves = [before + (after - before) * step / 5 for step in range(6)]
            actions = [{"type": "pointerMove", "duration": 0, "x": int(x + side * moves[0] / 2), "y": int(y)}]
            actions.append({"type": "pointerDown", "button": 0})
            for move in moves[1:]:
                actions.append({"type": "pointerMove", "duration": 60, "x": int(x + side * move / 2), "y": int(y)})
            actions.append({"type": "pointerUp", "button": 0})
            kind = {"pointerType": "touch"}
            fingers.append({"type": "pointer", "id": f"finger{number}", "parameters": kind, "actions": actions})
        self.ask("POST", "/actions", {"actions": fingers})

    def wheel(self, at, by):
        actions = [{"type": "scroll", "x": int(at[0]), "y": int(at[1]), "deltaX": 0, "deltaY": by, "duration": 0}]
        self.ask("POST", "/actions", {"actions": [{"type": "wheel", "id": "wheel", "actions": actions}]})
        time.sleep(0.2)

    def log(self, kind):
        return self.ask("POST", "/se/log", {"type": kind})

    def picture(self, file):
        pathlib.Path(file).write_bytes(base64.b64decode(self.ask("GET", "/screenshot")))

    def close(self):
        try:
            self.ask("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait()


def holds(what, is_so):
    if not is_so:
        sys.exit(f"does not hold: {what}")
    print(f"holds: {what}")


DETAILS = "return document.getElementById('details').innerText"
LIVE = "return document.getElementById('live').textContent"
VIEW = "return document.getElementById('page-map').getAttribute('viewBox').split(' ').map(Number)"
# The middle of the first mark of this kind whose words have this in them, where it is really on top.
MARK = """
    for (const mark of document.querySelectorAll('#page-map g[data-meetings]')) {
        if (!mark.querySelector('title').textContent.includes(arguments[1])) continue;
        for (const shape of mark.querySelectorAll(arguments[0])) {
            const points = [];
            if (shape.getTotalLength && shape.getAttribute('fill') === 'none') {
                const toPage = shape.getScreenCTM();
                for (let share = 0.1; share < 1; share += 0.1) {
                    const at = shape.getPointAtLength(share * shape.getTotalLength()).matrixTransform(toPage);
                    points.push([at.x, at.y]);
                }
            } else {
                const frame = shape.getBoundingClientRect();
                points.push([frame.x + frame.width / 2, frame.y + frame.height / 2]);
            }
            for (const [x, y] of points) {
                const x_ = Math.round(x), y_ = Math.round(y);
                if (document.elementFromPoint(x_, y_)?.closest('g[data-meetings]') === mark) return [x_, y_];
            }
        }
    }
    return null"""
# A point of this country's land with nothing over it.
LAND = """
    const land = document.getElementById(arguments[0]), frame = land.getBoundingClientRect();
    for (let down = 0.1; down < 1; down += 0.05) for (let across = 0.1; across < 1; across += 0.05) {
        const x = Math.round(frame.x + across * frame.width), y = Math.round(frame.y + down * frame.height);
        const near = [[0, 0], [9, 0], [-9, 0], [0, 9], [0, -9]];
        if (near.every(([dx, dy]) => document.elementFromPoint(x + dx, y + dy) === land)) return [x, y];
    }
    return null"""


def clicks(browser):
    """A place, a line, a country and a leader, each by a real click, and what is told of them."""
    place = browser.run(MARK, "circle", "Astana: 8 meetings")
    browser.pointer(place, "down", "up")
    holds("a click on Astana lists its eight meetings", "Astana: 8 meetings" in browser.run(DETAILS))
    listed = browser.run("return document.querySelectorAll('#details ol > li').length")
    holds("they are eight", listed == 8)
    holds("it is said to who cannot see it", "Astana" in browser.run(LIVE))
    holds("others stand back", browser.run("return document.querySelectorAll('#page-map .away').length") > 20)
    rows = browser.run("return document.querySelectorAll('#meetings tr.chosen').length")
    holds("their rows of the table are marked", rows == 8)
    browser.click("#details ol > li summary")
    link = browser.run("return document.querySelector('#details details[open] a')?.href")
    holds("a meeting opens, with a link to its source", link is not None and link.startswith("http"))
    browser.type(KEYS["Escape"])
    holds("Escape lets go of it", browser.run("return document.querySelectorAll('#page-map .away').length") == 0)

    line = browser.run(MARK, "path[fill=none]", "Cuba →")
    browser.pointer(line, "down", "up")
    holds("a click on a line lists its meetings", "Cuba →" in browser.run(DETAILS))
    holds("with where they took place", "Moscow" in browser.run(DETAILS) or "Saint Petersburg" in browser.run(DETAILS))

    land = browser.run(LAND, "CHN")
    browser.pointer(land, "down", "up")
    told = browser.run(DETAILS)
    holds("a click on China names it and its meetings", "China" in told and "meetings" in told)
    holds("its land has an outline", browser.run("return document.querySelector('#land > path.chosen').id") == "CHN")
    empty = browser.run(LAND, "AUS") or browser.run(LAND, "CAN")
    browser.pointer(empty, "down", "up")
    holds("a country without meetings says so", "No meeting on this page" in browser.run(DETAILS))
    browser.click("#details > button")
    holds("the way back leads to all", "Click a country" in browser.run(DETAILS))


def keys(browser):
    """Everything without a mouse."""
    browser.ask("POST", "/refresh", {})
    seen = []
    for _ in range(12):
        browser.type(KEYS["Tab"])
        seen.append(browser.run("const e = document.activeElement; return e.id || e.textContent"))
        outline = browser.run("return getComputedStyle(document.activeElement).outlineStyle")
        if outline == "none":
            sys.exit(f"does not hold: the focus on {seen[-1]} is seen")
    holds(f"the focus is seen wherever it goes: {', '.join(seen[:5])}", seen[0] == "map-box" and "zoom-in" in seen)
    browser.run("document.getElementById('map-box').focus()")
    whole = browser.run(VIEW)
    browser.type("++")
    time.sleep(0.2)
    near = browser.run(VIEW)
    holds("plus zooms", abs(near[2] * 2.25 - whole[2]) < 1)
    browser.type(KEYS["Right"])
    time.sleep(0.2)
    moved = browser.run(VIEW)
    holds("an arrow moves", moved[0] > near[0] and moved[2] == near[2])
    browser.type("-")
    time.sleep(0.2)
    holds("minus goes back", browser.run(VIEW)[2] > near[2])
    browser.type("0")
    time.sleep(0.2)
    holds("0 shows the whole map", browser.run(VIEW) == whole)
    browser.run("document.querySelector('#details summary').focus()")
    browser.type(KEYS["Tab"] + KEYS["Enter"])
    head = browser.run("return document.activeElement.tagName + ' ' + document.activeElement.textContent")
    holds(f"Enter on a country leads to what is told of it: {head}", head.startswith("H2"))
    browser.type(KEYS["Escape"])
    holds("and Escape back", browser.run("return document.activeElement.tagName") == "SUMMARY")


def moves(browser):
    """Drag, wheel, pinch, buttons."""
    box = browser.run("const f = document.getElementById('map-box').getBoundingClientRect(); return [f.x, f.y, f.width, f.height]")
    middle = (box[0] + box[2] / 2, box[1] + box[3] / 2)
    whole = browser.run(VIEW)
    browser.wheel((middle[0] + 100, middle[1]), -400)
    near = browser.run(VIEW)
    holds("the wheel zooms", near[2] < whole[2] / 2)
    point = lambda view: view[0] + (0.5 + 100 / box[2]) * view[2]
    holds("about the pointer", abs(point(near) - point(whole)) < 1)
    browser.pointer(middle, "down", (middle[0] - 30, middle[1]), (middle[0] - 90, middle[1]), "up")
    time.sleep(0.2)
    moved = browser.run(VIEW)
    holds("a drag moves it by as much", abs((moved[0] - near[0]) * box[2] / near[2] - 90) < 2)
    holds("and chooses nothing", browser.run("return document.querySelectorAll('#page-map .away').length") == 0)
    browser.click("#whole-map")
    time.sleep(0.2)
    holds("a button shows the whole map", browser.run(VIEW) == whole)
    browser.click("#zoom-in")
    time.sleep(0.2)
    holds("a button zooms", abs(browser.run(VIEW)[2] * 1.5 - whole[2]) < 1)
    browser.click("#zoom-out")
    time.sleep(0.2)
    browser.pinch(middle, 80, 240)
    time.sleep(0.3)
    pinched = browser.run(VIEW)
    holds(f"a pinch zooms {whole[2] / pinched[2]:.1f} times", 2 < whole[2] / pinched[2] < 4)
    browser.click("#whole-map")
    time.sleep(0.2)


def table(browser):
    """Sorting and searching."""
    first = "return document.querySelector('#meetings tbody tr:not([hidden])').innerText"
    browser.click("#meetings thead th:nth-child(4) button")
    places = browser.run("return [...document.querySelectorAll('#meetings tbody tr')].map(row => row.cells[3].textContent)")
    holds("the table is sorted by place", places == sorted(places, key=str.lower) and "Ankara" not in places[-1])
    holds("and says so", browser.run("return document.querySelector('[aria-sort]').textContent") == "Place")
    browser.click("#meetings thead th:nth-child(4) button")
    holds("a second click turns it", browser.run("return document.querySelector('[aria-sort]').ariaSort") == "descending")
    browser.click("#search")
    browser.type("orban kyiv")
    found = browser.run("return document.getElementById('found').textContent")
    holds(f"a search finds words without accents: {found}", found.startswith("1 of "))
    browser.click("#meetings tbody tr:not([hidden]) button")
    holds("a title leads to its meeting", "Kyiv" in browser.run(DETAILS))
    browser.type(KEYS["Escape"])
    holds("the row is the one", "Kyiv" in browser.run(first))


def main():
    program = sys.argv[1]
    pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        files = {}
        for theme in ("light", "dark"):
            files[theme] = work / f"{theme}.html"
            subprocess.run([program, "render", "-o", files[theme], "--theme", theme], check=True, stdout=subprocess.DEVNULL)
        for number, size in enumerate([(1440, 900), (900, 600), (390, 844)]):
            for theme, file in files.items():
                browser = Browser(size, work / f"profile-{number}-{theme}")
                try:
                    browser.open(file)
                    # What the browser asked for before, for a page of its own, is passed over.
                    browser.log("performance")
                    browser.ask("POST", "/refresh", {})
                    time.sleep(0.5)
                    wide = browser.run("return document.documentElement.scrollWidth")
                    holds(f"{size[0]}×{size[1]}, {theme}: nothing is wider than the page", wide <= size[0])
                    if pictures:
                        browser.picture(pictures / f"{size[0]}x{size[1]}-{theme}.png")
                    if number == 0:
                        clicks(browser)
                        keys(browser)
                        moves(browser)
                        table(browser)
                    elif number == 2:
                        browser.click("#whole-map")
                        time.sleep(0.2)
                        moves(browser)
                    if pictures:
                        browser.run("window.scrollTo(0, 0)")
                        browser.click("#details summary + ul button")
                        browser.picture(pictures / f"{size[0]}x{size[1]}-{theme}-chosen.png")
                    wrong = [entry["message"] for entry in browser.log("browser")]
                    holds(f"the browser has nothing to say {wrong}", not wrong)
                    events = [json.loads(entry["message"])["message"] for entry in browser.log("performance")]
                    asked = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
                    foreign = [url for url in asked if not url.startswith(("file:", "data:"))]
                    holds(f"nothing is asked of a network {foreign}", asked and not foreign)
                finally:
                    browser.close()
    print("everything holds")


if __name__ == "__main__":
    main()
