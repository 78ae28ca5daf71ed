"""Letters to be dropped: as many different ones as wanted, from some hundreds of invented ones."""
import os
import re
import subprocess

CASE = re.compile(rb"CM\d\d-\d{7}")


def invented(binaries, folder, count=500):
    """The texts of `count` invented letters."""
    if not os.path.isdir(folder):
        subprocess.run([os.path.join(binaries, "MakeLetters"), folder, str(count)], check=True)
    texts = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            texts.append(file.read())
    return [text for text in texts if CASE.search(text)]


def make(texts, folder, count, first=0):
    """Writes `count` letters, each of a case of its own, numbered from `first`; returns their bytes together."""
    os.makedirs(folder)
    total = 0
    for number in range(first, first + count):
        case = b"CM%02d-%07d" % (14 + number // 5_000_000, 1 + number % 5_000_000)
        text = CASE.sub(case, texts[number % len(texts)])
        with open(os.path.join(folder, f"letter-{number:07d}.txt"), "wb") as file:
            file.write(text)
        total += len(text)
    os.sync()
    return total


def make_pdfs(sources, folder, times):
    """Copies PDFs `times` over, each copy with other bytes behind its end; returns how many there are."""
    os.makedirs(folder)
    for copy in range(times):
        for path in sources:
            with open(path, "rb") as file:
                data = file.read()
            with open(os.path.join(folder, f"{copy}-{os.path.basename(path)}"), "wb") as file:
                file.write(data + b"\n%% copy %d\n" % copy)
    os.sync()
    return times * len(sources)
