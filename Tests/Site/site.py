#!/usr/bin/env python3
"""The review site in a real browser: what a reviewer does in the morning, with scripts and without, and axe-core on each page.

Usage: site.py FOLDER [PICTURES]    The folder that holds imrd and imrd-watch; where pictures of the pages go.

Needs Debian's chromium and chromium-driver, and from PyPI selenium and axe-selenium-python (for its axe.min.js, MPL-2.0; it is
used here and is no part of imrd).
"""

import pathlib
import sys

import axe_selenium_python
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "EndToEnd"))
from office import PROJECT, Office

AXE = pathlib.Path(axe_selenium_python.__file__).parent / "node_modules/axe-core/axe.min.js"
LETTER = (PROJECT / "Docs/Examples/letter.txt").read_text()
PAGES = ["/login", "/", "/anomalies", "/anomalies?view=grouped", "/letters/CM16-9999901", "/deadlines", "/search", "/held",
         "/statistics", "/log", "/rules", "/rules/D01", "/nothing"]


def check(holds, what):
    if not holds:
        sys.exit(f"site: it is not so that {what}")


class Browser:
    """Chromium without a screen."""

    def __init__(self, host, scripts=True, width=1280):
        self.address = "http://" + host
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
            options.add_argument(argument)
        if not scripts:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.size(width)

    def size(self, width, height=900, dark=False):
        self.is_dark = dark
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})
        # Without motion, so that nothing moves away under a click.
        features = {"prefers-color-scheme": "dark" if dark else "light", "prefers-reduced-motion": "reduce"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": name, "value": value} for name, value in features.items()]})

    def go(self, path):
        self.driver.get(self.address + path)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def text(self):
        return self.find("body").text

    def key(self, key):
        self.driver.switch_to.active_element.send_keys(key)

    def changes(self, act):
        """Does something after which another page must come."""
        old = self.find("html")
        act()
        WebDriverWait(self.driver, 60).until(lambda driver: self.is_gone(old))
        WebDriverWait(self.driver, 60).until(
            lambda driver: driver.find_elements(By.CSS_SELECTOR, "#main")
            and driver.execute_script("return document.readyState") == "complete")

    @staticmethod
    def is_gone(element):
        try:
            element.is_enabled()
            return False
        except Exception:
            return True

    def log_in(self, password):
        self.go("/")
        self.find("#name").send_keys("ana")
        self.find("#password").send_keys(password)
        self.changes(lambda: self.find("button.main").click())

    def picture(self, name):
        """A picture of the whole page."""
        self.driver.execute_script("scrollTo(0, 0)")
        width = self.driver.execute_script("return innerWidth")
        height = min(2400, self.driver.execute_script("return document.documentElement.scrollHeight"))
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})
        self.driver.save_screenshot(str(name))
        self.size(width, dark=self.is_dark)

    def violations(self):
        # Through the debugger: the policy of the pages lets no script of others in.
        self.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": AXE.read_text()})
        found = self.driver.execute_async_script("axe.run().then(arguments[0])")["violations"]
        return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def here(browser):
    """The finding that the keys are at."""
    return browser.find("tr.here").get_attribute("id")


def triage(browser, office):
    """The morning with keys: from the list to the letter, a comment, a dismissal, and the next."""
    browser.go("/anomalies")
    check("Item 3 is upheld" in browser.text(), "the list shows the finding")
    browser.key("j")
    check(browser.find("tr.here a.code").text == "D01", "j goes to the first finding")
    browser.changes(lambda: browser.key(Keys.ENTER))
    check("/letters/" in browser.driver.current_url and "#finding-" in browser.driver.current_url, "Enter opens its letter")
    check(browser.find("article.here a.code").text == "D01", "the letter opens at the finding")
    marks = " ".join(mark.text for mark in browser.driver.find_elements(By.CSS_SELECTOR, "mark.error"))
    check("The requested shoulder pulley is medically necessary" in marks, "evidence is marked")

    browser.key("d")
    browser.changes(lambda: browser.find("article.here button[value=dismiss]").click())
    check("dismissing needs a reason" in browser.text(), "a dismissal without a reason is refused")
    check('"act":"dismiss"' not in office.log(), "nothing of it is logged")

    browser.key("r")
    browser.driver.switch_to.active_element.send_keys("Asked for a corrected letter.")
    browser.changes(lambda: browser.key(Keys.ENTER))
    check("1 finding resolved." in browser.text(), "the resolution is confirmed")
    check("Asked for a corrected letter." in browser.text(), "the comment stands at the finding")
    line = [line for line in office.log().splitlines() if '"act":"resolve"' in line]
    check(len(line) == 1 and '"actor":"ana"' in line[0], "the log names who resolved it")


