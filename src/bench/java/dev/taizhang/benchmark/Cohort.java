package dev.taizhang.benchmark;

import dev.taizhang.landing.person.InventedIdNumbers;
import dev.taizhang.reference.Division;
import dev.taizhang.reference.FieldOfStudy;
import dev.taizhang.reference.ReferenceData;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The graduates of one invented university, as rows of its ledger: seventy majors, origins in every
 * county with the university's province ahead, and in each thousand rows one of every defect that
 * ledgers have.
 */
final class Cohort implements Iterable<List<String>> {

  /** The columns of the files, in order. */
  enum Cell {
    STUDENT_NUMBER("学号"),
    NAME("姓名"),
    ID_NUMBER("身份证号"),
    GENDER("性别"),
    ETHNICITY("民族"),
    DEGREE_CODE("学历代码"),
    DEGREE("学历"),
    MAJOR_CODE("专业代码"),
    MAJOR("专业"),
    ORIGIN_CODE("生源所在地代码"),
    GRADUATION_DATE("毕业时间"),
    HARDSHIP_CODE("困难生类别代码"),
    HARDSHIP("困难生类别"),
    OUTCOME_CODE("毕业去向代码"),
    OUTCOME("毕业去向"),
    EMPLOYER("单位名称");

    private final String header;

    Cell(String header) {
      this.header = header;
    }

    String header() {
      return header;
    }
  }

  /** Province of all universities and of three graduates in four. */
  static final String PROVINCE = "410000";

  /** Rows at the beginning of each thousand that have a defect, or make one. */
  static final int DEFECTS = 12;

  private static final int PERIOD = 1000;
  private static final int MAJORS = 70;
  private static final int GRADUATE_SUBJECTS = 10;
  // Names of the majors of one class end in these; their codes in 01 to 06.
  private static final String MAJORS_OF_CLASS = "甲乙丙丁戊己";
  private static final double SHARE_OF_PROVINCE = 0.75;

  private static final String[] ETHNICITIES = {
    "汉族", "汉族", "汉族", "汉族", "汉族", "汉族", "汉族", "汉族", "汉族", "回族", "满族", "蒙古族", "壮族", "土家族"
  };
  // Cumulative shares in thousandths.
  private static final Map<String, Integer> HARDSHIP =
      Map.of("0", 800, "1", 850, "2", 940, "3", 960, "4", 970, "5", 975, "6", 990, "7", 1000);
  private static final Map<String, Integer> OUTCOMES =
      Map.ofEntries(
          Map.entry("10", 220),
          Map.entry("11", 420),
          Map.entry("12", 540),
          Map.entry("46", 550),
          Map.entry("50", 560),
          Map.entry("51", 570),
          Map.entry("65", 575),
          Map.entry("70", 740),
          Map.entry("71", 780),
          Map.entry("72", 800),
          Map.entry("75", 806),
          Map.entry("76", 840),
          Map.entry("80", 990),
          Map.entry("85", 1000));
  private static final Map<String, Integer> BACHELORS = Map.of("31", 960, "25", 980, "33", 1000);
  private static final Map<String, Integer> GRADUATES = Map.of("11", 880, "01", 980, "13", 1000);
  private static final Map<String, Integer> ASSOCIATES = Map.of("61", 600, "41", 980, "43", 1000);

  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
  private static final String GIVEN = "子一宁安文雨思明晨欣佳浩宇轩涵琪彤悦博睿";
  private static final String[] PLACES = {
    "东原", "西川", "南湖", "北岭", "中和", "长青", "永乐", "新桥", "金沙", "白塔"
  };
  private static final String[] TRADES = {
    "机械", "信息技术", "食品", "建筑工程", "物流", "教育咨询", "商贸", "医疗", "电子", "农业"
  };
  private static final int FIRMS = 20_000;
  private static final LocalDate FIRST_BIRTH = LocalDate.of(2000, 9, 1);

  private final ReferenceData reference;
  private final int universityCode;
  private final int rows;
  private final Random random;
  private final List<Major> majors;
  private final List<String> ownCounties;
  private final List<String> allCounties;
  private Map<Cell, String> previous = Map.of();

