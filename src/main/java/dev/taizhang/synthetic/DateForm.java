package dev.taizhang.synthetic;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The forms in which ledgers write dates. */
enum DateForm {
  DIGITS("uuuuMMdd"),
  DASHES("uuuu-MM-dd"),
  SLASHES("uuuu/M/d"),
  MONTH("uuuu年M月");

  private static final List<DateForm> ALL = List.of(values());

  private final DateTimeFormatter formatter;

  DateForm(String pattern) {
    this.formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  static DateForm of(int index) {
    return ALL.get(index % ALL.size());
  }

  String text(LocalDate date) {
    return formatter.format(date);
  }
}
