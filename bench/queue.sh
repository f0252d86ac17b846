#!/bin/sh
# Measures what queue and state cost (see QueueBench) and writes it into docs/figures.md. A number of projects in place of 100,000: prints only.
set -eu
cd "$(dirname "$0")/.."
classes=$(sh bench/classes.sh)
exec java -Djava.awt.headless=true -cp "$classes" \
  dev.viralvideo.performance.QueueBench "$@"
