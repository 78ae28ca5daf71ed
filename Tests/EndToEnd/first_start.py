#!/usr/bin/env python3
"""Starts Deploy/run as a newcomer does, logs in with what it prints, and ends it with Ctrl-C.

Usage: Tests/EndToEnd/first_start.py FOLDER    FOLDER is a clone, without ./imrd-data. Port 8437 must be free. Exit status 0 when all is well.
"""
import http.cookiejar
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


def wait(question, what, seconds):
    end = time.monotonic() + seconds
    while True:
        try:
            if found := question():
                return found
        except OSError:
            pass
        assert time.monotonic() < end, f"after {seconds} seconds it is not so that {what}"
        time.sleep(0.2)


def log_in(address, name, password):
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    form = urllib.parse.urlencode({"name": name, "password": password}).encode()
    # The browser names the page from which a form is sent.
    request = urllib.request.Request(address + "login", form, {"Origin": address.rstrip("/")})
    browser.open(request).read()
    return browser


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    clone = pathlib.Path(sys.argv[1]).resolve()
    data = clone / "imrd-data"
    if data.exists():
        sys.exit(f"{data} is there already: move it away")
    printed = clone / "imrd-data.printed"
    with printed.open("w") as output:
        process = subprocess.Popen([clone / "Deploy/run"], stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
                                   # A shell cannot catch what was ignored when it was started, as in the background of another.
                                   preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    try:
        def announced():
            assert process.poll() is None, printed.read_text()
            return re.search(r"(?s)at +(http\S+)\n.*Log in as +(\S+) +password (\S+)\n", printed.read_text())

        address, name, password = wait(announced, "it prints an address and a password", 3600).groups()
        wait(lambda: urllib.request.urlopen(address + "login").status == 200, "the site answers", 300)
        try:
            log_in(address, name, "x" * 20)
            raise AssertionError("a wrong password is let in")
        except urllib.error.HTTPError as error:
            assert error.code == 401, error
        browser = log_in(address, name, password)
        shutil.copy(clone / "Docs/Examples/letter.txt", data / "inbox")
        wait(lambda: b"CM16-9999901" in browser.open(address + "anomalies").read(), "the reviewer sees the letter", 300)
        # A terminal sends it to the whole group.
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(300) == 0, f"it ended with {process.returncode}"
        assert not [line for line in printed.read_text().splitlines() if " error " in line], printed.read_text()
        wait(lambda: not (data / "run/control.sock").exists() or not subprocess.run(
            ["pgrep", "--full", str(data)], capture_output=True).stdout, "nothing is left running", 10)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(300)
        shutil.rmtree(data, ignore_errors=True)
        printed.unlink()
    print("first start: Deploy/run prints where to look and how to log in, a letter is seen there, and Ctrl-C ends it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
