package dev.viralvideo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The floors of the house: a package imports only from the floors below it. */
@AnalyzeClasses(packages = "dev.viralvideo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] GROUND = {
        "..viralvideo.failure..",
        "..viralvideo.files..",
        "..viralvideo.broker..",
        "..viralvideo.json..",
        "..viralvideo.config..",
        "..viralvideo.ffmpeg..",
        "..viralvideo.graphics..",
        "..viralvideo.cache..",
        "..viralvideo.keys..",
        "..viralvideo.http..",
        "..viralvideo.costs..",
        "..viralvideo.stock.."
    };

    @ArchTest
    static final ArchRule floors = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("main")
            .definedBy("dev.viralvideo")
            .layer("faces")
            .definedBy("dev.viralvideo.cli..", "dev.viralvideo.ops..", "dev.viralvideo.api..")
            .layer("pipeline")
            .definedBy("dev.viralvideo.pipeline..")
            .layer("project")
            .definedBy("dev.viralvideo.project..")
            .layer("video")
            .definedBy("dev.viralvideo.video..")
            .layer("media")
            .definedBy("dev.viralvideo.media..")
            .layer("audio")
            .definedBy("dev.viralvideo.audio..")
            .layer("script")
            .definedBy("dev.viralvideo.script..")
            .layer("intake")
            .definedBy("dev.viralvideo.intake..")
            .layer("ground")
            .definedBy(GROUND)
            .whereLayer("main")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("faces")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("pipeline")
            .mayOnlyBeAccessedByLayers("main", "faces")
            .whereLayer("project")
            .mayOnlyBeAccessedByLayers("main", "faces", "pipeline")
            .whereLayer("video")
            .mayOnlyBeAccessedByLayers("main", "faces", "pipeline", "project")
            .whereLayer("media")
            .mayOnlyBeAccessedByLayers("main", "faces", "pipeline", "project", "video")
            .whereLayer("audio")
            .mayOnlyBeAccessedByLayers("main", "faces", "pipeline", "project", "video")
            .whereLayer("script")
            .mayOnlyBeAccessedByLayers("main", "faces", "pipeline", "project", "video", "media", "audio")
            .whereLayer("intake")
            .mayOnlyBeAccessedByLayers("main", "faces", "pipeline", "project", "video", "media", "audio", "script");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("dev.viralvideo.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule camel_only_in_the_pipeline_and_the_faces = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.viralvideo",
                    "dev.viralvideo.pipeline..",
                    "dev.viralvideo.cli..",
                    "dev.viralvideo.ops..",
                    "dev.viralvideo.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule ground_knows_nothing_of_videos_about_topics = noClasses()
            .that()
            .resideInAnyPackage(GROUND)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..viralvideo.intake..",
                    "..viralvideo.script..",
                    "..viralvideo.media..",
                    "..viralvideo.audio..",
                    "..viralvideo.video..",
                    "..viralvideo.project..",
                    "..viralvideo.pipeline..",
                    "..viralvideo.cli..");

    @ArchTest
    static final ArchRule names_say_what_a_class_is = classes()
            .should()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotStartingWith("Abstract");
}
