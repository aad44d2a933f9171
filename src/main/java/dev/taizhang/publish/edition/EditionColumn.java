package dev.taizhang.publish.edition;

import static java.util.Objects.requireNonNull;

/**
 * A column of an edition.
 *
 * @param id as in the table that it comes from
 * @param unit what its values are
 * @param name as it heads a column
 * @param definition what it means, in a sentence
 * @param numerator column of what is counted, for a rate; empty for none
 * @param denominator column of what it is counted of; empty for none
 * @param low column of the lower limit of its 95 % interval; empty for none
 * @param high column of the upper limit; empty for none
 */
public record EditionColumn(
    String id,
    Unit unit,
    Label name,
    Label definition,
    String numerator,
    String denominator,
    String low,
    String high) {

  public EditionColumn {
    requireNonNull(id, "id");
    requireNonNull(unit, "unit");
    requireNonNull(name, "name");
    requireNonNull(definition, "definition");
  }
}