def triage_from_the_list(browser):
    """Without opening a letter; after each act the keys go on from where they were."""
    browser.go("/anomalies?state=all")
    rows = [row.get_attribute("id") for row in browser.driver.find_elements(By.CSS_SELECTOR, "tr[data-row]")]
    check(len(rows) == 3, "there are findings to go through")
    browser.key("j")
    browser.key("j")
    check(here(browser) == rows[1], "j goes down")
    browser.changes(lambda: browser.key("a"))
    check("1 finding acknowledged." in browser.text(), "a acknowledges from the list")
    check(here(browser) == rows[1], "the list comes back at the finding")
    browser.key("j")
    check(here(browser) == rows[2], "j goes on from there")
    browser.key("k")
    check(here(browser) == rows[1], "k goes back")

    browser.go("/anomalies")
    rows = [row.get_attribute("id") for row in browser.driver.find_elements(By.CSS_SELECTOR, "tr[data-row]")]
    check(len(rows) == 2, "two of them are to be looked at")
    browser.key("j")
    browser.key("r")
    browser.key(Keys.ESCAPE)
    check(not browser.driver.find_elements(By.CSS_SELECTOR, "input:checked"), "Escape takes back what a key began")
    browser.key("c")
    browser.driver.switch_to.active_element.send_keys("Wait.")
    browser.changes(lambda: browser.key(Keys.ENTER))
    check("1 finding commented." in browser.text(), "c comments, although r was pressed before")
    browser.key("r")
    browser.driver.switch_to.active_element.send_keys("Done.")
    browser.changes(lambda: browser.key(Keys.ENTER))
    check("1 finding resolved." in browser.text(), "r resolves from the list")
    browser.key("j")
    check(here(browser) == rows[1], "j goes on to the finding that took its place")

    browser.go("/deadlines")
    browser.key("j")
    for key in "ad":
        browser.key(key)
    check("Recorded" not in browser.text(), "a key that means nothing on a page does nothing there")
    browser.key("/")
    browser.driver.switch_to.active_element.send_keys("pulley")
    browser.changes(lambda: browser.key(Keys.ENTER))
    check("CM16-9999901" in browser.text(), "the search finds the letter")
    browser.key("?")
    check(browser.find("#keys").is_displayed(), "? shows the keys")


def without_scripts(browser, office):
    """The same with forms alone."""
    browser.go("/deadlines")
    check("authorize within 5 working days" in browser.text(), "the deadline is listed")
    browser.changes(lambda: browser.find("td.nowrap a").click())
    check("Physical therapy" in browser.text(), "its letter opens")
    details = browser.find("article details:not([open]) summary")
    details.click()
    form = details.find_element(By.XPATH, "following-sibling::form")
    form.find_element(By.CSS_SELECTOR, "textarea").send_keys("Seen.")
    browser.changes(lambda: form.find_element(By.CSS_SELECTOR, "[value=comment]").click())
    check("1 finding commented." in browser.text(), "a comment is recorded")
    browser.go("/anomalies?state=all&rule=D04")
    browser.find("tbody input[type=checkbox]").click()
    Select(browser.find("#reason-bulk")).select_by_value("known")
    browser.changes(lambda: browser.find("#bulk [value=dismiss]").click())
    check("1 finding dismissed." in browser.text(), "a dismissal with a reason is recorded")
    browser.go("/held")
    browser.find("details summary").click()
    browser.changes(lambda: browser.find("[value=discard]").click())
    check("discarding needs a reason" in browser.text(), "a held file is not discarded without a reason")
    browser.find("details summary").click()
    browser.find("details [name=comment]").send_keys("An invoice.")
    browser.changes(lambda: browser.find("[value=discard]").click())
    check("Nothing is held" in browser.text(), "a held file is discarded with one")
    browser.go("/deadlines")
    browser.changes(lambda: browser.find("td form button").click())
    check("Recorded as done." in browser.text(), "the deadline is done")
    browser.changes(lambda: browser.find(".who button").click())
    browser.go("/")
    check(browser.find("#password").is_displayed(), "who has logged out must log in again")


