#!/bin/sh
# Runs one of the small benches by itself and prints what it measures: Ground, Rest, Sourcing or Store.
set -eu
cd "$(dirname "$0")/.."
classes=$(sh bench/classes.sh)
bench=$1
shift
# Ground measures memory, so its heap is that of the launcher.
heap=-Xmx512m
[ "$bench" != Ground ] ||
  heap="-XX:+UseSerialGC -Xms64m -Xmx640m -XX:MaxNewSize=96m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25"
# shellcheck disable=SC2086
exec java -Djava.awt.headless=true $heap -cp "$classes" \
  "dev.viralvideo.performance.${bench}Bench" "$@"
