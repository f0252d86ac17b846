package dev.viralvideo.faults;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A short campaign; {@code make kill-campaign} runs the long one. Its output has the seed of what is random in it. */
@EnabledOnOs(OS.LINUX)
class KillCampaignTest {
    private static final int KILLS = Integer.getInteger("faults.kills", 8);
    private static final int IN_FLIGHT = Integer.getInteger("faults.in-flight", 3);
    private static final long SEED = Long.getLong("faults.seed", 1);

    @TempDir
    private Path folder;

    @Test
    void everyProjectIsMadeOnceHoweverOftenTheServiceIsKilled() throws Exception {
        System.out.println("seed " + SEED);
        try (Campaign campaign = new Campaign(folder.resolve("home"), IN_FLIGHT, SEED, System.out::println)) {
            campaign.run(KILLS);
        }
    }
}
