#!/usr/bin/env python3
"""Stops the review site again and again while browsers hang on to it: it must end well, and soon.

Usage: stop.py FOLDER [TIMES]    The folder that holds imrd and imrd-watch; how often (20).

Each time on a socket of its own, and on one that systemd-socket-activate hands over where there is that program. In every other
round connections are idle, silent, in the midst of a request or of a download, or nobody reads what they are sent.
"""
import pathlib
import shutil
import socket
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "EndToEnd"))
from office import PROJECT, Office

# The site gives answers under way five seconds; the rest is the machine's.
MOST = 20
MOST_IDLE = 4


def connect(port, *parts):
    """A connection on which something was sent, with a small window so that unread answers are stuck."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(("127.0.0.1", port))
    for part in parts:
        connection.sendall(part.encode())
    return connection


def hang_on(reader, original):
    """Connections of every kind."""
    port = int(reader.host.split(":")[1])
    head = f"Host: {reader.host}\r\nCookie: {reader.cookie}\r\n"
    ask = f"GET {original} HTTP/1.1\r\n{head}\r\n"
    reading = connect(port, ask)
    reading.recv(1000)
    return [
        connect(port), connect(port, "GET / HT"), connect(port, f"GET / HTTP/1.1\r\n{head}\r\n"),
        connect(port, f"POST /login HTTP/1.1\r\n{head}Origin: http://{reader.host}\r\nContent-Length: 1000\r\n\r\nname="),
        connect(port, *[ask] * 8), reading,
    ]


def main():
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    ways = ["own"] + (["handed"] if shutil.which("systemd-socket-activate") else [])
    slowest = {"idle": 0.0, "busy": 0.0}
    with Office(sys.argv[1]) as office:
        daemon = office.daemon()
        letter = (PROJECT / "Docs/Examples/letter.txt").read_text()
        office.drop("letter.txt", letter + "\n" + "x" * 79 + ("\n" + "y" * 79) * 40_000)
        original = f"/letters/{office.rows('letters')[0]['arrival']}/original"
        office.end(daemon)
        for number in range(times):
            for way in ways:
                site, reader = office.site(handed=way == "handed")
                reader.page("/")
                connections = hang_on(reader, original) if number % 2 else []
                start = time.monotonic()
                site.terminate()
                code = site.wait(60)
                seconds = time.monotonic() - start
                assert code == 0, f"round {number}, {way} socket: it ended with {code}"
                kind = "busy" if connections else "idle"
                slowest[kind] = max(slowest[kind], seconds)
                assert seconds < (MOST if connections else MOST_IDLE), f"round {number}, {way} socket: {seconds:.1f} s to stop"
                for connection in connections:
                    connection.close()
    print(f"stop: {times} times, {' and '.join(ways)} socket: at most {slowest['idle']:.2f} s with idle connections, "
          f"{slowest['busy']:.2f} s with busy ones")


main()
