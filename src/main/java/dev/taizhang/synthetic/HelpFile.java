package dev.taizhang.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Writes a ledger of help (帮扶台账). */
final class HelpFile {

  private static final String[] HEADERS = {
    "学号", "姓名", "身份证号", "毕业年份", "帮扶日期", "帮扶措施", "帮扶方式", "帮扶单位", "帮扶结果", "未接受原因"
  };

  private HelpFile() {}

  /** What a university's ledger of help is called, and what of: text, whatever its ledgers are. */
  static Path in(Path folder, Campus campus, LocalDate date) {
    return folder.resolve(
        campus.code() + "_" + Digits.of(date) + "_帮扶台账." + form(campus).extension());
  }

  private static FileForm form(Campus campus) {
    return FileForm.of(campus.index(), FormatPolicy.TEXT_ONLY);
  }

  static void write(Path file, Campus campus, List<Measure> measures, int cohort)
      throws IOException {
    try (RowSink sink = new CsvSink(file, form(campus))) {
      sink.header(HEADERS);
      for (Measure measure : measures) {
        Graduate graduate = measure.graduate();
        sink.row(
            new String[] {
              graduate.studentNumber(),
              graduate.name(),
              graduate.idNumber(),
              Integer.toString(cohort),
              measure.date().toString(),
              measure.measure(),
              measure.mode().text(),
              "高校",
              measure.result(),
              measure.declineReason()
            });
      }
    }
  }
}
