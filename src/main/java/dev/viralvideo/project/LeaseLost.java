package dev.viralvideo.project;

/**
 * The claim is no longer valid: the project was cancelled, has failed elsewhere, or the lease ran out. Nothing was
 * written; the worker drops what it made.
 */
public final class LeaseLost extends RuntimeException {
    public LeaseLost(Claim claim) {
        super("lost the claim of " + claim.stage() + " of project " + claim.projectId() + " (fence " + claim.fence()
                + "): it was cancelled, or another worker has taken over");
    }
}