def pages(browser, pictures, paths):
    """Every page in both widths and schemes: nothing sticks out, and axe-core finds nothing."""
    found = []
    for path in paths:
        for width, dark in ((1280, False), (390, False), (1280, True), (390, True)):
            browser.size(width, dark=dark)
            browser.go(path)
            if pictures:
                name = "".join(letter if letter.isalnum() else "-" for letter in path.strip("/")) or "today"
                browser.picture(pathlib.Path(pictures) / f"{name}-{width}{'-dark' if dark else ''}.png")
            found += [f"{path} at {width}{' dark' if dark else ''}: {one}" for one in browser.violations()]
            beyond = browser.driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
            if beyond > 0:
                found.append(f"{path} at {width}: {beyond} pixels stick out")
    check(not found, "all pages are in order:\n" + "\n".join(found))
    browser.size(1280)


def whole_list(browser, office):
    """A list of several pages; an act on all of it asks first, and says for how many findings."""
    for number in range(20):
        office.drop(f"letter-{number}.txt", LETTER.replace("CM16-9999901", f"CM16-99992{number:02}"))
    browser.go("/anomalies")
    first = browser.find("tr[data-row]").get_attribute("id")
    browser.changes(lambda: browser.find("[rel=next]").click())
    check(browser.find("tr[data-row]").get_attribute("id") != first, "the list has a second page")
    Select(browser.find("#bulk-scope")).select_by_value("all")
    browser.changes(lambda: browser.find("#bulk [value=acknowledge]").click())
    check("of 21 letters" in browser.text(), "the question names the scope")
    check(not browser.violations(), f"the question is in order: {browser.violations()}")
    browser.changes(lambda: browser.find("button.main").click())
    check("61 findings acknowledged." in browser.text(), "the answer does it")
    check(office.log().count('"act":"acknowledge"') == 62, "each finding has a line of its own in the log")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    pictures = sys.argv[2] if len(sys.argv) > 2 else None
    browsers = []
    with Office(sys.argv[1]) as office:
        daemon = office.daemon()
        site, reader = office.site()
        office.drop("letter.txt", LETTER)
        office.drop("invoice.txt", "An invoice, and no letter at all.\n" * 20, becomes="held")
        try:
            browsers.append(Browser(reader.host))
            browsers[0].log_in("not the password")
            check("do not belong together" in browsers[0].text(), "a wrong password is refused")
            pages(browsers[0], pictures, PAGES[:1])
            browsers[0].log_in(office.password)
            check("To be looked at" in browsers[0].text(), "a right one leads to today")
            pages(browsers[0], pictures, PAGES[1:])
            triage(browsers[0], office)
            triage_from_the_list(browsers[0])
            whole_list(browsers[0], office)
            browsers.append(Browser(reader.host, scripts=False))
            browsers[1].log_in(office.password)
            without_scripts(browsers[1], office)
        finally:
            for browser in browsers:
                browser.driver.quit()
        office.end(site)
        office.end(daemon)
    print("site: triage, search and deadlines with keys and without scripts; no violation on any page")


main()
