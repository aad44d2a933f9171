package dev.taizhang;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;

/** The rooms of the house and the arrows between them. */
@AnalyzeClasses(packages = "dev.taizhang", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] PURE = {"..conform..", "..history..", "..marts.."};

  @ArchTest
  static final ArchRule arrowsPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("cli")
          .definedBy("dev.taizhang.cli")
          .layer("pipeline")
          .definedBy("dev.taizhang.pipeline")
          .layer("intake")
          .definedBy("dev.taizhang.intake")
          .layer("warehouse")
          .definedBy("dev.taizhang.warehouse")
          .layer("landing")
          .definedBy("dev.taizhang.landing")
          .layer("conform")
          .definedBy("dev.taizhang.conform")
          .layer("history")
          .definedBy("dev.taizhang.history")
          .layer("marts")
          .definedBy("dev.taizhang.marts")
          .layer("statistics")
          .definedBy("dev.taizhang.statistics")
          .layer("tables")
          .definedBy("dev.taizhang.tables")
          .layer("reference")
          .definedBy("dev.taizhang.reference")
          .layer("synthetic")
          .definedBy("dev.taizhang.synthetic")
          .layer("publish")
          .definedBy("dev.taizhang.publish")
          .layer("registry")
          .definedBy("dev.taizhang.registry")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("pipeline")
          .mayOnlyBeAccessedByLayers("cli")
          .layer("intake")
          .definedBy("dev.taizhang.intake..")
          .layer("slices")
          .definedBy("dev.taizhang.slices..")
          .layer("cells")
          .definedBy("dev.taizhang.cells..")
          .layer("figures")
          .definedBy("dev.taizhang.figures..")
          .whereLayer("intake")
          .mayOnlyBeAccessedByLayers("pipeline")
          .whereLayer("slices")
          .mayOnlyBeAccessedByLayers("pipeline", "history", "marts", "cells", "figures")
          .whereLayer("cells")
          .mayOnlyBeAccessedByLayers("pipeline")
          .whereLayer("figures")
          .mayOnlyBeAccessedByLayers("pipeline", "cells", "marts")
          .whereLayer("warehouse")
          .mayOnlyBeAccessedByLayers("cli", "pipeline", "intake", "conform", "history", "cells")
          .whereLayer("landing")
          .mayOnlyBeAccessedByLayers("pipeline", "intake")
          .whereLayer("conform")
          .mayOnlyBeAccessedByLayers("pipeline", "intake")
          .whereLayer("history")
          .mayOnlyBeAccessedByLayers("pipeline")
          .whereLayer("marts")
          .mayOnlyBeAccessedByLayers("pipeline")
          .whereLayer("statistics")
          .mayOnlyBeAccessedByLayers("marts", "figures", "pipeline")
          .whereLayer("publish")
          .mayOnlyBeAccessedByLayers("cli", "pipeline")
          .whereLayer("registry")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("synthetic")
          .mayOnlyBeAccessedByLayers("cli");

  @ArchTest
  static final ArchRule publishingRendersValues =
      noClasses()
          .that()
          .resideInAPackage("..publish..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.apache.spark..", "io.delta.."))
          .because("what is published was asked for before");

  @ArchTest
  static final ArchRule theInventedProvinceKnowsNothingOfWhatItIsToCheck =
      classes()
          .that()
          .resideInAPackage("..synthetic..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.taizhang.synthetic",
                  "dev.taizhang.reference",
                  "dev.taizhang.tables",
                  "dev.taizhang.errors",
                  "java..",
                  "de.siegmar.fastcsv..",
                  "org.dhatim.fastexcel.."))
          .because("a truth that the pipeline's own code computed would prove nothing");

  @ArchTest
  static final ArchRule figuresKnowNoSpark =
      noClasses()
          .that()
          .resideInAnyPackage("..figures..", "..slices..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.apache.spark..", "io.delta.."))
          .allowEmptyShould(true)
          .because("Spark moves people, and Java says what things mean");

  @ArchTest
  static final ArchRule roomsFormNoCircle =
      slices().matching("dev.taizhang.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheWarehouseKnowsDelta =
      noClasses()
          .that()
          .resideOutsideOfPackage("..warehouse..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta.."));

  @ArchTest
  static final ArchRule pureRoomsNeitherReadNorWriteNorAct =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "is an action, a read or a write of Spark",
                  (JavaAccess<?> access) ->
                      access.getTargetOwner().getFullName().startsWith("org.apache.spark.sql.")
                          && !access.getTargetOwner().getSimpleName().equals("functions")
                          && access
                              .getTarget()
                              .getName()
                              .matches(
                                  "collect|collectAsList|count|first|head|take|takeAsList|show|"
                                      + "cache|persist|checkpoint|localCheckpoint|write|writeTo|"
                                      + "read|sql|table|foreach|foreachPartition|toLocalIterator")));

  @ArchTest
  static final ArchRule pureRoomsKnowNoFiles =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.io..", "java.nio.file..", "org.apache.hadoop..")
                  .and(not(type(Serializable.class))))
          .because("rows come in as Datasets, and go to the functions that read them");

  @ArchTest
  static final ArchRule roomsSaySomething =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..common..", "..core..", "..helper..", "..manager..", "..model..");

  @ArchTest
  static final ArchRule everyRoomIsKnown =
      classes()
          .that(are(resideOutsideOfPackage("dev.taizhang")))
          .should()
          .resideInAnyPackage(
              "..cli..",
              "..pipeline..",
              "..landing..",
              "..conform..",
              "..history..",
              "..marts..",
              "..intake..",
              "..slices..",
              "..cells..",
              "..figures..",
              "..statistics..",
              "..warehouse..",
              "..tables..",
              "..reference..",
              "..synthetic..",
              "..publish..",
              "..registry..",
              "..config..",
              "..errors..");

  @ArchTest
  static final ArchRule nothingPrintsToStandardOutput =
      noClasses()
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "is System.out or System.err",
                  (JavaAccess<?> access) ->
                      access.getTargetOwner().getFullName().equals("java.lang.System")
                          && nameMatching("out|err").test(access.getTarget())));
}
