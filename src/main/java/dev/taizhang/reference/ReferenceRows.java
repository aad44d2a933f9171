package dev.taizhang.reference;

import static java.util.stream.Collectors.toSet;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a row of each file of the reference data says, and its key: what no two rows of one file may
 * say something different of.
 */
final class ReferenceRows {

  private ReferenceRows() {}

  static String nameKey(CodeText row) {
    return row.list() + "/" + row.code();
  }

  static String textKey(CodeText row) {
    return row.list() + "/" + NormalForm.withoutSpaces(row.text());
  }

  static String headerKey(ColumnAliases.Entry row) {
    return (row.feed() + " " + row.submitterCode()).strip() + " " + NormalForm.header(row.header());
  }

  static String fieldKey(FieldOfStudy row) {
    return row.catalogue() + "/" + row.code();
  }

  static String olderKey(OlderOutcome row) {
    return String.join(
        " ", row.template(), Integer.toString(row.toYear()), row.column(), row.text());
  }

  static CodeText named(NamedCsvRecord row) {
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

  static CodeText alias(NamedCsvRecord row) {
    return new CodeText(row.getField("list"), row.getField("text"), row.getField("code"));
  }

  static ColumnAliases.Entry columnAlias(NamedCsvRecord row) {
    return new ColumnAliases.Entry(
        row.getField("feed"),
        row.findField("university_code").orElse(""),
        row.getField("header"),
        new ColumnAlias(
            row.getField("column"), row.findField("note").orElse(""), row.getStartingLineNumber()));
  }

  /** Adds a column, and tells which one it is. */
  static String addTemplateColumn(
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

  static OlderOutcome olderOutcome(NamedCsvRecord row) {
    requireOutcome(row.getField("code"));
    return new OlderOutcome(
        row.getField("template"),
        Integer.parseInt(row.getField("to_year")),
        row.getField("column"),
        row.getField("text"),
        row.getField("code"));
  }

  static Expectation expectation(NamedCsvRecord row) {
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

  static FormerDivision formerDivision(NamedCsvRecord row) {
    return new FormerDivision(
        row.getField("code"),
        row.getField("name"),
        row.getField("last_revision"),
        row.getField("present_code"));
  }

  static Division division(NamedCsvRecord row) {
    return new Division(row.getField("code"), row.getField("name"));
  }

  static FieldOfStudy fieldOfStudy(NamedCsvRecord row) {
    return new FieldOfStudy(row.getField("catalogue"), row.getField("code"), row.getField("name"));
  }

  static HardshipTag hardshipTag(NamedCsvRecord row) {
    String composite = row.getField("composite_of");
    return new HardshipTag(
        row.getField("tag"),
        row.getField("name_zh"),
        row.getField("implies"),
        composite.isEmpty() ? List.of() : List.of(composite.split("\\|")));
  }

  static KeyGroup keyGroup(NamedCsvRecord row) {
    String to = row.getField("to_year");
    return new KeyGroup(
        row.getField("tag"),
        Integer.parseInt(row.getField("from_year")),
        to.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(to));
  }

  static StandardService standardService(NamedCsvRecord row) {
    String to = row.getField("to_year");
    return new StandardService(
        row.getField("standard"),
        row.getField("province_code"),
        number(row, "from_year"),
        to.isEmpty() ? Integer.MAX_VALUE : number(row, "to_year"),
        row.getField("service"),
        Set.of(row.getField("measures").split("\\|")),
        number(row, "least"));
  }

  static University university(NamedCsvRecord row) {
    return new University(
        row.getField("code"),
        row.getField("name"),
        row.getField("province_code"),
        row.getField("prefecture_code"),
        row.findField("tier").map(String::strip).orElse(""));
  }

  static ExpectedGraduates expectedGraduates(NamedCsvRecord row) {
    return new ExpectedGraduates(
        row.getField("code"),
        number(row, "graduation_year"),
        row.getField("degree_level"),
        number(row, "graduates"));
  }

  static PlannedCut plannedCut(NamedCsvRecord row) {
    return new PlannedCut(
        row.getField("plan"),
        row.getField("table"),
        row.getField("level"),
        Set.of(row.getField("groups").split("\\|")),
        Arrays.stream(row.getField("dates").split("\\|"))
            .map(PlannedCut.Dates::of)
            .collect(toSet()));
  }

  static PublicationPolicy publicationPolicy(NamedCsvRecord row) {
    return new PublicationPolicy(
        row.getField("policy"),
        inBothLanguages(row, "title"),
        Rounding.named(row.getField("rounding")),
        number(row, "minimum_count"),
        number(row, "minimum_denominator"),
        ratesFrom(row.getField("rates_from")),
        inBothLanguages(row, "departures"),
        row.findField("source").orElse(""));
  }

  private static PublicationPolicy.RatesFrom ratesFrom(String code) {
    return switch (code) {
      case "exact" -> PublicationPolicy.RatesFrom.EXACT;
      case "rounded" -> PublicationPolicy.RatesFrom.ROUNDED;
      default ->
          throw new IllegalArgumentException(
              "Rates are computed from exact or rounded counts, not from '" + code + "'.");
    };
  }

  private static Map<String, String> inBothLanguages(NamedCsvRecord row, String column) {
    return Map.of("zh", row.getField(column + "_zh"), "en", row.getField(column + "_en"));
  }

  private static int number(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    if (!text.matches("-?\\d{1,9}")) {
      throw new IllegalArgumentException(
          "The column " + column + " must hold a whole number, not '" + text + "'.");
    }
    return Integer.parseInt(text);
  }
}
