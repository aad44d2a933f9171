package dev.taizhang.registry;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.reference.ExpectedGraduates;
import dev.taizhang.reference.NormalForm;
import dev.taizhang.reference.University;
import dev.taizhang.registry.ListColumns.Column;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads sheets line by line: titles, headers, headings of provinces such as 北京市（92所）, and
 * universities. What is wrong is collected, so that a person hears of all of it at once.
 */
final class ListReading {

  private static final Pattern HEADING = Pattern.compile("(.+?)\\((\\d+)所?\\)");

  private final Places places;
  private final Map<String, University> universities = new TreeMap<>();
  private final List<ExpectedGraduates> expected = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean found;

  // What the lines above say about the one that is read.
  private ListSheet sheet;
  private Optional<ListColumns> columns = Optional.empty();
  private Optional<Heading> heading = Optional.empty();
  private int belowHeading;

  /** A line that stands above the universities of a province. */
  private record Heading(String place, String text, Optional<String> province, int universities) {}

  ListReading(Places places) {
    this.places = places;
  }

  /** Takes the universities of a sheet; one without a header has none. */
  void take(ListSheet next) {
    sheet = next;
    columns = Optional.empty();
    for (int index = 0; index < sheet.rows().size(); index++) {
      takeLine(index, sheet.rows().get(index));
    }
    endHeading();
  }

  private void takeLine(int index, List<String> cells) {
    Optional<ListColumns> header = ListColumns.of(cells);
    if (header.isPresent()) {
      endHeading();
      columns = header;
      found = true;
      header.get().problems().forEach(what -> problems.add(sheet.place(index) + ": " + what));
    } else if (columns.isPresent() && !takeHeading(index, cells)) {
      takeUniversity(index, columns.get(), cells);
    }
  }

  private boolean takeHeading(int index, List<String> cells) {
    List<String> inked =
        cells.stream().map(NormalForm::withoutSpaces).filter(cell -> !cell.isEmpty()).toList();
    if (inked.size() != 1) {
      return inked.isEmpty();
    }
    Matcher parts = HEADING.matcher(inked.get(0));
    if (parts.matches()) {
      endHeading();
      heading =
          Optional.of(
              new Heading(
                  sheet.place(index),
                  inked.get(0),
                  places.province(parts.group(1)),
                  Integer.parseInt(parts.group(2))));
    }
    // Anything else that stands alone is a title or a note.
    return true;
  }

  private void endHeading() {
    heading.ifPresent(
        above -> {
          if (above.province().isEmpty()) {
            notes.add(
                above.place()
                    + ": '"
                    + above.text()
                    + "' is not a known province; digits 3 and 4 of 学校标识码 decide.");
          }
          if (above.universities() != belowHeading) {
            notes.add(
                "%s: '%s' is followed by %d universities."
                    .formatted(above.place(), above.text(), belowHeading));
          }
        });
    heading = Optional.empty();
    belowHeading = 0;
  }

  private void takeUniversity(int index, ListColumns header, List<String> cells) {
    String place = sheet.place(index);
    String name = header.text(Column.NAME, cells);
    String identifier = header.text(Column.IDENTIFIER, cells);
    String written = header.text(Column.CODE, cells);
    Optional<String> code = code(written.isEmpty() ? identifier : written);
    if (name.isEmpty() || code.isEmpty()) {
      problems.add(
          place
              + (name.isEmpty()
                  ? ": the university has no name."
                  : ": the code of '%s' is '%s', which is neither 5 nor 10 digits."
                      .formatted(name, written.isEmpty() ? identifier : written)));
      return;
    }
    belowHeading++;
    String province = province(place, name, header, identifier, cells);
    add(
        place,
        new University(
            code.get(),
            name,
            province,
            prefecture(place, name, province, header, cells),
            tier(place, name, header, cells)));
    addExpected(place, code.get(), header, cells);
  }

  /** A text that is too long for a tier is none, and no reason to refuse the list. */
  private String tier(String place, String name, ListColumns header, List<String> cells) {
    String text = header.text(Column.TIER, cells);
    if (text.length() <= University.LONGEST_TIER) {
      return text;
    }
    notes.add(
        "%s: the tier of '%s' has more than %d characters and is left out: '%s'."
            .formatted(place, name, University.LONGEST_TIER, text));
    return "";
  }

