package dev.taizhang.verification;

import static java.util.stream.Collectors.joining;

import dev.taizhang.conform.Forgotten;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Tombstones;
import java.util.stream.Stream;

/**
 * What must hold of every table, whoever makes it: nobody who was forgotten is in it. All other
 * checks are declared with their table.
 */
final class ForgottenCheck {

  static final Check NOBODY_FORGOTTEN =
      Check.that(
          "nobody_forgotten",
          "no table has a row of a person forgotten by law",
          Pipeline.tables().stream()
              .flatMap(ForgottenCheck::forgotten)
              .collect(joining(" UNION ALL ")));

  private ForgottenCheck() {}

  /** SQL for the rows of a table that are of somebody who was forgotten. */
  private static Stream<String> forgotten(Table table) {
    return table.fields().stream()
        .filter(Field::pseudonym)
        .map(
            field ->
                "SELECT '%s' AS found_in FROM %s WHERE %s IN (SELECT tombstone FROM %s)"
                    .formatted(
                        table.name(),
                        table.name(),
                        Forgotten.tombstone(field.name()),
                        Tombstones.TABLE.name()));
  }
}
