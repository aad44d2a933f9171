package dev.taizhang.reference;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the files of the reference data, each once, feeding the fingerprint as it goes. */
final class ReferenceLoader {

  /**
   * Lists that decide how figures are named and placed, and never how the row of a file is read.
   */
  private static final Set<String> OF_FIGURES_ALONE =
      Set.of(
          "expected_graduates.csv",
          "publication_plans.csv",
          "publication_policies.csv",
          "service_standards.csv",
          "universities.csv");

  private final Optional<Path> folder;
  private final MessageDigest ofReading = sha256();
  private final MessageDigest ofFigures = sha256();
  private final List<ReferenceFile> files = new ArrayList<>();

  ReferenceLoader(Optional<Path> folder) {
    this.folder = folder;
  }

  ReferenceData load() {
    List<CodeText> named =
        file("code_lists.csv", "list", "code", "name")
            .readAll(ReferenceRows::named, ReferenceRows::nameKey);
    List<CodeText> aliases =
        file("code_aliases.csv", "list", "text", "code")
            .read(ReferenceRows::alias, ReferenceRows::textKey);
    List<ColumnAliases.Entry> columns =
        file("column_aliases.csv", "feed", "column", "header")
            .read(ReferenceRows::columnAlias, ReferenceRows::headerKey);
    List<Division> divisions =
        file("divisions.csv", "code", "name").readAll(ReferenceRows::division, Division::code);
    List<FormerDivision> formerDivisions =
        file("divisions_history.csv", "code", "name", "last_revision", "present_code")
            .read(ReferenceRows::formerDivision, former -> former.code() + " " + former.name());
    List<FieldOfStudy> disciplines =
        file("disciplines.csv", "catalogue", "code", "name")
            .read(ReferenceRows::fieldOfStudy, ReferenceRows::fieldKey);
    List<FieldOfStudy> classes =
        file("major_classes.csv", "catalogue", "code", "name")
            .read(ReferenceRows::fieldOfStudy, ReferenceRows::fieldKey);
    List<HardshipTag> tags =
        file("hardship_tags.csv", "tag", "name_zh", "implies", "composite_of")
            .read(ReferenceRows::hardshipTag, HardshipTag::tag);
    List<KeyGroup> keyGroups =
        file("key_groups.csv", "tag", "from_year", "to_year")
            .read(ReferenceRows::keyGroup, group -> group.tag() + " " + group.fromYear());
    List<StandardService> standardServices =
        file(
                "service_standards.csv",
                "standard",
                "province_code",
                "from_year",
                "to_year",
                "service",
                "measures",
                "least")
            .read(ReferenceRows::standardService, StandardService::key);
    List<University> universities =
        file("universities.csv", "code", "name", "province_code", "prefecture_code")
            .read(ReferenceRows::university, University::code);
    ReferenceFile numbers =
        file("expected_graduates.csv", "code", "graduation_year", "degree_level", "graduates");
    List<ExpectedGraduates> expectedGraduates =
        numbers.read(ReferenceRows::expectedGraduates, ExpectedGraduates::key);
    ReferenceChecks.requireOneNumberEach(numbers);
    Map<String, List<Template.Column>> templates = new LinkedHashMap<>();
    file("templates.csv", "template", "position", "header", "pinyin")
        .read(row -> ReferenceRows.addTemplateColumn(row, templates), column -> column);
    List<OlderOutcome> olderOutcomes =
        file("outcome_lists.csv", "template", "to_year", "column", "text", "code")
            .read(ReferenceRows::olderOutcome, ReferenceRows::olderKey);
    List<Expectation> expectations =
        file(
                "expectations.csv",
                "id",
                "feed",
                "severity",
                "scope",
                "column",
                "expression",
                "message_zh",
                "message_en",
                "source")
            .read(ReferenceRows::expectation, Expectation::id);
    List<PlannedCut> plannedCuts =
        file("publication_plans.csv", "plan", "table", "level", "groups", "dates")
            .read(ReferenceRows::plannedCut, PlannedCut::key);
    List<PublicationPolicy> policies =
        file(
                "publication_policies.csv",
                "policy",
                "title_zh",
                "title_en",
                "rounding",
                "minimum_count",
                "minimum_denominator",
                "rates_from",
                "departures_zh",
                "departures_en")
            .read(ReferenceRows::publicationPolicy, PublicationPolicy::name);
    ReferenceChecks.requireKnownCodes(named, aliases, tags);
    ReferenceChecks.requireKnownTags(keyGroups, tags);
    ReferenceChecks.requireKnownMeasures(standardServices, named);
    ReferenceChecks.requireKnownGroups(plannedCuts, named, tags);
    ReferenceChecks.requirePresentDivisions(formerDivisions, divisions);
    return new ReferenceData(
        codeTexts(named, aliases),
        named.stream()
            .collect(toMap(ReferenceRows::nameKey, CodeText::text, (first, last) -> last)),
        ColumnAliases.of(columns),
        divisions,
        formerDivisions,
        disciplines,
        classes,
        tags,
        keyGroups,
        standardServices,
        universities,
        expectedGraduates,
        templates.entrySet().stream()
            .map(template -> new Template(template.getKey(), template.getValue()))
            .toList(),
        olderOutcomes,
        expectations,
        plans(plannedCuts),
        policies,
        files.stream()
            .flatMap(file -> file.doubled().stream())
            .map(line -> line + "; the last line counts. What to do: delete one of them.")
            .toList(),
        fingerprint());
  }

  private static List<PublicationPlan> plans(List<PlannedCut> cuts) {
    Map<String, List<PlannedCut>> byPlan = new LinkedHashMap<>();
    cuts.forEach(cut -> byPlan.computeIfAbsent(cut.plan(), plan -> new ArrayList<>()).add(cut));
    return byPlan.entrySet().stream()
        .map(plan -> new PublicationPlan(plan.getKey(), plan.getValue()))
        .toList();
  }

  private ReferenceFingerprint fingerprint() {
    String reading = HexFormat.of().formatHex(ofReading.digest());
    ofFigures.update(reading.getBytes(StandardCharsets.UTF_8));
    return new ReferenceFingerprint(HexFormat.of().formatHex(ofFigures.digest()), reading);
  }

  /** A code stands for itself, its name and each alias for it; a later row wins. */
  private static List<CodeText> codeTexts(List<CodeText> named, List<CodeText> aliases) {
    Stream<CodeText> codes =
        named.stream().map(row -> new CodeText(row.list(), row.code(), row.code()));
    Map<String, CodeText> byText = new LinkedHashMap<>();
    Stream.of(codes, named.stream(), aliases.stream())
        .flatMap(texts -> texts)
        .map(row -> new CodeText(row.list(), NormalForm.withoutSpaces(row.text()), row.code()))
        .forEach(row -> byText.put(row.list() + "/" + row.text(), row));
    return List.copyOf(byText.values());
  }

  private ReferenceFile file(String name, String... columns) {
    ReferenceFile file =
        new ReferenceFile(
            name,
            Arrays.asList(columns),
            folder,
            OF_FIGURES_ALONE.contains(name) ? ofFigures : ofReading);
    files.add(file);
    return file;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
