package dev.viralvideo.media.illustration;

import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.script.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each segment of a video its illustrations: different ones where the words allow it, and rather the subject a
 * second time than something that has nothing to do with it.
 */
public final class Casting {
    private static final int COMPANIONS = 3;

    private final Illustrations illustrations;

    public Casting(Illustrations illustrations) {
        this.illustrations = illustrations;
    }

    /**
     * @param lead       the one that is shown large
     * @param companions up to three smaller ones that go with it, may be empty
     */
    public record Part(Illustration lead, List<Illustration> companions) {
        public Part {
            companions = List.copyOf(companions);
        }
    }

    /** @param needs of one video in order; the result has the same order */
    public List<Part> cast(List<ShotNeed> needs) {
        Map<Illustration, Integer> used = new HashMap<>();
        Map<String, Integer> spread = spread(needs);
        Illustration[] leads = new Illustration[needs.size()];
        for (int i : bySureness(needs, spread)) {
            boolean closing = i > 0 && needs.get(i).kind() == Segment.Kind.OUTRO;
            leads[i] = closing ? leads[0] : lead(needs.get(i), i, spread, needs.size(), used);
            used.merge(leads[i], 1, Integer::sum);
        }
        Set<Illustration> shown = new LinkedHashSet<>();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < leads.length; i++) {
            shown.add(leads[i]);
            boolean closing = needs.get(i).kind() == Segment.Kind.OUTRO && shown.size() > 1;
            parts.add(new Part(leads[i], closing ? others(shown, leads[i]) : companions(needs.get(i), leads[i])));
        }
        return parts;
    }

    /** The opening first; then who has a picture of exactly what it is about, before another takes it as a stopgap. */
    private List<Integer> bySureness(List<ShotNeed> needs, Map<String, Integer> spread) {
        List<Integer> order = new ArrayList<>();
        List<Double> sureness = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            List<String> terms = ownWordsFirst(needs.get(i), spread, needs.size());
            sureness.add(i == 0 ? Double.MAX_VALUE : terms.isEmpty() ? 0 : illustrations.strongest(terms.get(0)));
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -sureness.get(i)));
        return order;
    }

    private Illustration lead(
            ShotNeed need, int index, Map<String, Integer> spread, int segments, Map<Illustration, Integer> used) {
        List<Illustration> fitting = fitting(ownWordsFirst(need, spread, segments), need.title());
        return fitting.stream()
                .filter(picture -> !used.containsKey(picture))
                .findFirst()
                .orElseGet(() -> again(fitting, need, index, used));
    }

    private List<Illustration> fitting(List<String> terms, String title) {
        Set<Illustration> fitting = new LinkedHashSet<>(illustrations.find(terms, title));
        List.copyOf(fitting).stream().limit(1).map(illustrations::relatives).forEach(fitting::addAll);
        return List.copyOf(fitting);
    }

    private Illustration again(List<Illustration> fitting, ShotNeed need, int index, Map<Illustration, Integer> used) {
        if (!fitting.isEmpty()) {
            return leastUsed(fitting, used);
        }
        List<Illustration> wide = illustrations.ofSameClass(need.searchTerms());
        List<Illustration> anything = illustrations.anything();
        int start = (int) Math.floorMod(need.seed() + index, (long) anything.size());
        List<Illustration> turned = new ArrayList<>(wide);
        turned.addAll(anything.subList(start, anything.size()));
        turned.addAll(anything.subList(0, start));
        return leastUsed(turned, used);
    }

    private static Illustration leastUsed(List<Illustration> pictures, Map<Illustration, Integer> used) {
        Illustration best = pictures.get(0);
        for (Illustration picture : pictures) {
            if (used.getOrDefault(picture, 0) < used.getOrDefault(best, 0)) {
                best = picture;
            }
        }
        return best;
    }

    private List<Illustration> companions(ShotNeed need, Illustration lead) {
        Set<Illustration> company = new LinkedHashSet<>(fitting(need.searchTerms(), ""));
        company.addAll(illustrations.relatives(lead));
        return others(company, lead);
    }

    private static List<Illustration> others(Set<Illustration> pictures, Illustration lead) {
        return pictures.stream()
                .filter(picture -> !picture.equals(lead))
                .limit(COMPANIONS)
                .toList();
    }

    /** In how many segments each term occurs: what every segment says is the topic, the rest is the segment's own. */
    private static Map<String, Integer> spread(List<ShotNeed> needs) {
        Map<String, Integer> spread = new HashMap<>();
        needs.forEach(need -> new HashSet<>(need.searchTerms()).forEach(term -> spread.merge(term, 1, Integer::sum)));
        return spread;
    }

    /** The first segment opens with the topic itself; the others look at their own words before it. */
    private static List<String> ownWordsFirst(ShotNeed need, Map<String, Integer> spread, int segments) {
        if (need.index() == 0) {
            return need.searchTerms();
        }
        List<String> terms = new ArrayList<>(need.searchTerms());
        terms.removeIf(term -> spread.get(term) * 2 > segments);
        need.searchTerms().stream().filter(term -> !terms.contains(term)).forEach(terms::add);
        return terms;
    }
}
