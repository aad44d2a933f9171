package dev.taizhang.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report: paragraphs and tables in Markdown. */
final class Markdown {

  private final StringBuilder text = new StringBuilder();

  Markdown heading(String title) {
    text.append("## ").append(title).append("\n\n");
    return this;
  }

  Markdown paragraph(String words) {
    text.append(words).append("\n\n");
    return this;
  }

  Markdown item(String words) {
    text.append("- ").append(words).append('\n');
    return this;
  }

  Markdown end() {
    text.append('\n');
    return this;
  }

  /**
   * A table.
   *
   * @param header columns; one that begins with {@code >} is set to the right
   * @param rows cells of each row
   */
  Markdown table(List<String> header, List<List<String>> rows) {
    List<String> names = new ArrayList<>();
    List<String> alignment = new ArrayList<>();
    for (String column : header) {
      boolean right = column.startsWith(">");
      names.add(right ? column.substring(1) : column);
      alignment.add(right ? "--:" : "---");
    }
    line(names);
    line(alignment);
    rows.forEach(this::line);
    return end();
  }

  private void line(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }

  static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Millions of bytes. */
  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
