#!/usr/bin/env bash
# Whole processes: wall time and peak memory of the commands that people wait for, five runs each.
# Usage: tests/bench/processes.sh [BINARY]   (needs GNU time as /usr/bin/time)
set -euo pipefail
binary=${1:-target/release/summitry}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
measure() {
    local name=$1
    shift
    for _ in 1 2 3 4 5; do
        /usr/bin/time -f '%e s  %M kB' "$@" 2>&1 >/dev/null | tail -n 1
    done | sort | sed -n 3p | sed "s/^/$name: median /"
}
measure 'render PNG 1920x1080' "$binary" render -o "$folder/map.png" --size 1920x1080
measure 'render SVG 1920x1080' "$binary" render -o "$folder/map.svg" --size 1920x1080
measure 'list' "$binary" list
measure 'geocode one name' "$binary" geocode Astana
measure 'geocode a misspelt name' "$binary" geocode Astanna
