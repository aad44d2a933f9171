package dev.taizhang.figures.survival;

import dev.taizhang.figures.courses.Course;
import dev.taizhang.figures.courses.CourseInterval;
import dev.taizhang.figures.courses.Placement;
import dev.taizhang.figures.courses.State;
import dev.taizhang.figures.courses.Watch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a graduate's course tells of their placements up to the slice that speaks on an as-of date.
 * Days are days since 1970.
 *
 * <p>A placement counts where it lasts two slices: the slice after the one that told it, or the
 * next one that names the graduate, tells still a placed state. So a graduate is watched until the
 * slice before the last one: of a placement that the last slice alone tells nobody can say yet
 * whether it lasts.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Time to placement"</a>
 */
public final class PlacementsTold {

  private static final int NEVER = Integer.MIN_VALUE;

  private final Watch watch;
  private final int firstDate;
  private final int newYear;
  private final List<Placement> placements = new ArrayList<>();
  private final List<Integer> losses = new ArrayList<>();

  private int entered = NEVER;
  private int named = NEVER;
  private int unplacedOn = NEVER;
  private State last = State.ABSENT;

  /** The interval that began the placed spell; null outside of one. */
  private CourseInterval begun;

  private int unplacedBefore = NEVER;
  private int placedOn = NEVER;
  private Integer registered;

  private PlacementsTold(Watch watch) {
    this.watch = watch;
    this.newYear = (int) LocalDate.of(watch.graduationYear(), 1, 1).toEpochDay();
    this.firstDate = (int) LocalDate.of(watch.graduationYear() - 1, 9, 1).toEpochDay();
  }

  /** What is told of a graduate. */
  public static PlacementsTold of(Course course, Watch watch) {
    PlacementsTold told = new PlacementsTold(watch);
    for (CourseInterval interval : course.intervals()) {
      if (interval.from() <= watch.lastSlice() && interval.state() != State.ABSENT) {
        told.take(interval);
      }
    }
    told.end(CourseInterval.OPEN);
    return told;
  }

  private void take(CourseInterval interval) {
    int slice = watch.sliceAt(Math.min(interval.to() - 1, watch.lastSlice())).orElse(NEVER);
    boolean isTold = slice >= interval.from();
    entered = entered == NEVER ? interval.from() : entered;
    named = isTold ? slice : named;
    last = interval.state();
    if (interval.state().isPlaced()) {
      if (begun == null) {
        begun = interval;
        unplacedBefore = unplacedOn;
        placedOn = NEVER;
        registered = null;
      }
      registered = registered == null ? registration(interval) : registered;
      placedOn = isTold ? slice : placedOn;
    } else if (interval.state().isUnplaced()) {
      if (begun != null) {
        losses.add(interval.from());
      }
      end(interval.from());
      unplacedOn = isTold ? slice : interval.from();
    } else if (begun != null && placedOn <= begun.from()) {
      // Outside of the denominator at the next slice: that one does not tell them still as placed.
      begun = null;
    }
  }

  private void end(int lostOn) {
    if (begun != null && placedOn > begun.from()) {
      placements.add(placement(lostOn));
    }
    begun = null;
  }

  /** The day of registration, where it can be that of the placement; else null. */
  private Integer registration(CourseInterval interval) {
    int first = unplacedBefore == NEVER ? firstDate : unplacedBefore + 1;
    Integer date = interval.outcomeDate();
    return date != null && date >= first && date <= begun.from() ? date : null;
  }

  private Placement placement(int lostOn) {
    State cause = begun.state();
    int told = begun.from();
    int before = unplacedBefore == NEVER ? Math.min(newYear, told) - 1 : unplacedBefore;
    return registered == null
        ? new Placement(cause, before + 1, middle(before, told), told, told, lostOn)
        : new Placement(cause, registered, registered, registered, told, lostOn);
  }

  /** The middle of the days after one and until another, the later of two. */
  private static int middle(int before, int told) {
    return before + (told - before + 1) / 2;
  }

  /** Whether the graduate is one of the cohort, by what was told last. */
  public boolean isOfTheCohort() {
    return entered != NEVER && last != State.OUTSIDE;
  }

  /**
   * The last day on which the graduate is watched: the slice before the one that speaks, or the
   * last one that names them; empty where they entered later.
   */
  public OptionalInt watchedUntil() {
    OptionalInt lastButOne = watch.lastButOne();
    return lastButOne.isEmpty() || entered > lastButOne.getAsInt()
        ? OptionalInt.empty()
        : OptionalInt.of(Math.min(lastButOne.getAsInt(), named));
  }

  /** Placements that last, in order. */
  public List<Placement> placements() {
    return List.copyOf(placements);
  }

  /** Days on which a placed graduate was told unplaced, in order, whether or not it had lasted. */
  public List<Integer> losses() {
    return List.copyOf(losses);
  }
}
