package dev.taizhang.release.gates;

import dev.taizhang.tables.published.PublishedTable;
import java.util.List;
import java.util.Optional;

/**
 * A row that is there only where something became of somebody tells it by its key, whatever is
 * withheld in it: of a group of one it tells the outcome.
 */
final class RowsThatTell {

  private RowsThatTell() {}

  static Optional<Finding> of(GateView view) {
    List<String> telling =
        view.tables().stream()
            .filter(PublishedTable::rowsTell)
            .flatMap(
                table ->
                    view.draft().rows().of(table).stream()
                        .filter(row -> !table.hasValue(row))
                        .map(row -> table.name() + "/" + table.keyOf(row)))
            .toList();
    if (telling.isEmpty()) {
      return Optional.empty();
    }
    String some = Finding.some(telling);
    return Optional.of(
        new Finding(
            Gate.ROWS_THAT_TELL,
            telling.size(),
            "Rows without a figure would tell by being there that something became of somebody: %s. What to do: use a release of taizhang that leaves them out; until then take their tables out of the plan (publication_plans.csv)."
                .formatted(some),
            "有的行虽已隐去全部指标，但该行的存在本身就会透露有人属于此种情况：%s。怎么办：换用会去掉这些行的版本；在此之前把这些表从计划（publication_plans.csv）中去掉。"
                .formatted(some)));
  }
}
