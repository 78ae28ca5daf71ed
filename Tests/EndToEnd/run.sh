#!/usr/bin/env bash
# Runs the daemon on an empty folder, drops one letter, and asks everybody what became of it.
# Usage: Tests/EndToEnd/run.sh FOLDER    The folder that holds imrd and imrd-watch.
set -euo pipefail
project=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
imrd=$(cd "${1:?the folder that holds imrd}" && pwd)/imrd

work=$(mktemp -d)
root=$work/imrd-data
daemon=
clean_up() {
    [[ -z $daemon ]] || kill -KILL "$daemon" 2>/dev/null || true
    rm -rf "$work"
}
trap clean_up EXIT

stop() {
    echo "end to end: $*" >&2
    [[ ! -f $work/journal ]] || sed 's/^/  journal: /' "$work/journal" >&2
    exit 1
}

# Waits, 30 seconds at the most, until the status holds a text.
wait_for_status() {
    local end=$((SECONDS + 30))
    until "$imrd" status --json --root "$root" 2>/dev/null | grep --quiet --fixed-strings "$1"; do
        kill -0 "$daemon" 2>/dev/null || stop "imrd ended while waiting for $1"
        ((SECONDS < end)) || stop "after 30 seconds the status still has no $1"
        sleep 0.05
    done
}

"$imrd" run --root "$root" 2>"$work/journal" &
daemon=$!
wait_for_status '"running":true'

cp "$project/Docs/Examples/letter.txt" "$work/letter.txt"
mv "$work/letter.txt" "$root/inbox/letter.txt"
wait_for_status '"filed":1'

anomalies=$("$imrd" anomalies --json --root "$root")
for code in D01 D03 D04; do
    grep --quiet "\"code\":\"$code\"" <<<"$anomalies" || stop "imrd anomalies does not show $code: $anomalies"
done
(($(wc -l <<<"$anomalies") == 3)) || stop "imrd anomalies shows more than three findings: $anomalies"

for manifest in "$root"/archive/*/*/*/manifest-sha256.txt; do
    (cd "$(dirname "$manifest")" && sha256sum --check --strict --quiet manifest-sha256.txt) || stop "the bag is not valid"
    (($(wc -l <"$manifest") == 1)) || stop "the manifest has not one line"
done
cmp "$project/Docs/Examples/letter.txt" "$root"/archive/*/*/*/data/CM16-9999901--*.txt || stop "the filed letter is another"

kill -TERM "$daemon"
status=0
wait "$daemon" || status=$?
daemon=
((status == 0)) || stop "imrd ended with $status after SIGTERM"
python3 "$project/Tests/Oracle/verify_log.py" "$root/log" || stop "the audit log does not verify"
[[ -z $(find "$root/inbox" -type f ! -path '*/.imrd/claims.jsonl') ]] || stop "something was left in the inbox"
echo "end to end: one letter filed, logged, listed and verified"
