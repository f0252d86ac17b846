package dev.viralvideo.stock;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which licences a video may use. Works that may not be changed never, for a video cuts, crops and draws over them.
 *
 * @param nonCommercial whether works for non-commercial use only are welcome
 * @param forbidden     codes that the operator does not want, with version ({@code CC-BY-SA-4.0}) or without
 *                      ({@code CC-BY-SA}); in any case of letters
 */
public record LicenceRules(boolean nonCommercial, List<String> forbidden) {
    public LicenceRules {
        forbidden = forbidden.stream()
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .toList();
    }

    /** Why a work under this licence is not used; empty when it may be. */
    public Optional<String> objection(Licence licence) {
        if (licence.forbidsChanges()) {
            return Optional.of(licence.code() + " forbids changes");
        }
        if (licence.forbidsCommerce() && !nonCommercial) {
            return Optional.of(licence.code() + " forbids commercial use (vvg.licences.nc allows it)");
        }
        boolean unwanted = forbidden.contains(licence.code().toUpperCase(Locale.ROOT))
                || forbidden.contains(licence.family().toUpperCase(Locale.ROOT));
        return unwanted ? Optional.of(licence.code() + " is forbidden by vvg.licences.forbidden") : Optional.empty();
    }
}
