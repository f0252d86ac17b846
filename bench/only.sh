#!/bin/sh
# Runs one of the small benches by itself and prints what it measures: Ground, Rest, Sourcing or Store.
set -eu
cd "$(dirname "$0")/.."
mvn -q -B test-compile >&2
[ -d target/lib ] || mvn -q -B -DskipTests package >&2
bench=$1
shift
# Ground measures memory, so its heap is that of the launcher.
heap=-Xmx512m
[ "$bench" != Ground ] ||
  heap="-XX:+UseSerialGC -Xms64m -Xmx640m -XX:MaxNewSize=96m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25"
# shellcheck disable=SC2086
exec java -Djava.awt.headless=true $heap -cp "target/classes:target/test-classes:target/lib/*" \
  "dev.viralvideo.performance.${bench}Bench" "$@"
