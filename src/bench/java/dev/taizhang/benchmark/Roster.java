package dev.taizhang.benchmark;

import dev.taizhang.reference.Division;
import dev.taizhang.reference.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The invented universities: what they are called and where they are. */
final class Roster {

  private static final int FIRST_UNIVERSITY = 10001;

  private Roster() {}

  /** The code of a university, counted from 0. */
  static int universityCode(int index) {
    return FIRST_UNIVERSITY + index;
  }

  /** Writes the roster of so many universities, in the prefectures in turn, into a folder. */
  static void write(Path folder, int universities, ReferenceData reference) throws IOException {
    List<String> prefectures =
        reference.divisions().stream()
            .map(Division::code)
            .filter(Cohort::isOfProvince)
            .filter(code -> code.endsWith("00") && !code.endsWith("0000"))
            .toList();
    StringBuilder roster = new StringBuilder("code,name,province_code,prefecture_code\n");
    for (int i = 0; i < universities; i++) {
      int code = universityCode(i);
      roster.append(
          "%05d,示例第%d学院,%s,%s\n"
              .formatted(code, code, Cohort.PROVINCE, prefectures.get(i % prefectures.size())));
    }
    Files.writeString(Files.createDirectories(folder).resolve("universities.csv"), roster);
  }
}
