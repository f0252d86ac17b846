#!/bin/sh
# Measures the render stage against the limit (see RenderBench). Arguments: repetitions workers threads lengths
set -eu
cd "$(dirname "$0")/.."
mvn -q -o test-compile 2>/dev/null || mvn -q test-compile
[ -d target/lib ] || mvn -q -DskipTests package
exec java -Djava.awt.headless=true -cp "target/classes:target/test-classes:target/lib/*" \
  dev.viralvideo.performance.RenderBench "$@"
