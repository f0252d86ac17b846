package dev.viralvideo.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicencesTest {
    @ParameterizedTest
    @CsvSource({
        "CC BY-SA 4.0, , CC-BY-SA-4.0",
        "CC BY-SA 3.0 de, , CC-BY-SA-3.0",
        "CC BY 3.0 us, , CC-BY-3.0",
        "CC0, , CC0-1.0",
        "CC0 1.0, , CC0-1.0",
        "Creative Commons 0, , CC0-1.0",
        "Public domain, , PDM-1.0",
        "by-nc-nd, 4.0, CC-BY-NC-ND-4.0",
        "by, , CC-BY",
        "Attribution NonCommercial, , CC-BY-NC",
        "Attribution, , CC-BY",
        "http://creativecommons.org/licenses/by/3.0/, , CC-BY-3.0",
        "https://creativecommons.org/licenses/by-sa/4.0, , CC-BY-SA-4.0",
        "https://creativecommons.org/publicdomain/zero/1.0/, , CC0-1.0",
        "http://creativecommons.org/publicdomain/mark/1.0/, , PDM-1.0",
        "http://creativecommons.org/licenses/by-nc-sa/2.5/es/, , CC-BY-NC-SA-2.5"
    })
    void everySpellingBecomesOneCode(String text, String version, String code) {
        assertThat(LicenceTerms.of(text, version, null)).map(LicenceTerms::code).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GFDL",
                "sampling+",
                "nc-sampling+",
                "All rights reserved",
                "Copyrighted free use?",
                "by-xx-yy"
            })
    void whatIsNotKnownIsNoLicence(String text) {
        assertThat(LicenceTerms.of(text, null, null)).isEmpty();
    }

    @Test
    void worksThatMayNotBeChangedAreNeverUsed() {
        assertThat(new LicenceRules(true, List.of()).objection(cc("CC-BY-ND-4.0")))
                .isPresent();
        assertThat(new LicenceRules(true, List.of()).objection(cc("CC-BY-NC-ND-3.0")))
                .isPresent();
    }

    @Test
    void nonCommercialWorksAreUsedOnlyWhereTheyAreAllowed() {
        assertThat(new LicenceRules(false, List.of()).objection(cc("CC-BY-NC-SA-4.0")))
                .get()
                .asString()
                .contains("vvg.licences.nc");
        assertThat(new LicenceRules(true, List.of()).objection(cc("CC-BY-NC-SA-4.0")))
                .isEmpty();
    }

    @Test
    void theUserForbidsLicencesByFamilyOrByVersion() {
        LicenceRules rules = new LicenceRules(false, List.of("cc-by-sa", "CC-BY-3.0", "pexels"));
        assertThat(rules.objection(cc("CC-BY-SA-2.0"))).isPresent();
        assertThat(rules.objection(cc("CC-BY-3.0"))).isPresent();
        assertThat(rules.objection(cc("pexels"))).isPresent();
        assertThat(rules.objection(cc("CC-BY-4.0"))).isEmpty();
        assertThat(rules.objection(cc("CC0-1.0"))).isEmpty();
        assertThat(rules.objection(Licence.OWN)).isEmpty();
    }

    @Test
    void onlyShareAlikeIsPassedOn() {
        assertThat(cc("CC-BY-SA-4.0").passedOn()).isTrue();
        assertThat(cc("CC-BY-4.0").passedOn()).isFalse();
        assertThat(cc("USA-1.0").passedOn()).isFalse();
        assertThat(cc("CC0-1.0").demandsCredit()).isFalse();
    }

    private static Licence cc(String code) {
        return Licence.of(code, code, null);
    }
}
