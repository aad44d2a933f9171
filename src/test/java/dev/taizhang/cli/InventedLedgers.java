package dev.taizhang.cli;

import dev.taizhang.landing.person.InventedIdNumbers;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The ledgers of one invented university over some weeks, as they really come: sent again, in
 * parts, truncated, with departures and returns, rows without a student number or a year, years
 * mistyped, and rows that contradict each other.
 */
final class InventedLedgers {

  static final String HEADER = "学号,身份证号,姓名,学历代码,专业代码,毕业年份,困难生类别代码,毕业去向代码";

  private static final LocalDate FIRST = LocalDate.of(2025, 8, 3);
  private static final String[] OUTCOMES = {"70", "70", "10", "80", "", "65"};

  private final String university;
  private final Random random;
  private final Map<Integer, Map<Integer, String>> cohorts = new TreeMap<>();
  private final Map<String, List<String>> files = new LinkedHashMap<>();

  /** Lists of what somebody found who asked graduates, by their names. */
  private final Map<String, List<String>> followUps = new LinkedHashMap<>();

  private InventedLedgers(String university, long seed) {
    this.university = university;
    this.random = new Random(seed);
  }

  /** The files of a university, the same for the same seed. */
  static InventedLedgers of(String university, long seed) {
    InventedLedgers ledgers = new InventedLedgers(university, seed);
    ledgers.send();
    return ledgers;
  }

  /** The lines of each ledger by its name. */
  Map<String, List<String>> ledgers() {
    return files;
  }

  /** The lines of each follow-up list by its name. */
  Map<String, List<String>> followUps() {
    return followUps;
  }

  private void send() {
    enrol(2025, 14 + random.nextInt(10));
    if (random.nextBoolean()) {
      enrol(2024, 8 + random.nextInt(6));
    }
    int weeks = 4 + random.nextInt(3);
    // Some universities are tidy: theirs is the usual case.
    boolean tidy = random.nextInt(3) == 0;
    for (int week = 0; week < weeks; week++) {
      cohorts.values().forEach(this::move);
      LocalDate date = FIRST.plusWeeks(week).plusDays(random.nextInt(2));
      int sendings = !tidy && random.nextInt(4) == 0 ? 2 : 1;
      for (int sending = 0; sending < sendings; sending++) {
        write(date, sending, tidy);
      }
      if (!tidy && random.nextInt(3) == 0) {
        ask(date.plusDays(random.nextInt(8)));
      }
    }
  }

  private void ask(LocalDate date) {
    List<String> lines = new ArrayList<>(List.of("学号,毕业年份,毕业去向代码,调查日期"));
    for (int row = 0; row < 5; row++) {
      lines.add(
          "2025%03d,2025,%s,%s"
              .formatted(
                  1 + random.nextInt(20),
                  OUTCOMES[random.nextInt(OUTCOMES.length)],
                  date.minusDays(random.nextInt(4))));
    }
    String name = "%s_%s".formatted(university, date.format(DateTimeFormatter.BASIC_ISO_DATE));
    followUps.put(name + ".csv", lines);
    if (date.getDayOfMonth() % 2 == 0) {
      // Sent again with some rows fewer, as a whole or as a part.
      String part = date.getDayOfMonth() % 4 == 0 ? "_p1" : "";
      followUps.put(name + part + "_s1.csv", lines.subList(0, 3));
    }
  }

  private void enrol(int year, int graduates) {
    Map<Integer, String> states = new TreeMap<>();
    for (int graduate = 1; graduate <= graduates; graduate++) {
      states.put(graduate, "70");
    }
    cohorts.put(year, states);
  }

  private void move(Map<Integer, String> states) {
    for (int graduate : List.copyOf(states.keySet())) {
      int fate = random.nextInt(30);
      if (fate < 4) {
        states.put(graduate, OUTCOMES[random.nextInt(OUTCOMES.length)]);
      } else if (fate == 4 && states.size() > 3) {
        states.remove(graduate);
      }
    }
    if (random.nextInt(3) == 0) {
      states.putIfAbsent(1 + random.nextInt(20), "70");
    }
  }

  private void write(LocalDate date, int sending, boolean tidy) {
    int parts = !tidy && random.nextInt(6) == 0 ? 2 : 1;
    boolean truncated = !tidy && random.nextInt(6) == 0;
    List<List<String>> lines = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      lines.add(new ArrayList<>(List.of(HEADER)));
    }
    cohorts.forEach(
        (year, states) ->
            states.forEach(
                (graduate, outcome) -> {
                  List<String> part = lines.get(random.nextInt(parts));
                  if (!truncated || random.nextInt(3) > 0) {
                    part.addAll(rows(year, graduate, outcome, tidy));
                  }
                }));
    for (int part = 0; part < parts; part++) {
      files.put(
          "%s_%s%s_s%d.csv"
              .formatted(
                  university,
                  date.format(DateTimeFormatter.BASIC_ISO_DATE),
                  parts == 1 ? "" : "_p" + (part + 1),
                  sending),
          lines.get(part));
    }
  }

  private List<String> rows(int year, int graduate, String outcome, boolean tidy) {
    String student = "%d%03d".formatted(year, graduate);
    String person = InventedIdNumbers.of("%d0304".formatted(year - 22), "%03d".formatted(graduate));
    return switch (tidy ? 20 : random.nextInt(40)) {
      case 0 -> List.of(row("", person, year, outcome));
      case 1 -> List.of(row(student, "", year, outcome));
      case 2 -> List.of(row(student, person, "", outcome));
      case 3 -> List.of(row(student, person, year == 2025 ? 2024 : 2025, outcome));
      case 4 -> List.of(row(student, person, year, "10"), row(student, person, year, "80"));
      case 5 -> List.of(row("", "", year, outcome));
      default -> List.of(row(student, person, year, outcome));
    };
  }

  private String row(String student, String person, Object year, String outcome) {
    return String.join(",", student, person, "示例甲", "31", "080901", year.toString(), "0", outcome);
  }
}
