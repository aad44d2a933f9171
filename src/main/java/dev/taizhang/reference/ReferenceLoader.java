package dev.taizhang.reference;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.taizhang.errors.InvalidUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
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
      Set.of("universities.csv", "expected_graduates.csv");

  private final Optional<Path> folder;
  private final MessageDigest ofReading = sha256();
  private final MessageDigest ofFigures = sha256();
  private final List<ReferenceFile> files = new ArrayList<>();

  ReferenceLoader(Optional<Path> folder) {
    this.folder = folder;
  }

  /** Codes that texts may stand for: those of the lists, the tags, and that there is no tag. */
  private static void requireKnownCodes(
      List<CodeText> named, List<CodeText> aliases, List<HardshipTag> tags) {
    Set<String> known =
        named.stream().map(ReferenceLoader::nameKey).collect(toCollection(HashSet::new));
    tags.forEach(tag -> known.add("hardship_tag/" + tag.tag()));
    known.add("hardship_tag/none");
    for (CodeText alias : aliases) {
      if (!known.contains(nameKey(alias))) {
        throw new InvalidUsage(
            "code_aliases.csv: '%s' stands for %s, which is not in any list. What to do: correct the"
                    .formatted(alias.text(), nameKey(alias))
                + " code.");
      }
    }
  }

  private static void requireKnownTags(List<KeyGroup> keyGroups, List<HardshipTag> tags) {
    for (KeyGroup group : keyGroups) {
      if (tags.stream().noneMatch(tag -> tag.tag().equals(group.tag()))) {
        throw new InvalidUsage(
            "key_groups.csv: '%s' is not a hardship tag. What to do: correct it, or add it to"
                    .formatted(group.tag())
                + " hardship_tags.csv.");
      }
    }
  }

  private static void requirePresentDivisions(
      List<FormerDivision> formerDivisions, List<Division> divisions) {
    Set<String> present = divisions.stream().map(Division::code).collect(toSet());
    for (FormerDivision former : formerDivisions) {
      if (!former.presentCode().isEmpty() && !present.contains(former.presentCode())) {
        throw new InvalidUsage(
            "divisions_history.csv: '%s' became %s, which is not a division. What to do: correct it,"
                    .formatted(former.name(), former.presentCode())
                + " or add it to divisions.csv.");
      }
    }
  }

  /** Two numbers of one cohort would leave open what its ledgers are to be held against. */
  private static void requireOneNumberEach(ReferenceFile numbers) {
    if (!numbers.doubled().isEmpty()) {
      throw new InvalidUsage(numbers.doubled().get(0) + ". What to do: delete one of the lines.");
    }
  }

  ReferenceData load() {
    List<CodeText> named =
        file("code_lists.csv", "list", "code", "name")
            .readAll(ReferenceLoader::named, ReferenceLoader::nameKey);
    List<CodeText> aliases =
        file("code_aliases.csv", "list", "text", "code")
            .read(ReferenceLoader::alias, ReferenceLoader::textKey);
    List<ColumnAliases.Entry> columns =
        file("column_aliases.csv", "feed", "column", "header")
            .read(ReferenceLoader::columnAlias, ReferenceLoader::headerKey);
    List<Division> divisions =
        file("divisions.csv", "code", "name")
            .readAll(
                row -> new Division(row.getField("code"), row.getField("name")), Division::code);
    List<FormerDivision> formerDivisions =
        file("divisions_history.csv", "code", "name", "last_revision", "present_code")
            .read(ReferenceLoader::formerDivision, former -> former.code() + " " + former.name());
    List<FieldOfStudy> disciplines =
        file("disciplines.csv", "catalogue", "code", "name")
            .read(ReferenceLoader::fieldOfStudy, ReferenceLoader::fieldKey);
    List<FieldOfStudy> classes =
        file("major_classes.csv", "catalogue", "code", "name")
            .read(ReferenceLoader::fieldOfStudy, ReferenceLoader::fieldKey);
    List<HardshipTag> tags =
        file("hardship_tags.csv", "tag", "name_zh", "implies", "composite_of")
            .read(ReferenceLoader::hardshipTag, HardshipTag::tag);
    List<KeyGroup> keyGroups =
        file("key_groups.csv", "tag", "from_year", "to_year")
            .read(ReferenceLoader::keyGroup, group -> group.tag() + " " + group.fromYear());
    List<University> universities =
        file("universities.csv", "code", "name", "province_code", "prefecture_code")
            .read(ReferenceLoader::university, University::code);
    ReferenceFile numbers =
        file("expected_graduates.csv", "code", "graduation_year", "degree_level", "graduates");
    List<ExpectedGraduates> expectedGraduates =
        numbers.read(ReferenceLoader::expectedGraduates, ExpectedGraduates::key);
    requireOneNumberEach(numbers);
    Map<String, List<Template.Column>> templates = new LinkedHashMap<>();
    file("templates.csv", "template", "position", "header", "pinyin")
        .read(row -> addTemplateColumn(row, templates), column -> column);
    List<OlderOutcome> olderOutcomes =
        file("outcome_lists.csv", "template", "to_year", "column", "text", "code")
            .read(ReferenceLoader::olderOutcome, ReferenceLoader::olderKey);
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
            .read(ReferenceLoader::expectation, Expectation::id);
    requireKnownCodes(named, aliases, tags);
    requireKnownTags(keyGroups, tags);
    requirePresentDivisions(formerDivisions, divisions);
    return new ReferenceData(
        codeTexts(named, aliases),
        named.stream()
            .collect(toMap(ReferenceLoader::nameKey, CodeText::text, (first, last) -> last)),
        ColumnAliases.of(columns),
        divisions,
        formerDivisions,
        disciplines,
        classes,
        tags,
        keyGroups,
        universities,
        expectedGraduates,
        templates.entrySet().stream()
            .map(template -> new Template(template.getKey(), template.getValue()))
            .toList(),
        olderOutcomes,
        expectations,
        files.stream()
            .flatMap(file -> file.doubled().stream())
            .map(line -> line + "; the last line counts. What to do: delete one of them.")
            .toList(),
        fingerprint());
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

  private static String nameKey(CodeText row) {
    return row.list() + "/" + row.code();
  }

  private static String textKey(CodeText row) {
    return row.list() + "/" + NormalForm.withoutSpaces(row.text());
  }

  private static String headerKey(ColumnAliases.Entry row) {
    return (row.feed() + " " + row.submitterCode()).strip() + " " + NormalForm.header(row.header());
  }

  private static String fieldKey(FieldOfStudy row) {
    return row.catalogue() + "/" + row.code();
  }

  private static String olderKey(OlderOutcome row) {
    return String.join(
        " ", row.template(), Integer.toString(row.toYear()), row.column(), row.text());
  }

  private static CodeText named(NamedCsvRecord row) {
    if (row.getField("list").equals("outcome")) {
      requireOutcome(row.getField("code"));
    }
    return new CodeText(row.getField("list"), row.getField("name"), row.getField("code"));
  }

  private static void requireOutcome(String code) {
    if (Arrays.stream(Outcome.values()).noneMatch(known -> known.code().equals(code))) {
      throw new IllegalArgumentException(
          "outcome '" + code + "' is not one that the figures count.");
    }
  }

  private static CodeText alias(NamedCsvRecord row) {
    return new CodeText(row.getField("list"), row.getField("text"), row.getField("code"));
  }

  private static ColumnAliases.Entry columnAlias(NamedCsvRecord row) {
    return new ColumnAliases.Entry(
        row.getField("feed"),
        row.findField("university_code").orElse(""),
        row.getField("header"),
        new ColumnAlias(
            row.getField("column"), row.findField("note").orElse(""), row.getStartingLineNumber()));
  }

  /** Adds a column, and tells which one it is. */
  private static String addTemplateColumn(
      NamedCsvRecord row, Map<String, List<Template.Column>> templates) {
    List<Template.Column> columns =
        templates.computeIfAbsent(row.getField("template"), template -> new ArrayList<>());
    if (!row.getField("position").equals(Integer.toString(columns.size() + 1))) {
      throw new IllegalArgumentException(
          "The columns of a template are numbered from 1; %s follows %d."
              .formatted(row.getField("position"), columns.size()));
    }
    columns.add(new Template.Column(row.getField("header"), row.getField("pinyin")));
    return row.getField("template") + " " + row.getField("position");
  }

  private static OlderOutcome olderOutcome(NamedCsvRecord row) {
    requireOutcome(row.getField("code"));
    return new OlderOutcome(
        row.getField("template"),
        Integer.parseInt(row.getField("to_year")),
        row.getField("column"),
        row.getField("text"),
        row.getField("code"));
  }

  private static Expectation expectation(NamedCsvRecord row) {
    return new Expectation(
        row.getField("id"),
        row.getField("feed"),
        Expectation.Severity.of(row.getField("severity")),
        Expectation.Scope.of(row.getField("scope")),
        row.getField("column"),
        row.getField("expression"),
        row.getField("message_zh"),
        row.getField("message_en"),
        row.getField("source"));
  }

  private static FormerDivision formerDivision(NamedCsvRecord row) {
    return new FormerDivision(
        row.getField("code"),
        row.getField("name"),
        row.getField("last_revision"),
        row.getField("present_code"));
  }

  private static FieldOfStudy fieldOfStudy(NamedCsvRecord row) {
    return new FieldOfStudy(row.getField("catalogue"), row.getField("code"), row.getField("name"));
  }

  private static HardshipTag hardshipTag(NamedCsvRecord row) {
    String composite = row.getField("composite_of");
    return new HardshipTag(
        row.getField("tag"),
        row.getField("name_zh"),
        row.getField("implies"),
        composite.isEmpty() ? List.of() : List.of(composite.split("\\|")));
  }

  private static KeyGroup keyGroup(NamedCsvRecord row) {
    String to = row.getField("to_year");
    return new KeyGroup(
        row.getField("tag"),
        Integer.parseInt(row.getField("from_year")),
        to.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(to));
  }

  private static University university(NamedCsvRecord row) {
    return new University(
        row.getField("code"),
        row.getField("name"),
        row.getField("province_code"),
        row.getField("prefecture_code"));
  }

  private static ExpectedGraduates expectedGraduates(NamedCsvRecord row) {
    return new ExpectedGraduates(
        row.getField("code"),
        number(row, "graduation_year"),
        row.getField("degree_level"),
        number(row, "graduates"));
  }

  private static int number(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    if (!text.matches("-?\\d{1,9}")) {
      throw new IllegalArgumentException(
          "The column " + column + " must hold a whole number, not '" + text + "'.");
    }
    return Integer.parseInt(text);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
