#!/bin/sh
# Measures how soon `vvg serve` is ready and what it takes idle (about four minutes) and writes its table of
# docs/figures.md. A number of starts in place of five: prints only.
set -eu
cd "$(dirname "$0")/.."
./vvg --version >/dev/null
classes=$(sh bench/classes.sh)
load=$(cut -d' ' -f1 /proc/loadavg)
# makes the archive of classes, once
./vvg serve --help >/dev/null
java -Djava.awt.headless=true -Xmx64m -Dbench.load="$load" -cp "$classes" \
  dev.viralvideo.performance.ServiceBench "$@"
