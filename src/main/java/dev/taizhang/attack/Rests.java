package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Few people whom no figure names and subtraction tells: shown groups of a place that do not
 * overlap, taken off a shown group of it that they are within.
 */
final class Rests {

  private static final long FEW = 9;

  private final List<KnownPeople> people;

  /** Of whom a figure of their own is withheld, and so asked for by itself. */
  private final Set<BitSet> withheld = new HashSet<>();

  private final Map<List<Object>, Map<PublishedFigure, BitSet>> shownAt = new LinkedHashMap<>();

  private Rests(List<PublishedFigure> published, SideKnowledge known) {
    people = known.people();
    Places places = new Places(people);
    Stream.concat(published.stream(), known.ofAll().stream())
        .filter(figure -> !figure.isRounded())
        .distinct()
        .forEach(figure -> takeNote(figure, places));
  }

  private void takeNote(PublishedFigure figure, Places places) {
    BitSet members = new BitSet();
    Arrays.stream(places.of(figure)).forEach(members::set);
    if (figure.isWithheld()) {
      withheld.add(members);
    } else {
      shownAt
          .computeIfAbsent(
              List.of(figure.scope(), figure.level(), figure.code()), key -> new LinkedHashMap<>())
          .put(figure, members);
    }
  }

  /** Those that what is published tells. */
  static List<Breach> in(List<PublishedFigure> published, SideKnowledge known) {
    Rests rests = new Rests(published, known);
    return rests.shownAt.values().stream().flatMap(shown -> rests.of(shown).stream()).toList();
  }

  private Collection<Breach> of(Map<PublishedFigure, BitSet> shown) {
    Map<BitSet, Breach> found = new LinkedHashMap<>();
    shown.forEach(
        (total, members) -> {
          List<PublishedFigure> parts = new ArrayList<>();
          shown.forEach(
              (part, some) -> {
                if (!some.isEmpty() && !some.equals(members) && isWithin(some, members)) {
                  parts.add(part);
                }
              });
          parts.sort(Comparator.comparingLong((PublishedFigure part) -> -size(shown.get(part))));
          take(parts, new Rest(total, members, total.lowestPlaced().getAsLong()), shown, found);
        });
    return found.values();
  }

  /** What is left of a total, and how many of it are placed. */
  private record Rest(PublishedFigure total, BitSet members, long placed) {

    Rest without(BitSet some, long placedOfThem) {
      BitSet left = (BitSet) members.clone();
      left.andNot(some);
      return new Rest(total, left, placed - placedOfThem);
    }
  }

  /** Takes parts off, each with each that does not overlap it. */
  private void take(
      List<PublishedFigure> parts,
      Rest rest,
      Map<PublishedFigure, BitSet> shown,
      Map<BitSet, Breach> found) {
    long size = size(rest.members());
    if (size == 0 || size - parts.stream().mapToLong(part -> size(shown.get(part))).sum() > FEW) {
      return;
    }
    boolean isFigure = shown.containsValue(rest.members()) || withheld.contains(rest.members());
    if (size <= FEW && !isFigure) {
      Width width = new Width(rest.total(), size, rest.placed(), rest.placed(), 1, Checked.EVERY);
      found.put(rest.members(), new Breach(Breach.Kind.SUBTRACTION, width, "who is in the groups"));
    }
    for (int first = 0; first < parts.size(); first++) {
      PublishedFigure part = parts.get(first);
      if (isWithin(shown.get(part), rest.members())) {
        take(
            parts.subList(first + 1, parts.size()),
            rest.without(shown.get(part), part.lowestPlaced().getAsLong()),
            shown,
            found);
      }
    }
  }

  private static boolean isWithin(BitSet part, BitSet whole) {
    BitSet outside = (BitSet) part.clone();
    outside.andNot(whole);
    return outside.isEmpty();
  }

  private long size(BitSet some) {
    return some.stream().mapToLong(number -> people.get(number).graduates()).sum();
  }
}
