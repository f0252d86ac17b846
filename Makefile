.DEFAULT_GOAL := help
.PHONY: help build test format bench bench-intake bench-queue bench-service kill-campaign image-check stand-ins clean

help: ## shows this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

build: ## compiles and packages without tests
	mvn -q -B -DskipTests package

test: ## everything that CI checks: unit, route and end-to-end tests, formatting
	mvn -B verify

format: ## formats the Java sources
	mvn -q -B spotless:apply

bench: build ## measures what the README claims and writes docs/figures.md (about 25 minutes)
	bash bench/run.sh

bench-intake: build ## measures how many topics a second come in (about 5 minutes; needs RabbitMQ and PostgreSQL)
	bash bench/intake.sh

bench-queue: ## measures what queue, state and a second node cost, into docs/figures.md (about two minutes)
	sh bench/queue.sh

bench-service: build ## measures how soon a service is ready and what it takes idle, into docs/figures.md (about four minutes)
	sh bench/service.sh

kill-campaign: ## kills the running service 200 times with 20 projects in flight (KILLS=n SEED=n; SHARED=1: on RabbitMQ and PostgreSQL): nothing may be lost
	mvn -q -B test -Dtest='KillCampaignTest#$(if $(SHARED),*OnRabbitMqAndPostgresql,every*)' -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dfaults.kills=$(or $(KILLS),200) -Dfaults.in-flight=20 -Dfaults.seed=$(or $(SEED),$(shell date +%s))

image-check: ## builds the container image without a Docker engine and makes a video in it
	bash scripts/image-check.sh

stand-ins: ## compiles the stand-in libraries for FFmpeg again (needs gcc and gcc-aarch64-linux-gnu)
	bash src/main/native/build.sh

clean: ## removes what was built; your videos stay
	mvn -q -B clean
