#!/bin/sh
# Compiles what the benches are made of and prints its class path, relative to the project.
set -eu
cd "$(dirname "$0")/.."
[ -d target/lib ] || mvn -q -B -DskipTests package >&2
mvn -q -B test-compile dependency:copy-dependencies@bench >&2
echo 'target/classes:target/test-classes:target/lib/*:target/bench-lib/*'
