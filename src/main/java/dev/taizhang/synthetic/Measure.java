package dev.taizhang.synthetic;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Help that was given.
 *
 * @param graduate to whom
 * @param date when
 * @param measure what, as ledgers of help name it
 * @param mode how it reached the graduate
 * @param result what came of it; empty where nothing is to be told
 * @param declineReason why an offer was declined; empty where none was
 */
record Measure(
    Graduate graduate,
    LocalDate date,
    String measure,
    Mode mode,
    String result,
    String declineReason) {

  /** How help reaches somebody. */
  enum Mode {
    ONE_TO_ONE("一对一"),
    CONTACT("联系"),
    MASS("集中");

    private final String text;

    Mode(String text) {
      this.text = text;
    }

    /** Its name in the tables. */
    String tableName() {
      return name().toLowerCase(Locale.ROOT);
    }

    String text() {
      return text;
    }
  }
}
