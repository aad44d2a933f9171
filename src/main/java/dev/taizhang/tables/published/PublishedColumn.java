package dev.taizhang.tables.published;

import static java.util.Objects.requireNonNull;

import dev.taizhang.tables.Field;
import java.util.Optional;

/**
 * A column that leaves the house.
 *
 * @param field as it stands in the published table
 * @param rule by which it may
 * @param denominator the column of the same table that a rate or share is of; empty for others
 */
public record PublishedColumn(Field field, ColumnRule rule, Optional<String> denominator) {

  public PublishedColumn {
    requireNonNull(field, "field");
    requireNonNull(rule, "rule");
    requireNonNull(denominator, "denominator");
  }

  /** A column that is no rate. */
  static PublishedColumn of(Field field, ColumnRule rule) {
    return new PublishedColumn(field, rule, Optional.empty());
  }

  public String name() {
    return field.name();
  }
}
