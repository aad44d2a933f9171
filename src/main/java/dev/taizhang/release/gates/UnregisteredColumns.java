package dev.taizhang.release.gates;

import java.util.List;
import java.util.Optional;

/** A column that nobody gave a rule could carry anything. */
final class UnregisteredColumns {

  private UnregisteredColumns() {}

  static Optional<Finding> of(GateView view) {
    List<String> unregistered =
        view.tables().stream()
            .flatMap(
                table ->
                    table
                        .unregistered(
                            view.columns().getOrDefault(table.table().name(), List.of()),
                            view.columns().getOrDefault(table.mart().name(), List.of()))
                        .stream())
            .distinct()
            .toList();
    if (unregistered.isEmpty()) {
      return Optional.empty();
    }
    String some = Finding.some(unregistered);
    return Optional.of(
        new Finding(
            Gate.UNREGISTERED_COLUMNS,
            unregistered.size(),
            "These columns have no rule by which they may leave the house, or have to stay in it: %s. Nobody has looked at what they could tell. What to do: use a release of taizhang that knows them; or, where they were added by hand, take a table of published back with RESTORE TABLE ... TO VERSION AS OF, and for a table of marts remove its folder and start 'taizhang run', which makes it anew."
                .formatted(some),
            "下列字段没有登记公开规则：%s，不知其会泄露什么。怎么办：换用认识这些字段的版本；如系手工添加，published 的表用 RESTORE TABLE 恢复到添加之前，marts 的表删去其文件夹后重新 taizhang run。"
                .formatted(some)));
  }
}
