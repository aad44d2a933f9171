package dev.taizhang;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.landing.person.Identity;
import dev.taizhang.tables.Check;
import dev.taizhang.verification.Verification;
import java.io.Serializable;

/** The rooms of the house and the arrows between them. */
@AnalyzeClasses(packages = "dev.taizhang", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] PURE = {"..conform..", "..history..", "..cells..", "..marts.."};

  @ArchTest
  static final ArchRule arrowsPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("dev.taizhang.cli..")
          .layer("run")
          .definedBy("dev.taizhang.run..")
          .layer("inspection")
          .definedBy("dev.taizhang.inspection..")
          .layer("decisions")
          .definedBy("dev.taizhang.decisions..")
          .layer("erasure")
          .definedBy("dev.taizhang.erasure..")
          .layer("verification")
          .definedBy("dev.taizhang.verification..")
          .layer("answers")
          .definedBy("dev.taizhang.answers..")
          .layer("release")
          .definedBy("dev.taizhang.release..")
          .layer("attack")
          .definedBy("dev.taizhang.attack..")
          .layer("register")
          .definedBy("dev.taizhang.register..")
          .layer("flow")
          .definedBy("dev.taizhang.flow..")
          .layer("intake")
          .definedBy("dev.taizhang.intake..")
          .layer("cells")
          .definedBy("dev.taizhang.cells..")
          .layer("history")
          .definedBy("dev.taizhang.history..")
          .layer("disclosure")
          .definedBy("dev.taizhang.disclosure..")
          .layer("figures")
          .definedBy("dev.taizhang.figures..")
          .layer("slices")
          .definedBy("dev.taizhang.slices..")
          .layer("conform")
          .definedBy("dev.taizhang.conform..")
          .layer("landing")
          .definedBy("dev.taizhang.landing..")
          .layer("marts")
          .definedBy("dev.taizhang.marts..")
          .layer("statistics")
          .definedBy("dev.taizhang.statistics..")
          .layer("disclosure")
          .definedBy("dev.taizhang.disclosure..")
          .layer("publish")
          .definedBy("dev.taizhang.publish..")
          .layer("registry")
          .definedBy("dev.taizhang.registry..")
          .layer("synthetic")
          .definedBy("dev.taizhang.synthetic..")
          .layer("warehouse")
          .definedBy("dev.taizhang.warehouse..")
          .layer("expressions")
          .definedBy("dev.taizhang.expressions..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("run")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("inspection")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("decisions")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("erasure")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("verification")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("answers")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("release")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("attack")
          .mayOnlyBeAccessedByLayers("release")
          .whereLayer("register")
          .mayOnlyBeAccessedByLayers("run", "decisions", "erasure")
          .whereLayer("flow")
          .mayOnlyBeAccessedByLayers(
              "cli",
              "run",
              "decisions",
              "erasure",
              "verification",
              "answers",
              "release",
              "register")
          .whereLayer("intake")
          .mayOnlyBeAccessedByLayers("run", "inspection", "erasure", "register", "flow")
          .whereLayer("cells")
          .mayOnlyBeAccessedByLayers("flow", "run", "release")
          .whereLayer("history")
          .mayOnlyBeAccessedByLayers("flow", "answers", "verification")
          .whereLayer("disclosure")
          .mayOnlyBeAccessedByLayers("release")
          .whereLayer("figures")
          .mayOnlyBeAccessedByLayers("cells", "flow", "run", "answers", "release")
          .whereLayer("slices")
          .mayOnlyBeAccessedByLayers("flow", "history", "decisions", "answers", "release")
          .whereLayer("conform")
          .mayOnlyBeAccessedByLayers(
              "run",
              "inspection",
              "erasure",
              "verification",
              "answers",
              "register",
              "flow",
              "intake")
          .whereLayer("landing")
          .mayOnlyBeAccessedByLayers(
              "run", "inspection", "decisions", "erasure", "answers", "register", "flow", "intake")
          .whereLayer("marts")
          .mayOnlyBeAccessedByLayers("flow", "decisions", "release")
          .whereLayer("statistics")
          .mayOnlyBeAccessedByLayers("figures")
          .whereLayer("disclosure")
          .mayOnlyBeAccessedByLayers("release")
          .whereLayer("publish")
          .mayOnlyBeAccessedByLayers("cli", "answers", "release")
          .whereLayer("registry")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("synthetic")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("warehouse")
          .mayOnlyBeAccessedByLayers(
              "cli",
              "run",
              "decisions",
              "erasure",
              "verification",
              "answers",
              "release",
              "register",
              "flow",
              "intake")
          .whereLayer("expressions")
          .mayOnlyBeAccessedByLayers("verification", "conform", "warehouse");

  @ArchTest
  static final ArchRule readersOfFilesDoNotKnowWhoAsksThem =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("landing")
          .definedBy("dev.taizhang.landing")
          .layer("workbook")
          .definedBy("dev.taizhang.landing.workbook")
          .layer("text")
          .definedBy("dev.taizhang.landing.text")
          .layer("person")
          .definedBy("dev.taizhang.landing.person")
          .layer("rows")
          .definedBy("dev.taizhang.landing.rows")
          .whereLayer("landing")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("workbook")
          .mayOnlyBeAccessedByLayers("landing")
          .whereLayer("text")
          .mayOnlyBeAccessedByLayers("landing", "workbook")
          .whereLayer("person")
          .mayOnlyBeAccessedByLayers("landing")
          .whereLayer("rows")
          .mayOnlyBeAccessedByLayers("landing", "workbook", "text")
          .because("a new format is a room's own affair, and pages and dBase files are text too");

  @ArchTest
  static final ArchRule formatsAreKnownToLandingAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.taizhang.landing..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.taizhang.landing.text..", "dev.taizhang.landing.workbook..")
                  .or(
                      resideInAnyPackage("dev.taizhang.landing.person..")
                          .and(not(type(Identity.class)))))
          .because("whoever asks for rows gets rows, and no numbers of people");

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
  static final ArchRule theAttackerKnowsNothingOfWhatItAttacks =
      classes()
          .that()
          .resideInAPackage("..attack..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("dev.taizhang.attack", "java..", "com.google.ortools.."))
          .because("an attacker who reads the rules as the protection does shares its mistakes");

  @ArchTest
  static final ArchRule figuresKnowNoSpark =
      noClasses()
          .that()
          .resideInAnyPackage("..figures..", "..slices..", "..disclosure..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.apache.spark..", "io.delta.."))
          .because("Spark moves people, and Java says what things mean");

  @ArchTest
  static final ArchRule disclosureKnowsPeopleAndPoliciesAlone =
      classes()
          .that()
          .resideInAPackage("..disclosure..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.taizhang.disclosure",
                  "dev.taizhang.reference",
                  "java..",
                  "com.google.ortools.."))
          .because("what is withheld depends on counts and a policy, and on no table");

  @ArchTest
  static final ArchRule auditReadsReleasesWithoutWhatProtectedThem =
      noClasses()
          .that()
          .resideInAPackage("..release.audit..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("..disclosure..", "..release.draft..", "..release.gates.."))
          .because("whoever checks a release by the code that made it repeats its mistakes");

  @ArchTest
  static final ArchRule roomsFormNoCircle =
      slices().matching("dev.taizhang.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule checksAreDeclaredWithTheirTables =
      noClasses()
          .that()
          .resideInAPackage("..verification..")
          .and(not(simpleName("ForgottenCheck")))
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "makes a check",
                  (JavaAccess<?> access) ->
                      access.getTargetOwner().isEquivalentTo(Check.class)
                          && nameMatching("that|<init>").test(access.getTarget())))
          .because("verification asks what is declared; it declares what is about all tables only");

  @ArchTest
  static final ArchRule everyDeclaredCheckIsInTheFlow =
      fields()
          .that()
          .areStatic()
          .and(
              DescribedPredicate.describe(
                  "hold checks",
                  (JavaField field) ->
                      field.getType().getAllInvolvedRawTypes().stream()
                          .anyMatch(type -> type.isEquivalentTo(Check.class))))
          .should(
              ArchCondition.from(
                  DescribedPredicate.describe(
                      "be named by the list of stages or by what asks it",
                      (JavaField field) ->
                          field.getAccessesToSelf().stream()
                              .map(JavaAccess::getOriginOwner)
                              .anyMatch(type(Pipeline.class).or(type(Verification.class))))))
          .because("a check that no table declares is never asked");

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
              "..run..",
              "..inspection..",
              "..decisions..",
              "..erasure..",
              "..verification..",
              "..answers..",
              "..release..",
              "..attack..",
              "..register..",
              "..flow..",
              "..intake..",
              "..cells..",
              "..history..",
              "..figures..",
              "..disclosure..",
              "..slices..",
              "..conform..",
              "..landing..",
              "..marts..",
              "..statistics..",
              "..disclosure..",
              "..publish..",
              "..registry..",
              "..synthetic..",
              "..warehouse..",
              "..expressions..",
              "..tables..",
              "..reference..",
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
