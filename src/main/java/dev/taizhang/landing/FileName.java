package dev.taizhang.landing;

import dev.taizhang.landing.rows.Rejection;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's name says: {@code <code>_<yyyymmdd>[_pN][_anything].<ext>}.
 *
 * @param submitterCode five-digit 院校代码, or the six-digit region code of an employment office
 * @param snapshotDate the date whose state the file gives
 * @param part number of the part, when the snapshot comes in parts
 * @param extension in lower case
 */
record FileName(
    String submitterCode, LocalDate snapshotDate, Optional<Integer> part, String extension) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<code>\\d+)_(?<date>\\d{8})(?:_p(?<part>[1-9]\\d{0,3}))?(?<rest>_.*)?\\.(?<ext>[^.]+)",
          Pattern.CASE_INSENSITIVE);
  // What somebody means as a part mark, in whatever width, and the text that sticks to it. As a
  // whole file such a part would stand for all graduates.
  private static final Pattern PART_WITH_TEXT =
      Pattern.compile("_[pPｐＰ]\\s*(?<number>\\p{Nd}+)(?<text>.*)");
  private static final int MOST_PART_DIGITS = 4;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final List<String> EXTENSIONS =
      List.of("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "et", "htm", "html", "dbf");

  /** What is in a name, or why it cannot be read. */
  sealed interface Reading {}

  record Read(FileName name) implements Reading {}

  record Unreadable(Rejection rejection) implements Reading {}

  static Reading read(Feed feed, String name) {
    Matcher matcher = FORM.matcher(name);
    if (!matcher.matches()) {
      return new Unreadable(Rejection.badName("没有代码和日期 / no code and date."));
    }
    String extension = matcher.group("ext").toLowerCase(Locale.ROOT);
    if (!EXTENSIONS.contains(extension)) {
      return new Unreadable(
          Rejection.badName(
              "扩展名不是 %s / unknown extension.".formatted(String.join("、", EXTENSIONS))));
    }
    Matcher part = PART_WITH_TEXT.matcher(Objects.requireNonNullElse(matcher.group("rest"), ""));
    if (matcher.group("part") == null && part.matches()) {
      return new Unreadable(
          Rejection.badPart(
              matcher.group("code") + "_" + matcher.group("date"),
              partNumber(part.group("number")),
              extension));
    }
    Optional<String> code = submitterCode(feed, matcher.group("code"));
    if (code.isEmpty()) {
      return new Unreadable(
          Rejection.badName("代码不是 5 位院校代码或 10 位学校标识码 / the code does not have 5 or 10 digits."));
    }
    try {
      LocalDate date = LocalDate.parse(matcher.group("date"), DATE);
      Optional<Integer> number = Optional.ofNullable(matcher.group("part")).map(Integer::valueOf);
      return new Read(new FileName(code.get(), date, number, extension));
    } catch (DateTimeException e) {
      return new Unreadable(Rejection.badName("日期不存在 / the date does not exist."));
    }
  }

  /** The number as a part mark has it; 1 where it is none that a part can have. */
  private static String partNumber(String digits) {
    int number = digits.length() > MOST_PART_DIGITS ? 0 : Integer.parseInt(digits);
    return Integer.toString(Math.max(1, number));
  }

  private static Optional<String> submitterCode(Feed feed, String digits) {
    return switch (digits.length()) {
      case 5 -> Optional.of(digits);
      case 6 -> feed == Feed.LEDGER ? Optional.empty() : Optional.of(digits);
      case 10 -> Optional.of(digits.substring(5));
      default -> Optional.empty();
    };
  }
}
