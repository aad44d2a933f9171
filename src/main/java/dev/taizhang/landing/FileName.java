package dev.taizhang.landing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
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
          "(?<code>\\d+)_(?<date>\\d{8})(?:_p(?<part>[1-9]\\d{0,3}))?(?:_.*)?\\.(?<ext>[^.]+)",
          Pattern.CASE_INSENSITIVE);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern EXTENSION = Pattern.compile("csv|tsv|txt|xlsx|xls");

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
    if (!EXTENSION.matcher(extension).matches()) {
      return new Unreadable(Rejection.badName("扩展名不是 csv、tsv、txt、xlsx、xls / unknown ending."));
    }
    Optional<String> code = submitterCode(feed, matcher.group("code"));
    if (code.isEmpty()) {
      return new Unreadable(
          Rejection.badName("代码不是 5 位院校代码或 10 位学校标识码 / the code has not 5 or 10 digits."));
    }
    try {
      LocalDate date = LocalDate.parse(matcher.group("date"), DATE);
      Optional<Integer> part = Optional.ofNullable(matcher.group("part")).map(Integer::valueOf);
      return new Read(new FileName(code.get(), date, part, extension));
    } catch (DateTimeException e) {
      return new Unreadable(Rejection.badName("日期不存在 / there is no such date."));
    }
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
