package dev.taizhang.figures.movement;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.movement.WeeklySteps.Step;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Transitions;
import dev.taizhang.tables.Transitions.Movement;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many graduates went from one state to another in each step. Counts of different graduates can
 * be merged; there are about as many as steps, provinces and sets of tags, however many graduates
 * there are.
 */
public final class MovementCounts implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private final HashMap<Movers, Long> counts = new HashMap<>();

  /**
   * Graduates who go the same way.
   *
   * @param hardshipTags those of before the step, or where they enter those of after it
   */
  private record Movers(
      int asOf,
      int previous,
      String province,
      int year,
      String from,
      String to,
      List<String> hardshipTags,
      String hardshipDetail)
      implements Serializable {}

  /** What a row of the figures is about. */
  private record Counted(
      int asOf, int previous, int year, String province, String group, String from, String to) {}

  /**
   * Counts graduates who go from one standing to another; nobody who is absent in both.
   *
   * @param province of their university
   */
  public void add(
      Step step, String province, int year, Standing before, Standing after, long graduates) {
    if (before.isAbsent() && after.isAbsent()) {
      return;
    }
    counts.merge(
        new Movers(
            step.asOf(),
            step.previous(),
            province,
            year,
            before.state(),
            after.state(),
            before.hardshipTags() == null ? after.hardshipTags() : before.hardshipTags(),
            before.hardshipDetail() == null ? after.hardshipDetail() : before.hardshipDetail()),
        graduates,
        Long::sum);
  }

  /** Adds the counts of other graduates. */
  public MovementCounts merge(MovementCounts others) {
    others.counts.forEach((movers, graduates) -> counts.merge(movers, graduates, Long::sum));
    return this;
  }

  /** The rows of {@link Transitions#TABLE}: each movement by province, and in all of them. */
  public List<Movement> rows(HardshipGroups groups) {
    Map<Counted, Long> counted = new HashMap<>();
    counts.forEach(
        (movers, graduates) -> {
          for (String group :
              groups.of(movers.hardshipTags(), movers.hardshipDetail(), movers.year())) {
            counted.merge(counted(movers, movers.province(), group), graduates, Long::sum);
            counted.merge(counted(movers, Dimensions.ALL, group), graduates, Long::sum);
          }
        });
    List<Movement> rows = new ArrayList<>();
    counted.forEach((one, graduates) -> rows.add(row(one, graduates)));
    return rows;
  }

  private static Counted counted(Movers movers, String province, String group) {
    return new Counted(
        movers.asOf(),
        movers.previous(),
        movers.year(),
        province,
        group,
        movers.from(),
        movers.to());
  }

  private static Movement row(Counted one, long graduates) {
    boolean terminated =
        one.from().equals(Transitions.PLACED) && one.to().equals(Transitions.AWAITING);
    return new Movement(
        LocalDate.ofEpochDay(one.asOf()),
        LocalDate.ofEpochDay(one.previous()),
        one.year(),
        one.province(),
        one.group(),
        one.from(),
        one.to(),
        graduates,
        terminated ? graduates : 0);
  }
}
