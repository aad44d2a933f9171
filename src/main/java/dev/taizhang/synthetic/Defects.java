package dev.taizhang.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which file has which defect: as many files as the settings say, and each kind as often as the
 * others, as far as the universities' files can have it.
 */
final class Defects {

  private record Slot(int campus, int week) {}

  private final TreeMap<Integer, Defect> bySlot = new TreeMap<>();
  private final int weeks;

  Defects(ProvinceSettings settings, List<Campus> campuses) {
    this.weeks = settings.weeks();
    Draw draw = Draw.of(settings.seed()).at(Purpose.DEFECT);
    List<Slot> open = new ArrayList<>();
    for (int campus = 0; campus < campuses.size(); campus++) {
      for (int week = 0; week < weeks; week++) {
        open.add(new Slot(campus, week));
      }
    }
    int wanted = (int) StrictMath.rint(open.size() * settings.messPercent() / 100.0);
    open.sort(
        Comparator.comparingDouble((Slot slot) -> draw.at(slot.campus()).at(slot.week()).unit())
            .thenComparing(Slot::campus)
            .thenComparing(Slot::week));
    List<Defect> kinds = new ArrayList<>(List.of(Defect.values()));
    kinds.sort(Comparator.comparingDouble(kind -> draw.at(kind.name().hashCode()).unit()));
    boolean placed = true;
    while (bySlot.size() < wanted && placed) {
      placed = false;
      for (Defect kind : kinds) {
        if (bySlot.size() < wanted) {
          placed |= place(kind, open, campuses);
        }
      }
    }
  }

  private boolean place(Defect kind, List<Slot> open, List<Campus> campuses) {
    for (Slot slot : open) {
      boolean fits =
          kind.fits(campuses.get(slot.campus()))
              && (kind != Defect.FOREIGN_ROWS || campuses.size() > 1);
      if (fits) {
        open.remove(slot);
        bySlot.put(slot.campus() * weeks + slot.week(), kind);
        return true;
      }
    }
    return false;
  }

  /** The defect of a university's file of a week. */
  Optional<Defect> of(Campus campus, int week) {
    return Optional.ofNullable(bySlot.get(campus.index() * weeks + week));
  }
}