  /** Five digits of either form; a spreadsheet drops zeros at the front and may add a decimal. */
  private static Optional<String> code(String text) {
    String digits = text.replaceFirst("\\.0+$", "");
    if (digits.matches("\\d{10}")) {
      return Optional.of(digits.substring(5));
    }
    return digits.matches("\\d{3,5}")
        ? Optional.of("0".repeat(5 - digits.length()) + digits)
        : Optional.empty();
  }

  private String province(
      String place, String name, ListColumns header, String identifier, List<String> cells) {
    String text = header.text(Column.PROVINCE, cells);
    Optional<String> told =
        text.isEmpty() ? heading.flatMap(Heading::province) : places.province(text);
    Optional<String> ofDigits =
        identifier.matches("\\d{10}.*")
            ? places.province(identifier.substring(2, 4))
            : Optional.empty();
    if (told.isPresent() && ofDigits.isPresent() && !told.equals(ofDigits)) {
      notes.add(
          "%s: '%s' is listed under %s, but its 学校标识码 says %s; the former counts."
              .formatted(place, name, told.get(), ofDigits.get()));
    }
    Optional<String> province = told.or(() -> ofDigits).or(() -> ofPrefectureCode(header, cells));
    if (province.isEmpty()) {
      notes.add("%s: the province of '%s' is unknown: '%s'.".formatted(place, name, text));
    }
    return province.orElse(Places.UNKNOWN);
  }

  private Optional<String> ofPrefectureCode(ListColumns header, List<String> cells) {
    String text = header.text(Column.PREFECTURE, cells);
    return text.matches("\\d{6}") ? places.province(text.substring(0, 2)) : Optional.empty();
  }

  private String prefecture(
      String place, String name, String province, ListColumns header, List<String> cells) {
    String text = header.text(Column.PREFECTURE, cells);
    Optional<String> prefecture =
        province.equals(Places.UNKNOWN) ? Optional.empty() : places.prefecture(province, text);
    if (prefecture.isEmpty()) {
      notes.add(
          "%s: the place of '%s' is not a prefecture of %s: '%s'."
              .formatted(place, name, province, text));
    }
    return prefecture.orElse(Places.UNKNOWN);
  }

  private void add(String place, University university) {
    University before = universities.putIfAbsent(university.code(), university);
    if (before != null) {
      problems.add(
          "%s: '%s' has the code %s, which '%s' already has."
              .formatted(place, university.name(), university.code(), before.name()));
    }
  }

  private void addExpected(String place, String code, ListColumns header, List<String> cells) {
    header
        .expected()
        .forEach(
            (column, cohort) -> {
              String text = ListColumns.text(column, cells);
              String digits = text.replace(",", "").replaceFirst("\\.0+$", "");
              if (digits.matches("\\d{1,9}")) {
                expected.add(
                    new ExpectedGraduates(
                        code,
                        cohort.graduationYear(),
                        cohort.degreeLevel(),
                        Integer.parseInt(digits)));
              } else if (!text.isEmpty()) {
                problems.add("%s: '%s' is not a number of graduates.".formatted(place, text));
              }
            });
  }

  /**
   * What was read.
   *
   * @throws InvalidUsage with every problem, when there is any
   */
  Roster roster(Path file) {
    if (!found) {
      throw new InvalidUsage(
          file
              + " has no list of universities: no line has 学校名称 together with"
              + " 学校标识码 or 院校代码. What to do: check the file, or rename its columns"
              + " to these.");
    }
    if (!problems.isEmpty()) {
      throw new InvalidUsage(
          "%s has %d problem%s; nothing was written:%n  %s%nWhat to do: correct them."
              .formatted(
                  file,
                  problems.size(),
                  problems.size() == 1 ? "" : "s",
                  String.join("%n  ".formatted(), problems)));
    }
    return new Roster(List.copyOf(universities.values()), expected, notes);
  }
}
