package dev.viralvideo.project;

import org.jdbi.v3.core.statement.SqlStatement;

/** Conditions on {@code stage_state} that several statements share. */
final class StageSql {
    /**
     * Ready and past its back-off. No back-off is longer than {@link Backoff#LONGEST}: one that seems so was set
     * before the clock went back, and is over.
     */
    static final String DUE =
            "state = 'READY' and (not_before <= :now or not_before > :now + " + Backoff.LONGEST.toMillis() + ")";

    /** The claim is still the valid one. */
    static final String HELD = "project_id = :id and stage = :stage and state = 'CLAIMED' and fence = :fence";

    private StageSql() {}

    static <S extends SqlStatement<S>> S bind(S statement, Claim claim) {
        return statement
                .bind("id", claim.projectId())
                .bind("stage", claim.stage().name())
                .bind("fence", claim.fence());
    }
}
