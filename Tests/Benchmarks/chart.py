"""A chart of what was measured, as SVG: for each comparison a bar for each of those compared."""
import html

# Rows whose figures are compared, by their part of the measurements: a title, and the beginnings of their names.
CHARTS = [
    ("burst", "Text letters filed a second, one burst", ("imrd: text letters", "the floor", "a user's script")),
    ("pdf", "PDF letters filed a second", ("imrd: PDF letters", "`pdftotext")),
    ("growth", "Text letters filed a second, by what is filed already", ("",)),
]
WIDTH, BAR, NAMES = 760, 22, 300


def bars(measured):
    """For each chart that there are figures for: its title, and (name, figure, whether it is imrd's) of each bar."""
    for part, title, names in CHARTS:
        found = [row for row in measured.get(part, []) if row.unit == "letters/s"]
        chosen = [row for name in names for row in found if row.what.startswith(name)]
        if chosen:
            yield title, [(label(row), row.median, names == ("",) or row.what.startswith("imrd")) for row in chosen]


def label(row):
    return row.what.partition(": rate")[0].replace("`", "")


def write(measured, path):
    """Writes the chart; says whether there was anything to show."""
    parts, y = [], 10
    for title, found in bars(measured):
        y += 20
        parts.append(f'<text x="10" y="{y}" font-weight="bold">{html.escape(title)}</text>')
        most = max(value for _, value, _ in found)
        for name, value, is_ours in found:
            y += BAR + 4
            width = max(1, round((WIDTH - NAMES - 90) * value / most))
            colour = "#2f6f9f" if is_ours else "#9aa5ad"
            parts.append(f'<text x="{NAMES - 8}" y="{y}" text-anchor="end">{html.escape(shortened(name))}</text>')
            parts.append(f'<rect x="{NAMES}" y="{y - 14}" width="{width}" height="{BAR - 4}" fill="{colour}"/>')
            parts.append(f'<text x="{NAMES + width + 6}" y="{y}">{value:,.0f}</text>')
        y += 14
    if not parts:
        return False
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y}" viewBox="0 0 {WIDTH} {y}" '
            'font-family="sans-serif" font-size="13" fill="#222">\n'
            f'<rect width="{WIDTH}" height="{y}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n")
    return True


def shortened(name):
    return name if len(name) <= 42 else name[:41] + "…"
