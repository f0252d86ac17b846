package dev.viralvideo.performance;

/** One of each, measured one after the other. */
record Round(MakeRun little, MakeRun middle, MakeRun large, Limit limit) {
    double renderAgainstLimit() {
        return middle.renderWall() / limit.wall();
    }

    double renderCpuAgainstLimit() {
        return middle.renderCpu() / limit.cpu();
    }

    double besidesRenderAgainstLimit() {
        return middle.besidesRenderWall() / limit.wall();
    }

    double memoryGrowth() {
        return large.peakGigabytes() / little.peakGigabytes();
    }
}
