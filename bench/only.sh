#!/bin/sh
# Runs one of the small benches by itself and prints what it measures: Ground, Rest, Sourcing or Store.
set -eu
cd "$(dirname "$0")/.."
mvn -q -B test-compile >&2
[ -d target/lib ] || mvn -q -B -DskipTests package >&2
bench=$1
shift
exec java -Djava.awt.headless=true -Xmx512m -cp "target/classes:target/test-classes:target/lib/*" \
  "dev.viralvideo.performance.${bench}Bench" "$@"
