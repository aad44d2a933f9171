package dev.taizhang.release.gates;

import java.util.Optional;

/** Figures of marts that break what they promise may be anything. */
final class BrokenContracts {

  private BrokenContracts() {}

  static Optional<Finding> of(GateView view) {
    if (view.broken().isEmpty()) {
      return Optional.empty();
    }
    String some = Finding.some(view.broken());
    return Optional.of(
        new Finding(
            Gate.BROKEN_CONTRACTS,
            view.broken().size(),
            "The tables that the release is made from break what they promise: %s. What to do: 'taizhang verify' shows all of it; remove the folder of the table that is at fault and start 'taizhang run', which makes it anew, or rebuild the warehouse."
                .formatted(some),
            "发布所依据的表不符合其约定：%s。怎么办：taizhang verify 列出全部问题；删去有问题的表的文件夹后重新 taizhang run，或重建数据库。"
                .formatted(some)));
  }
}