  private record Major(String code, String name, Map<String, Integer> degrees) {}

  /** The seed is the code, so that every iteration over the same university gives the same rows. */
  Cohort(ReferenceData reference, int universityCode, int rows) {
    this.reference = reference;
    this.universityCode = universityCode;
    this.rows = rows;
    this.random = new Random(universityCode);
    this.majors = majors();
    this.allCounties =
        reference.divisions().stream()
            .map(Division::code)
            .filter(code -> !code.endsWith("00"))
            .toList();
    this.ownCounties = allCounties.stream().filter(Cohort::isOfProvince).toList();
  }

  static boolean isOfProvince(String code) {
    return code.startsWith(PROVINCE.substring(0, 2));
  }

  int universityCode() {
    return universityCode;
  }

  /** Rows that cannot be counted rightly: no identity, a repetition, and a contradicted one. */
  long quarantined() {
    return quarantined(rows);
  }

  /** The same of any university of so many rows. */
  static long quarantined(int rows) {
    long whole = rows / PERIOD;
    return 3 * (whole + (rows % PERIOD >= DEFECTS ? 1 : 0));
  }

  /** Two universities in five are academic, with some subjects for graduates; others vocational. */
  private List<Major> majors() {
    if (universityCode % 5 >= 2) {
      return chosen(majors("vocational_2021", ASSOCIATES), MAJORS);
    }
    List<Major> graduate =
        fields("graduate").map(field -> new Major(field.code(), field.name(), GRADUATES)).toList();
    List<Major> both = new ArrayList<>(chosen(graduate, GRADUATE_SUBJECTS));
    both.addAll(chosen(majors("undergraduate", BACHELORS), MAJORS - GRADUATE_SUBJECTS));
    return both;
  }

  private Stream<FieldOfStudy> fields(String catalogue) {
    return reference.classes().stream().filter(field -> field.catalogue().equals(catalogue));
  }

  private List<Major> majors(String catalogue, Map<String, Integer> degrees) {
    List<Major> all = new ArrayList<>();
    fields(catalogue)
        .forEach(
            field -> {
              for (int i = 1; i <= MAJORS_OF_CLASS.length(); i++) {
                all.add(
                    new Major(
                        "%s%02d".formatted(field.code(), i),
                        field.name().replaceFirst("类$", "") + MAJORS_OF_CLASS.charAt(i - 1),
                        degrees));
              }
            });
    return all;
  }

