package dev.taizhang.figures.rates;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A date that figures speak of.
 *
 * @param date the date
 * @param kind plain or official
 */
public record AsOfDate(LocalDate date, String kind) implements Serializable {

  public AsOfDate {
    requireNonNull(date, "date");
    requireNonNull(kind, "kind");
  }
}
