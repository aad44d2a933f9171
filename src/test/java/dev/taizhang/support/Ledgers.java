package dev.taizhang.support;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small ledger files of invented people. */
public final class Ledgers {

  public static final Charset GB18030 = Charset.forName("GB18030");

  /** A header with the columns that most tests need. */
  public static final String HEADER = "学号,姓名,学历代码,专业代码,专业,生源所在地代码,毕业年份,困难生类别代码,毕业去向代码";

  private Ledgers() {}

  /** Writes a ledger in UTF-8 below a landing folder. */
  public static Path write(Path landing, String name, String... lines) throws IOException {
    return write(landing, name, StandardCharsets.UTF_8, lines);
  }

  /** Writes a ledger below a landing folder. */
  public static Path write(Path landing, String name, Charset charset, String... lines)
      throws IOException {
    Path file = landing.resolve("ledger").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, String.join("\r\n", lines) + "\r\n", charset);
  }

  /** A row under {@link #HEADER}: a bachelor in computer science from Zhengzhou. */
  public static String row(String studentNumber, int year, String hardship, String outcome) {
    return String.join(
        ",",
        studentNumber,
        "示例甲",
        "31",
        "080901",
        "计算机科学与技术",
        "410105",
        Integer.toString(year),
        hardship,
        outcome);
  }
}