  private List<Major> chosen(List<Major> all, int count) {
    List<Major> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, count));
  }

  /** The rows, once. */
  @Override
  public Iterator<List<String>> iterator() {
    return new Iterator<>() {
      private int next = 0;

      @Override
      public boolean hasNext() {
        return next < rows;
      }

      @Override
      public List<String> next() {
        return row(next++);
      }
    };
  }

  private List<String> row(int index) {
    Map<Cell, String> cells = graduate(index);
    if (hasDefects(index)) {
      spoil(cells, index % PERIOD);
    }
    previous = cells;
    return Arrays.stream(Cell.values()).map(cells::get).toList();
  }

  /** Whether the row's thousand is long enough to have one of each defect. */
  private boolean hasDefects(int index) {
    return index - index % PERIOD + DEFECTS <= rows;
  }

  /** Whether no defect was put into the row, and none was made with it. */
  boolean isGood(int index) {
    return !hasDefects(index) || index % PERIOD >= DEFECTS;
  }

  private Map<Cell, String> graduate(int index) {
    Major major = majors.get(random.nextInt(majors.size()));
    String degree = drawn(major.degrees(), random);
    String hardship = drawn(HARDSHIP, random);
    String outcome = outcome(random);
    String name = name();
    Map<Cell, String> cells = new EnumMap<>(Cell.class);
    cells.put(Cell.STUDENT_NUMBER, "%05d21%05d".formatted(universityCode, index));
    cells.put(Cell.NAME, name);
    cells.put(Cell.ID_NUMBER, idNumber(index));
    cells.put(Cell.GENDER, random.nextBoolean() ? "女" : "男");
    cells.put(Cell.ETHNICITY, ETHNICITIES[random.nextInt(ETHNICITIES.length)]);
    cells.put(Cell.DEGREE_CODE, degree);
    cells.put(Cell.DEGREE, text("degree", degree));
    cells.put(Cell.MAJOR_CODE, major.code());
    cells.put(Cell.MAJOR, major.name());
    cells.put(Cell.ORIGIN_CODE, origin());
    cells.put(Cell.GRADUATION_DATE, "20250630");
    cells.put(Cell.HARDSHIP_CODE, hardship);
    cells.put(Cell.HARDSHIP, text("hardship_mask", hardship));
    cells.put(Cell.OUTCOME_CODE, outcome);
    cells.put(Cell.OUTCOME, text("outcome", outcome));
    cells.put(Cell.EMPLOYER, employer(outcome, name, random));
    return cells;
  }

  /** One of each defect at the beginning of a period; the later rows of it are good. */
  private void spoil(Map<Cell, String> cells, int place) {
    switch (place) {
      case 0 -> {
        cells.put(Cell.STUDENT_NUMBER, "");
        cells.put(Cell.ID_NUMBER, "");
      }
      case 2 -> cells.putAll(previous);
      case 4 -> {
        cells.putAll(previous);
        boolean awaiting = cells.get(Cell.OUTCOME_CODE).equals("70");
        cells.put(Cell.OUTCOME_CODE, awaiting ? "10" : "70");
      }
      case 5 -> {
        cells.put(Cell.OUTCOME_CODE, "");
        cells.put(Cell.OUTCOME, "");
      }
      case 6 -> cells.put(Cell.ORIGIN_CODE, "419999");
      case 7 -> cells.put(Cell.MAJOR_CODE, "ABC");
      case 8 -> {
        cells.put(Cell.HARDSHIP_CODE, "");
        cells.put(Cell.HARDSHIP, "");
      }
      case 9 -> cells.put(Cell.ID_NUMBER, "9999992001");
      case 10 -> cells.put(Cell.ID_NUMBER, "4.10105E+17");
      case 11 -> cells.put(Cell.DEGREE_CODE, "99");
      default -> {
        // A good row.
      }
    }
  }

  /** A code of outcome, by the shares that graduates have. */
  static String outcome(RandomGenerator random) {
    return drawn(OUTCOMES, random);
  }

  private static String drawn(Map<String, Integer> cumulative, RandomGenerator random) {
    int drawn = random.nextInt(1000);
    return cumulative.entrySet().stream()
        .filter(entry -> drawn < entry.getValue())
        .min(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private String text(String list, String code) {
    return reference.codeName(list, code).orElseThrow();
  }

  private String name() {
    int length = random.nextInt(5) == 0 ? 1 : 2;
    StringBuilder name = new StringBuilder();
    name.append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
    for (int i = 0; i < length; i++) {
      name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
    }
    return name.toString();
  }

  private String idNumber(int index) {
    LocalDate birth = FIRST_BIRTH.plusDays(index % PERIOD);
    return InventedIdNumbers.of(
        birth.format(DateTimeFormatter.BASIC_ISO_DATE), "%03d".formatted(1 + index / PERIOD));
  }

  private String origin() {
    List<String> counties = random.nextDouble() < SHARE_OF_PROVINCE ? ownCounties : allCounties;
    return counties.get(random.nextInt(counties.size()));
  }

  /** A firm, the graduate's own name for own work, nothing for those who have no work. */
  static String employer(String outcome, String name, RandomGenerator random) {
    return switch (outcome) {
      case "65", "70", "71", "72" -> "";
      case "75", "76" -> name;
      case "80", "85" -> "示例大学研究生院";
      default -> {
        int firm = random.nextInt(FIRMS);
        yield PLACES[firm % 10] + TRADES[firm / 10 % 10] + firm / 100 + "号有限公司";
      }
    };
  }
}
