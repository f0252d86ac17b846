package dev.viralvideo.api;

import dev.viralvideo.failure.Failure;
import java.util.List;
import java.util.stream.Collectors;

/** A request that does not keep the contract. */
final class Invalid extends RuntimeException {
    private static final int TOLD = 5;

    private final transient List<Wrong> wrong;

    Invalid(List<Wrong> wrong) {
        super(wrong.stream().limit(TOLD).map(Wrong::detail).collect(Collectors.joining("; ")));
        this.wrong = List.copyOf(wrong);
    }

    Problem problem(String instance) {
        return Problem.of(new Failure.Validation(wrong.get(0).code(), getMessage()), instance, wrong);
    }
}
