package dev.viralvideo.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.Candidate;
import dev.viralvideo.media.PictureCheck;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.pipeline.provider.Online;
import dev.viralvideo.pipeline.provider.ProviderCall;
import dev.viralvideo.pipeline.provider.ProviderFile;
import dev.viralvideo.pipeline.provider.ProviderFiles;
import dev.viralvideo.pipeline.provider.Readiness;
import dev.viralvideo.stock.LicenceRules;
import dev.viralvideo.stock.Rendition;
import dev.viralvideo.stock.SearchText;
import dev.viralvideo.stock.Work;
import dev.viralvideo.stock.WorkReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Asks one hosted provider for pictures for a segment, from the most specific search term to more general ones and, if
 * its file names several addresses, from the first to the last, until there is enough to choose from.
 */
public final class MediaSearch {
    /** Candidates that make another question needless. */
    private static final int ENOUGH = 6;

    private static final int MOST_TERMS = 3;

    private final ProviderFiles files;
    private final ProviderCall call;
    private final Readiness readiness;
    private final Online online;
    private final LicenceRules licences;
    private final PictureCheck check;

    public MediaSearch(
            ProviderFiles files,
            ProviderCall call,
            Readiness readiness,
            Online online,
            LicenceRules licences,
            PictureCheck check) {
        this.files = files;
        this.call = call;
        this.readiness = readiness;
        this.online = online;
        this.licences = licences;
        this.check = check;
    }

    /** A provider that is switched off or lacks its key finds nothing and is no fault. */
    public Findings search(String route, ShotNeed need) {
        ProviderFile file = files.get(route);
        boolean keyless = !file.flag("needsKey");
        if (!readiness.ready(file) || keyless && !online.permitted()) {
            return Findings.NONE;
        }
        if (keyless && !online.reaches(host(file))) {
            return Findings.failed(file.name(), "cannot be reached: there is no network");
        }
        Map<String, Candidate> found = new LinkedHashMap<>();
        try {
            for (String term : terms(need)) {
                for (ProviderFile address : file.addresses()) {
                    if (found.size() < ENOUGH) {
                        candidates(address, term, need)
                                .forEach(candidate -> found.putIfAbsent(candidate.key(), candidate));
                    }
                }
            }
        } catch (Failure.ExternalService e) {
            return findings(found).and(Findings.failed(file.name(), e.getMessage()));
        }
        return findings(found);
    }

    private static Findings findings(Map<String, Candidate> found) {
        return Findings.of(List.copyOf(found.values()));
    }

    private static String host(ProviderFile file) {
        String url = file.addresses().get(0).text("url");
        return URI.create(url.replaceFirst("[?{].*$", "")).getHost();
    }

    private static List<String> terms(ShotNeed need) {
        return need.searchTerms().stream()
                .filter(term -> !SearchText.of(term).isEmpty())
                .limit(MOST_TERMS)
                .toList();
    }

    private List<Candidate> candidates(ProviderFile file, String term, ShotNeed need) {
        List<Work> works = new WorkReader(file.name()).read(call.answer(file, asked(file, term, need)));
        List<Candidate> candidates = new ArrayList<>();
        for (int rank = 0; rank < works.size(); rank++) {
            Work work = works.get(rank);
            if (work.kind() != Work.Kind.AUDIO
                    && licences.objection(work.licence()).isEmpty()
                    && largeEnough(work.largest())) {
                candidates.add(Candidate.of(work, term, rank));
            }
        }
        return candidates;
    }

    private boolean largeEnough(Rendition rendition) {
        return !rendition.sized() || Math.min(rendition.width(), rendition.height()) >= check.smallest();
    }

    /** What a file's {@code url} and {@code query} can use. */
    private static JsonNode asked(ProviderFile file, String term, ShotNeed need) {
        Aspect aspect = need.aspect();
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        asked.put("query", SearchText.of(term));
        asked.put("orientation", aspect.name().toLowerCase(Locale.ROOT));
        asked.put("width", aspect.width());
        asked.put("height", aspect.height());
        asked.put("seconds", (int) Math.ceil(need.seconds()));
        asked.put("search", file.text("search"));
        return asked;
    }
}
