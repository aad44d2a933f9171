package dev.taizhang.benchmark;

import java.util.List;

/** All contenders; the first one of each discipline is the one that others are compared with. */
final class Contenders {

  static final List<Contender> ALL =
      List.of(
          new LedgerRowsReading(),
          new Surveying(),
          new ConformingRows(),
          new SparkCsvReading(),
          new FastCsvReading(),
          new FastExcelReading(),
          DuckDbReading.keeping(),
          DuckDbReading.scanning(),
          TaizhangRun.cold(),
          TaizhangRun.warm(),
          new TaizhangCommand(),
          new DuckDbRun());

  private Contenders() {}

  static List<Contender> of(Contender.Discipline discipline) {
    return ALL.stream().filter(contender -> contender.discipline() == discipline).toList();
  }

  /**
   * The contender of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Contender named(String name) {
    return ALL.stream()
        .filter(contender -> contender.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No contender '%s'; there are %s."
                        .formatted(name, ALL.stream().map(Contender::name).toList())));
  }
}
