package dev.viralvideo.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.pipeline.provider.Online;
import dev.viralvideo.pipeline.provider.ProviderCall;
import dev.viralvideo.pipeline.provider.ProviderFile;
import dev.viralvideo.pipeline.provider.ProviderFiles;
import dev.viralvideo.pipeline.provider.Readiness;
import dev.viralvideo.stock.LicenceRules;
import dev.viralvideo.stock.SearchText;
import dev.viralvideo.stock.Work;
import dev.viralvideo.stock.WorkReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Asks one hosted provider, from the most specific search term to more general ones and, if its file names several
 * addresses, from the first to the last, until there is enough to choose from.
 */
public final class HostedSearch {
    /** Works that make another question needless. */
    private static final int ENOUGH = 6;

    private static final int MOST_TERMS = 3;

    private final ProviderFiles files;
    private final ProviderCall call;
    private final Readiness readiness;
    private final Online online;
    private final LicenceRules licences;

    public HostedSearch(
            ProviderFiles files, ProviderCall call, Readiness readiness, Online online, LicenceRules licences) {
        this.files = files;
        this.call = call;
        this.readiness = readiness;
        this.online = online;
        this.licences = licences;
    }

    /** @param rank position in the provider's answer to {@code term}, from 0 */
    record Hit(Work work, String term, int rank) {}

    /** @param fault why there are none, or fewer than there might be; null when nothing was wrong */
    record Hits(String provider, List<Hit> hits, String fault) {}

    /**
     * A provider that is switched off or lacks its key finds nothing and is no fault.
     *
     * @param asked  what the file's {@code url} and {@code query} can use besides {@code query} and {@code search}
     * @param wanted what else a work has to be
     */
    Hits search(String route, List<String> terms, ObjectNode asked, Predicate<Work> wanted) {
        ProviderFile file = files.get(route);
        boolean keyless = !file.flag("needsKey");
        if (!readiness.ready(file) || keyless && !online.permitted()) {
            return new Hits(file.name(), List.of(), null);
        }
        if (keyless && !online.reaches(host(file))) {
            return new Hits(file.name(), List.of(), "cannot be reached: there is no network");
        }
        Map<String, Hit> found = new LinkedHashMap<>();
        try {
            for (String term : usable(terms)) {
                for (ProviderFile address : file.addresses()) {
                    if (found.size() < ENOUGH) {
                        hits(address, term, asked, wanted)
                                .forEach(hit -> found.putIfAbsent(hit.work().id(), hit));
                    }
                }
            }
        } catch (Failure.ExternalService e) {
            String fault = e.getMessage().replaceFirst("^" + Pattern.quote(file.provider() + ": "), "");
            return new Hits(file.name(), List.copyOf(found.values()), fault);
        }
        return new Hits(file.name(), List.copyOf(found.values()), null);
    }

    private List<Hit> hits(ProviderFile file, String term, ObjectNode asked, Predicate<Work> wanted) {
        ObjectNode question = asked.deepCopy();
        question.put("query", SearchText.of(term));
        question.put("search", file.text("search"));
        List<Work> works = new WorkReader(file.name()).read(call.answer(file, question));
        List<Hit> hits = new ArrayList<>();
        for (int rank = 0; rank < works.size(); rank++) {
            Work work = works.get(rank);
            if (licences.objection(work.licence()).isEmpty() && wanted.test(work)) {
                hits.add(new Hit(work, term, rank));
            }
        }
        return hits;
    }

    private static List<String> usable(List<String> terms) {
        return terms.stream()
                .filter(term -> !SearchText.of(term).isEmpty())
                .limit(MOST_TERMS)
                .toList();
    }

    private static String host(ProviderFile file) {
        String url = file.addresses().get(0).text("url");
        return URI.create(url.replaceFirst("[?{].*$", "")).getHost();
    }
}
