#!/bin/sh
# Measures what queue and state cost (see QueueBench) and writes it into docs/figures.md. A number of projects in place of 100,000: prints only.
set -eu
cd "$(dirname "$0")/.."
mvn -q -B test-compile >&2
[ -d target/lib ] || mvn -q -B -DskipTests package >&2
exec java -Djava.awt.headless=true -cp "target/classes:target/test-classes:target/lib/*" \
  dev.viralvideo.performance.QueueBench "$@"
