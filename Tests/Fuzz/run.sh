#!/usr/bin/env bash
# Fuzzes the reading of letters with libFuzzer: the text from its bytes on, and each layout.
# Usage: Tests/Fuzz/run.sh [--seconds N]    N seconds for each of the six targets (default 20), two at a time.
# Fails on a trap, on an input that takes over 2 s, and on memory over 512 MB; the input then lies in .build/fuzz/found.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."

seconds=20
if [[ ${1:-} == --seconds && ${2:-} =~ ^[0-9]+$ ]]; then
    seconds=$2
elif (($# > 0)); then
    echo "usage: Tests/Fuzz/run.sh [--seconds N]" >&2
    exit 64
fi

# The default linker of Debian 12 fails on what the instrumentation leaves in the debug information.
IMRD_FUZZ=1 swift build --configuration release --scratch-path .build/fuzz --product LetterFuzzer \
    -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld
fuzzer=$PWD/.build/fuzz/release/LetterFuzzer
found=$PWD/.build/fuzz/found
mkdir -p "$found"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fuzz() {
    local target=$1
    mkdir "$work/$target"
    FUZZ_TARGET=$target "$fuzzer" --corpus "$work/$target"
    if FUZZ_TARGET=$target "$fuzzer" "$work/$target" -max_total_time="$seconds" -timeout=2 -rss_limit_mb=512 \
        -max_len=16384 -artifact_prefix="$found/$target-" >"$work/$target.log" 2>&1; then
        printf '%-5s %s\n' "$target" "$(grep '^Done' "$work/$target.log")"
    else
        tail -n 40 "$work/$target.log" >&2
        echo "$target: failed; the input lies in $found" >&2
        return 1
    fi
}

status=0
for pair in "text L4b" "L4a L1" "L2 L3"; do
    running=()
    for target in $pair; do
        fuzz "$target" &
        running+=($!)
    done
    for process in "${running[@]}"; do wait "$process" || status=1; done
done
exit $status
