package dev.taizhang.registry;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.reference.ExpectedGraduates;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.University;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The universities of a list.
 *
 * @param universities as reference data has them, sorted by code
 * @param expectedGraduates how many graduates they expect, as far as the list says
 * @param notes what a person should look at: places that are not known, contradictions
 */
public record Roster(
    List<University> universities, List<ExpectedGraduates> expectedGraduates, List<String> notes) {

  public Roster {
    universities = List.copyOf(universities);
    expectedGraduates = List.copyOf(expectedGraduates);
    notes = List.copyOf(notes);
  }

  /**
   * Reads a list: the ministry's as it is published, or a table of one's own.
   *
   * @throws InvalidUsage with every problem of the list
   */
  public static Roster read(Path file, ReferenceData reference) {
    ListReading reading = new ListReading(new Places(reference));
    ListFile.read(file).forEach(reading::take);
    return reading.roster(file);
  }

  /** How many provinces the universities lie in. */
  public long provinces() {
    return universities.stream()
        .map(University::provinceCode)
        .filter(code -> !code.equals(Places.UNKNOWN))
        .distinct()
        .count();
  }

  /** How many universities lie in no prefecture that is known. */
  public long unresolved() {
    return universities.stream()
        .filter(university -> university.prefectureCode().equals(Places.UNKNOWN))
        .count();
  }

  /**
   * Writes {@code universities.csv}, with tiers where the list has any, and {@code
   * expected_graduates.csv} where the list has numbers.
   *
   * @param folder made where it is missing
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    int columns = universities.stream().allMatch(one -> one.tier().isEmpty()) ? 4 : 5;
    write(
        folder.resolve("universities.csv"),
        List.of("code", "name", "province_code", "prefecture_code", "tier").subList(0, columns),
        universities.stream()
            .map(
                university ->
                    List.of(
                            university.code(),
                            university.name(),
                            university.provinceCode(),
                            university.prefectureCode(),
                            university.tier())
                        .subList(0, columns)));
    if (!expectedGraduates.isEmpty()) {
      write(
          folder.resolve("expected_graduates.csv"),
          List.of("code", "graduation_year", "degree_level", "graduates"),
          expectedGraduates.stream()
              .map(
                  expected ->
                      List.of(
                          expected.universityCode(),
                          Integer.toString(expected.graduationYear()),
                          expected.degreeLevel(),
                          Integer.toString(expected.graduates()))));
    }
  }

  private static void write(Path file, List<String> header, Stream<List<String>> rows)
      throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(draft)) {
        csv.writeRecord(header);
        rows.forEach(csv::writeRecord);
      }
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
