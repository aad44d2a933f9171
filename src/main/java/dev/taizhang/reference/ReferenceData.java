package dev.taizhang.reference;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.taizhang.errors.InvalidUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All code lists: those that are shipped in {@code data/reference}, with the analyst's additions.
 *
 * @param codeTexts every code and every text that stands for one
 * @param codeNames name of each code, by list and code joined with {@code /}
 * @param columnAliases what each header means, by feed and submitter
 * @param divisions administrative divisions in force
 * @param formerDivisions divisions and names of divisions that are no longer in force
 * @param disciplines disciplines of the academic and the vocational catalogue
 * @param classes classes of every catalogue
 * @param hardshipTags hardship tags
 * @param keyGroups national key groups by graduation year
 * @param universities the roster, which only the analyst's folder has
 * @param expectedGraduates how many graduates each university expects, as far as the analyst's
 *     folder says
 * @param templates the national exports, by their headers
 * @param olderOutcomes outcome codes of older templates
 * @param expectations the rules that rows are held against, each by its last definition
 * @param fingerprint identifies all of it; 64 hex digits
 */
public record ReferenceData(
    List<CodeText> codeTexts,
    Map<String, String> codeNames,
    ColumnAliases columnAliases,
    List<Division> divisions,
    List<FormerDivision> formerDivisions,
    List<FieldOfStudy> disciplines,
    List<FieldOfStudy> classes,
    List<HardshipTag> hardshipTags,
    List<KeyGroup> keyGroups,
    List<University> universities,
    List<ExpectedGraduates> expectedGraduates,
    List<Template> templates,
    List<OlderOutcome> olderOutcomes,
    List<Expectation> expectations,
    String fingerprint) {

  /**
   * Reads the shipped lists and the additions of a folder.
   *
   * @param directory the folder of additions, with files named as in {@code data/reference} and
   *     {@code universities.csv} and {@code expected_graduates.csv}
   * @throws InvalidUsage when the folder does not exist or a file in it is wrong
   */
  public static ReferenceData load(Optional<String> directory) {
    Optional<Path> folder = directory.map(Path::of);
    folder.ifPresent(ReferenceData::requireFolder);
    return new Loader(folder).load();
  }

  private static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidUsage(
          "There is no reference folder "
              + folder
              + ". What to do: check --reference, or leave it out.");
    }
  }

  /** Name of a code, empty when the list does not have it. */
  public Optional<String> codeName(String list, String code) {
    return Optional.ofNullable(codeNames.get(list + "/" + code));
  }

  /** The same with more rules; one with the id of another takes its place. */
  public ReferenceData withExpectations(List<Expectation> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<String, Expectation> all = new LinkedHashMap<>();
    Stream.of(expectations, more).flatMap(List::stream).forEach(rule -> all.put(rule.id(), rule));
    MessageDigest digest = Loader.sha256();
    digest.update(fingerprint.getBytes(StandardCharsets.UTF_8));
    digest.update(more.toString().getBytes(StandardCharsets.UTF_8));
    return new ReferenceData(
        codeTexts,
        codeNames,
        columnAliases,
        divisions,
        formerDivisions,
        disciplines,
        classes,
        hardshipTags,
        keyGroups,
        universities,
        expectedGraduates,
        templates,
        olderOutcomes,
        List.copyOf(all.values()),
        HexFormat.of().formatHex(digest.digest()));
  }

  /** Reads each file once, feeding the fingerprint as it goes. */
  private static final class Loader {

    private final Optional<Path> folder;
    private final MessageDigest digest = sha256();

    Loader(Optional<Path> folder) {
      this.folder = folder;
    }

    /** Codes that texts may stand for: those of the lists, the tags, and that there is no tag. */
    private static void requireKnownCodes(
        List<CodeText> named, List<CodeText> aliases, List<HardshipTag> tags) {
      Set<String> known = named.stream().map(Loader::nameKey).collect(toCollection(HashSet::new));
      tags.forEach(tag -> known.add("hardship_tag/" + tag.tag()));
      known.add("hardship_tag/none");
      for (CodeText alias : aliases) {
        if (!known.contains(nameKey(alias))) {
          throw new InvalidUsage(
              "code_aliases.csv: '%s' stands for %s, which is in no list. What to do: correct the"
                      .formatted(alias.text(), nameKey(alias))
                  + " code.");
        }
      }
    }

    private static void requireKnownTags(List<KeyGroup> keyGroups, List<HardshipTag> tags) {
      for (KeyGroup group : keyGroups) {
        if (tags.stream().noneMatch(tag -> tag.tag().equals(group.tag()))) {
          throw new InvalidUsage(
              "key_groups.csv: '%s' is no hardship tag. What to do: correct it, or add it to"
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
              "divisions_history.csv: '%s' became %s, which is no division. What to do: correct it,"
                      .formatted(former.name(), former.presentCode())
                  + " or add it to divisions.csv.");
        }
      }
    }

    /** Two numbers of one cohort would leave open which one counts. */
    private static void requireOneNumberEach(List<ExpectedGraduates> expected) {
      Map<String, ExpectedGraduates> first = new LinkedHashMap<>();
      for (ExpectedGraduates later : expected) {
        ExpectedGraduates earlier = first.putIfAbsent(later.key(), later);
        if (earlier != null) {
          throw new InvalidUsage(
              "expected_graduates.csv: '%s' stands twice, with %d and %d graduates. What to do:"
                      .formatted(later.key(), earlier.graduates(), later.graduates())
                  + " delete one of the lines.");
        }
      }
    }

    ReferenceData load() {
      List<CodeText> named = file("code_lists.csv", "list", "code", "name").read(Loader::named);
      List<CodeText> aliases = file("code_aliases.csv", "list", "text", "code").read(Loader::alias);
      List<ColumnAliases.Entry> columns =
          file("column_aliases.csv", "feed", "column", "header").read(Loader::columnAlias);
      List<Division> divisions =
          file("divisions.csv", "code", "name")
              .read(row -> new Division(row.getField("code"), row.getField("name")));
      List<FormerDivision> formerDivisions =
          file("divisions_history.csv", "code", "name", "last_revision", "present_code")
              .read(Loader::formerDivision);
      List<FieldOfStudy> disciplines =
          file("disciplines.csv", "catalogue", "code", "name").read(Loader::fieldOfStudy);
      List<FieldOfStudy> classes =
          file("major_classes.csv", "catalogue", "code", "name").read(Loader::fieldOfStudy);
      List<HardshipTag> tags =
          file("hardship_tags.csv", "tag", "name_zh", "implies", "composite_of")
              .read(Loader::hardshipTag);
      List<KeyGroup> keyGroups =
          file("key_groups.csv", "tag", "from_year", "to_year").read(Loader::keyGroup);
      List<University> universities =
          file("universities.csv", "code", "name", "province_code", "prefecture_code")
              .read(Loader::university);
      List<ExpectedGraduates> expectedGraduates =
          file("expected_graduates.csv", "code", "graduation_year", "degree_level", "graduates")
              .read(Loader::expectedGraduates);
      Map<String, List<Template.Column>> templates = new LinkedHashMap<>();
      file("templates.csv", "template", "position", "header", "pinyin")
          .read(row -> addTemplateColumn(row, templates));
      List<OlderOutcome> olderOutcomes =
          file("outcome_lists.csv", "template", "to_year", "column", "text", "code")
              .read(Loader::olderOutcome);
      Map<String, Expectation> expectations = new LinkedHashMap<>();
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
          .read(Loader::expectation)
          .forEach(rule -> expectations.put(rule.id(), rule));
      requireKnownCodes(named, aliases, tags);
      requireKnownTags(keyGroups, tags);
      requirePresentDivisions(formerDivisions, divisions);
      requireOneNumberEach(expectedGraduates);
      return new ReferenceData(
          codeTexts(named, aliases),
          named.stream().collect(toMap(Loader::nameKey, CodeText::text, (first, last) -> last)),
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
          List.copyOf(expectations.values()),
          HexFormat.of().formatHex(digest.digest()));
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
      return new ReferenceFile(name, Arrays.asList(columns), folder, digest);
    }

    private static String nameKey(CodeText row) {
      return row.list() + "/" + row.code();
    }

    private static CodeText named(NamedCsvRecord row) {
      if (row.getField("list").equals("outcome")) {
        requireOutcome(row.getField("code"));
      }
      return new CodeText(row.getField("list"), row.getField("name"), row.getField("code"));
    }

    private static void requireOutcome(String code) {
      if (Arrays.stream(Outcome.values()).noneMatch(known -> known.code().equals(code))) {
        throw new IllegalArgumentException("outcome '" + code + "' is not one that figures know.");
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
              row.getField("column"),
              row.findField("note").orElse(""),
              row.getStartingLineNumber()));
    }

    private static boolean addTemplateColumn(
        NamedCsvRecord row, Map<String, List<Template.Column>> templates) {
      List<Template.Column> columns =
          templates.computeIfAbsent(row.getField("template"), template -> new ArrayList<>());
      if (!row.getField("position").equals(Integer.toString(columns.size() + 1))) {
        throw new IllegalArgumentException(
            "The columns of a template are numbered from 1; %s follows %d."
                .formatted(row.getField("position"), columns.size()));
      }
      return columns.add(new Template.Column(row.getField("header"), row.getField("pinyin")));
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
          Expectation.Severity.valueOf(row.getField("severity").toUpperCase(Locale.ROOT)),
          Expectation.Scope.valueOf(row.getField("scope").toUpperCase(Locale.ROOT)),
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
      return new FieldOfStudy(
          row.getField("catalogue"), row.getField("code"), row.getField("name"));
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
            "The column " + column + " holds a whole number, not '" + text + "'.");
      }
      return Integer.parseInt(text);
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256", e);
      }
    }
  }
}
