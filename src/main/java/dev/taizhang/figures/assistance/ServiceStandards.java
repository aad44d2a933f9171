package dev.taizhang.figures.assistance;

import static java.util.stream.Collectors.groupingBy;

import dev.taizhang.reference.StandardService;
import dev.taizhang.tables.HelpCells;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The services that everybody without work is promised, by cohort and province. A province with a
 * standard of its own has that alone; of several the one that began last.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Help"</a>
 */
public final class ServiceStandards implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private final ArrayList<StandardService> services;

  private ServiceStandards(List<StandardService> services) {
    this.services = new ArrayList<>(services);
  }

  /** The standards that the reference data knows. */
  public static ServiceStandards of(List<StandardService> services) {
    return new ServiceStandards(services);
  }

  /**
   * A standard.
   *
   * @param name what it is called
   * @param services what it promises
   */
  public record Standard(String name, List<StandardService> services) {

    public Standard {
      services = List.copyOf(services);
    }

    /** How far measures keep it: all services as often as promised, some, or none. */
    String keptBy(List<Measure> measures) {
      boolean all = true;
      boolean some = false;
      for (StandardService service : services) {
        long given =
            measures.stream()
                .filter(one -> one.code() != null && service.measures().contains(one.code()))
                .count();
        all &= given >= service.least();
        some |= given > 0;
      }
      if (all) {
        return HelpCells.FULL;
      }
      return some ? HelpCells.PART : HelpCells.NOT;
    }
  }

  /** The standard of a cohort of a province. */
  public Optional<Standard> of(int year, String province) {
    List<StandardService> own = of(year, one -> one.equals(province));
    List<StandardService> found = own.isEmpty() ? of(year, String::isEmpty) : own;
    return found.stream().collect(groupingBy(StandardService::standard)).entrySet().stream()
        .max(
            Comparator.<Map.Entry<String, List<StandardService>>>comparingInt(
                    one -> one.getValue().get(0).fromYear())
                .thenComparing(Map.Entry::getKey))
        .map(one -> new Standard(one.getKey(), one.getValue()));
  }

  private List<StandardService> of(int year, Predicate<String> province) {
    return services.stream()
        .filter(one -> one.includes(year) && province.test(one.provinceCode()))
        .toList();
  }
}
