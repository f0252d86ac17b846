package dev.viralvideo.media.local;

import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.media.Candidate;
import dev.viralvideo.media.Clip;
import dev.viralvideo.media.MediaWishes;
import dev.viralvideo.media.Relevance;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.stock.Licence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The user's media folder as a provider: finds files by file name, folder names and tags. Files are probed only when
 * their words fit; what cannot be used is left out and named by {@link #skipped}.
 */
public final class LocalMedia {
    public static final String PROVIDER = "local";

    /** Below it a file has nothing to do with the segment. */
    private static final double FITS = 0.3;

    /** What a file counts that was asked for by its user but whose words say nothing: shown, but only as the last. */
    private static final double WELCOME = 0.26;

    private static final int CANDIDATES = 30;

    private final MediaFolder folder;
    private final Usability usability;
    private final boolean anyFits;
    private final Supplier<List<String>> knownProviders;

    /**
     * @param mostFiles      of a larger folder the first ones by name are known
     * @param probe          {@code ffmpeg::probe}
     * @param anyFits        true when the user named this folder for this video: then its files are shown even where
     *                       their names do not say what they are
     * @param knownProviders names that a request's {@code media} may use for providers
     */
    public LocalMedia(
            Path folder,
            int mostFiles,
            Function<Path, MediaInfo> probe,
            boolean anyFits,
            Supplier<List<String>> knownProviders) {
        this.folder = new MediaFolder(folder, mostFiles);
        this.usability = new Usability(probe);
        this.anyFits = anyFits;
        this.knownProviders = knownProviders;
    }

    private record Match(MediaFile file, double relevance) {}

    /**
     * Looks into the files that {@link #search} will offer for these segments, several at a time. A search may have to
     * end in time; looking into a folder full of long videos takes as long as it takes.
     */
    public void survey(List<ShotNeed> needs) {
        for (ShotNeed need : needs) {
            List<MediaFile> files = matches(need).stream().map(Match::file).toList();
            int usable = 0;
            for (int from = 0; from < files.size() && usable < CANDIDATES; from += CANDIDATES) {
                List<MediaFile> some = files.subList(from, Math.min(files.size(), from + CANDIDATES));
                usable += (int) some.parallelStream()
                        .filter(file -> usability.of(file).usable())
                        .count();
            }
        }
    }

    /** Usable files for one segment, best first, at most 30. */
    public List<Candidate> search(ShotNeed need) {
        List<Candidate> candidates = new ArrayList<>();
        for (Match match : matches(need)) {
            if (candidates.size() == CANDIDATES) {
                break;
            }
            Usability.Verdict verdict = usability.of(match.file());
            if (verdict.usable()) {
                candidates.add(candidate(match, verdict, need, candidates.size()));
            }
        }
        return candidates;
    }

    /** Files that came into question for one of these segments but cannot be used: name and reason. */
    public List<String> skipped(List<ShotNeed> needs) {
        Set<String> skipped = new LinkedHashSet<>(folder.list().skipped());
        for (ShotNeed need : needs) {
            matches(need).stream()
                    .map(Match::file)
                    .flatMap(file -> usability.objection(file).map(reason -> file.name() + ": " + reason).stream())
                    .forEach(skipped::add);
            skipped.addAll(missing(need));
        }
        return skipped.stream().sorted().toList();
    }

    private List<Match> matches(ShotNeed need) {
        MediaWishes wishes = MediaWishes.of(need.media(), knownProviders.get());
        if (!wishes.asks(PROVIDER)) {
            return List.of();
        }
        boolean welcome = anyFits || !wishes.files().isEmpty();
        return folder.list().files().stream()
                .filter(file ->
                        wishes.files().isEmpty() || wishes.files().stream().anyMatch(wish -> names(wish, file)))
                .map(file -> new Match(file, relevance(file, need, welcome)))
                .filter(match -> match.relevance() >= (welcome ? WELCOME : FITS))
                .sorted(Comparator.comparingDouble((Match match) -> -match.relevance())
                        .thenComparing(match -> match.file().name()))
                .toList();
    }

    private static double relevance(MediaFile file, ShotNeed need, boolean welcome) {
        double relevance = Relevance.of(file.text(), need.searchTerms());
        return welcome ? Math.max(WELCOME, relevance) : relevance;
    }

    /** The listing holds only what lies inside the folder, so a wish can name nothing outside of it. */
    private static boolean names(String wish, MediaFile file) {
        String plain = wish.replace('\\', '/').replaceAll("^(\\./)+|/+$", "");
        return file.name().equals(plain) || file.name().startsWith(plain + "/") || plain.equals(".");
    }

    private List<String> missing(ShotNeed need) {
        MediaFolder.Listing listing = folder.list();
        return MediaWishes.of(need.media(), knownProviders.get()).files().stream()
                .filter(wish -> listing.files().stream().noneMatch(file -> names(wish, file)))
                .filter(wish -> listing.skipped().stream().noneMatch(line -> line.startsWith(wish)))
                .map(wish -> wish.replaceAll("\\p{Cntrl}", "\uFFFD") + ": is not in the media folder")
                .toList();
    }

    private static Candidate candidate(Match match, Usability.Verdict verdict, ShotNeed need, int rank) {
        MediaInfo info = verdict.info();
        boolean video = verdict.kind() == Clip.Kind.VIDEO;
        return new Candidate(
                PROVIDER,
                verdict.content(),
                verdict.kind(),
                match.file().path().toString(),
                info.width(),
                info.height(),
                video && info.seconds() > 0 ? info.seconds() : null,
                match.file().text(),
                String.join(", ", need.searchTerms()),
                rank,
                match.relevance(),
                Licence.OWN,
                null);
    }
}
