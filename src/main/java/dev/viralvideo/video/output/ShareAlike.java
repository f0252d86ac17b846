package dev.viralvideo.video.output;

import dev.viralvideo.stock.Licence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The licence that a video must be passed on under, because works in it are shared on that condition. A later version
 * of the same licence is allowed, so the latest among them holds for all.
 *
 * @param uses what the works are used for, in order
 */
public record ShareAlike(String name, String url, List<String> uses) {
    /** Empty when no work demands it. */
    public static Optional<ShareAlike> of(List<Credit> credits) {
        List<Credit> shared =
                credits.stream().filter(credit -> credit.licence().passedOn()).toList();
        return shared.stream()
                .map(Credit::licence)
                .max(Comparator.comparing((Licence licence) -> licence.family().length())
                        .thenComparing(Licence::code))
                .map(latest -> new ShareAlike(
                        latest.name(),
                        latest.url(),
                        shared.stream().map(Credit::use).toList()));
    }

    /** For people: what holds and why. */
    public String statement() {
        return "This video is " + name + ": "
                + uses.stream().distinct().collect(Collectors.joining(", ")) + " "
                + (uses.size() == 1 ? "uses a work" : "use works")
                + " that may only be shared alike. Say so where you publish it.";
    }
}
