package dev.viralvideo.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The choice of clips, round by round: each open segment picks its best offer that is left, the picks are fetched, and
 * what could not be had, or shows nearly the same picture as a better one, is picked by nobody again.
 *
 * @param offers  best first
 * @param settled one for each need; null where none was found yet
 * @param refused identities that nobody picks any more
 * @param skipped what could not be used, with the reason
 */
public record ClipRounds(
        List<ShotNeed> needs,
        List<Offer> offers,
        List<Fetched> settled,
        Set<String> refused,
        List<String> skipped,
        int round) {
    /** Enough for a provider whose files are all broken to be left behind. */
    private static final int MOST_ROUNDS = 8;

    static ClipRounds first(List<ShotNeed> needs, List<Offer> offers) {
        return new ClipRounds(
                List.copyOf(needs),
                List.copyOf(offers),
                Arrays.asList(new Fetched[needs.size()]),
                Set.of(),
                List.of(),
                0);
    }

    /** Whether there is something to fetch. */
    public boolean open() {
        return !picks().isEmpty();
    }

    /** The best offer for each open segment, none the same as another or as one that is settled. */
    public List<Offer> picks() {
        if (round >= MOST_ROUNDS) {
            return List.of();
        }
        Set<String> taken = new HashSet<>(refused);
        settled.stream()
                .filter(fetched -> fetched != null)
                .forEach(fetched -> taken.addAll(fetched.offer().candidate().identities()));
        Set<Integer> served = new HashSet<>();
        List<Offer> picks = new ArrayList<>();
        for (Offer offer : offers) {
            Set<String> identities = offer.candidate().identities();
            boolean free = settled.get(offer.segment()) == null && !served.contains(offer.segment());
            if (free && identities.stream().noneMatch(taken::contains)) {
                taken.addAll(identities);
                served.add(offer.segment());
                picks.add(offer);
            }
        }
        return picks;
    }

    /** @param fetched what became of all the picks, in any order */
    public ClipRounds after(List<Fetched> fetched) {
        List<Fetched> nowSettled = new ArrayList<>(settled);
        Set<String> nowRefused = new HashSet<>(refused);
        List<String> nowSkipped = new ArrayList<>(skipped);
        for (Fetched one : bestFirst(fetched)) {
            String objection = one.clip() == null ? one.reason() : likeness(one, nowSettled);
            if (objection == null) {
                nowSettled.set(one.offer().segment(), one);
            } else {
                nowRefused.add(one.offer().candidate().key());
                nowSkipped.add(one.offer().candidate().key() + ": " + objection);
            }
        }
        return new ClipRounds(needs, offers, nowSettled, nowRefused, List.copyOf(nowSkipped), round + 1);
    }

    private static List<Fetched> bestFirst(List<Fetched> fetched) {
        return fetched.stream()
                .sorted(Comparator.comparingDouble(
                                (Fetched one) -> -one.offer().score().total())
                        .thenComparingInt(one -> one.offer().segment()))
                .toList();
    }

    private static String likeness(Fetched one, List<Fetched> settled) {
        return settled.stream()
                .filter(other -> other != null && PictureHash.alike(one.picture(), other.picture()))
                .findFirst()
                .map(other -> "shows nearly the same picture as "
                        + other.offer().candidate().key() + " in segment "
                        + (other.offer().segment() + 1))
                .orElse(null);
    }

    public Optional<Clip> clip(int segment) {
        return Optional.ofNullable(settled.get(segment)).map(Fetched::clip);
    }

    /** The segments, from 0, that no clip was found for. */
    public Set<Integer> empty() {
        return IntStream.range(0, needs.size())
                .filter(i -> settled.get(i) == null)
                .boxed()
                .collect(Collectors.toSet());
    }
}
