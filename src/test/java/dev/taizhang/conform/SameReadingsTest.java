package dev.taizhang.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.CodeText;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Throw-away: old Column code and new functions over drawn rows. */
class SameReadingsTest {

  private static final int COUNT = Integer.getInteger("same.rows", Integer.parseInt(System.getenv().getOrDefault("SAME_ROWS","5000")));
  @TempDir Path folder;
  private Random random = new Random(Long.parseLong(System.getenv().getOrDefault("SAME_SEED","1")));
  private ReferenceData reference;
  private final Map<String, List<String>> texts = new HashMap<>();

  private static Map<String, String> lists() {
    Map<String, String> m = new HashMap<>();
    String[] pairs = {"degree", "training_mode", "teacher_training", "gender", "ethnicity", "outcome",
      "employer_kind", "industry", "position"};
    for (String p : pairs) {
      m.put(p, p);
      m.put(p + "_code", p);
    }
    m.put("hardship", "hardship_tag");
    m.put("hardship_code", "hardship_mask");
    m.put("urban_rural", "urban_rural");
    m.put("job_intention", "job_intention");
    m.put("unplaced_reason", "unplaced_reason");
    m.put("measure", "measure");
    m.put("services_received", "measure");
    m.put("assistance_mode", "assistance_mode");
    m.put("provider", "provider");
    m.put("result", "assistance_result");
    m.put("decline_reason", "decline_reason");
    return m;
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static final String[] ODD = {
    "", " ", "无", "-", "0", "1", "9", "13900000000", "1390000", "a", "A b", "张三", "面议", "\uD840\uDC0B字", "某公司139 0000 0000",
    "1-3-9-0-0-0-0-0-0-0-0", "1,4", "01", "１２", "12.0", "x\ny", "12345\n", "1e5", "+5", "999999999999999999999999",
    "二〇二二届", "2022届", "\u0661\u0662\u0663", "\u007F5", "5\u007F", "\t5 ", "5 000", "(2022)", "0E5", "1E-99", "１","\uFFFD"
  };
  private static final String[] SEP = {"、", ",", ";", "/", " ", "+", "和", "及", " 、 ", "与", "&", "|", "丨", "。", "\\", " 和 "};

  private String date() {
    int y = random.nextInt(20) == 0 ? 1900 + random.nextInt(300) : 2008 + random.nextInt(20);
    int m = random.nextInt(14);
    int d = random.nextInt(33);
    switch (random.nextInt(14)) {
      case 0: return String.format("%04d%02d%02d", y, m, d);
      case 1: return y + "-" + m + "-" + d;
      case 2: return y + "/" + m + "/" + d;
      case 3: return y + "年" + m + "月" + d + "日";
      case 4: return y + "." + m;
      case 5: return String.format("%04d%02d", y, m);
      case 6: return "" + y;
      case 7: return y + "年" + m + "月";
      case 8: return "" + (30000 + random.nextInt(40000));
      case 9: return y + "-" + m + "-" + d + " 10:30:00";
      case 10: return String.format("%04d-%02d-%02dT16:00:00.000Z", y, m, d);
      case 11: return String.format("%04d-%02d-%02d", y, Math.min(12, m), Math.min(28, d));
      case 12: return "1905-07-" + (1 + random.nextInt(28));
      default: return String.format("%04d%02d%02d%02d%02d", y, m, d, random.nextInt(30), random.nextInt(60));
    }
  }

  private String mutated(String text) {
    if (text == null || text.isEmpty()) {
      return text;
    }
    int at = random.nextInt(text.length());
    switch (random.nextInt(12)) {
      case 0: return text.substring(0, at) + " " + text.substring(at);
      case 1: return text.substring(0, at) + text.substring(at + 1);
      case 2: return text + any(List.of("0", "1", "K", "T", "届", "年", "元", ".0", ".00", ",", " ", "?"));
      case 3: return any(List.of("0", "1", "+", "-", " ")) + text;
      case 4: return text.toLowerCase();
      default: return text;
    }
  }

  private String value(LedgerColumn column) {
    int kind = random.nextInt(20);
    if (kind < 6) {
      return null;
    }
    if (kind == 6) {
      return ODD[random.nextInt(ODD.length)];
    }
    if (kind == 7) {
      List<String> keys = List.copyOf(texts.keySet());
      return any(texts.get(any(keys)));
    }
    String list = lists().get(column.id());
    if (list != null) {
      List<String> of = texts.get(random.nextInt(4) == 0 && list.startsWith("hardship")
          ? any(List.of("hardship_tag", "hardship_mask")) : list);
      if (column == LedgerColumn.HARDSHIP || column == LedgerColumn.HARDSHIP_CODE || column == LedgerColumn.SERVICES_RECEIVED) {
        StringBuilder b = new StringBuilder(any(of));
        while (random.nextInt(3) == 0) {
          b.append(SEP[random.nextInt(SEP.length)]).append(random.nextInt(8) == 0 ? ODD[random.nextInt(ODD.length)] : any(of));
        }
        return mutated(b.toString());
      }
      if (column == LedgerColumn.OUTCOME_CODE && random.nextInt(3) == 0) {
        return any(List.of("801", "271", "700", "999", "01", "02", "2", "17", "12", "999", "12a", "1a1"));
      }
      return mutated(any(of));
    }
    switch (column) {
      case ORIGIN_REGION_CODE: case ORIGIN_REGION: case EMPLOYER_REGION_CODE: case EMPLOYER_REGION:
        return mutated(any(texts.get("division")));
      case ENROLMENT_DATE: case GRADUATION_DATE: case OUTCOME_DATE: case MEASURE_DATE: case SURVEY_DATE:
        return mutated(date());
      case GRADUATION_YEAR:
        return random.nextInt(3) == 0 ? mutated(date())
            : mutated((1985 + random.nextInt(60)) + any(List.of("", "届", "年", "级", ".0", "届毕业生", "届(春季)", " 届", "年秋季", "届本科毕业生")));
      case PROGRAMME_YEARS:
        return mutated(any(List.of("4", "3", "2.5", "4年", "四年", "4年制", "5.0", "3.25", "3.35", "99", "100", "99.95", "99.94", "-3", "1e1", "0.04", "0.05", "0.09", "0.009", ".5", "5.", "2年制", "2 ", " 2", "1E-30", "0E40", "1E40", "0E30", "1.5", "9.5", "9.55","1.44","1.45", "0x1p1", "1d", "1_0", "NaN", "Infinity"," 3.5 ", "\u0009 3", "\u007F3", "+4", "4年年", "4制年制", "年", "制", "年制")));
      case MONTHLY_SALARY:
        return mutated(any(List.of("3800", "3800.00", "3,800", "3800元", "1000000", "1000001", "-3800", "面议", "3000-5000", "0", "+5000", " 5000 ", "5000.5", "5,0,0,0", "5000.", ".5", "5000.0元", "2147483648", "99999999999", "999999999999", "3800.00元", "元", ",", "\t5000", "\u007F5000", "\u00015000", "\u00A05000", "\u30005000", "5 000", "1e4", "0x10", "٣٨٠٠", "--5", "+-5", "+", "-", "000005000", "00000000005")));
      case UNIVERSITY_CODE:
        return mutated(any(List.of("10001", "4111010001", "90001", "123", "12345678", "1000a")));
      case UNIVERSITY_NAME:
        return mutated(any(List.of("示例大学", "示例 大学", "甲学院", "无名大学")));
      case MAJOR_CODE:
        return mutated(any(List.of("080901", "080901K", "080717T", "080910TK", "80901", "0812", "0812Z1", "0812z1", "854", "510203", "310203", "610205", "410101", "590201", "809", "软件", "140101", "150101", "500101", "690101", "700101", "0101", "25400", "51020", "51", "000001")));
      case MAJOR_NAME: case EMPLOYER_NAME:
        return mutated(any(List.of("软件工程", "某公司", "某公司13900000000", "某公司 139-0000-0000", "张三 410105200303040012", "(1390)0000000", "1390000000", "139·0000·0000 号", "1--3--9--0--0--0--0--0--0--0--0", "1---3---9---0---0---0---0---0---0---0---0")));
      case EMPLOYER_CREDIT_CODE:
        return any(List.of("91130104MA08Y7FL6L", "91410100MA00000000"));
      default:
        throw new IllegalStateException(column.id());
    }
  }

  private Object value(Field field, int number) {
    switch (field.name()) {
      case "submission_id": return random.nextBoolean() ? "s1" : "s2";
      case "feed": return "ledger";
      case "template": return any(List.of("columns-0", "national_74", "national_50", "local_old", "nationalx", "own"));
      case "columns_present": return scala.jdk.javaapi.CollectionConverters.asScala(random.nextBoolean() ? List.of("degree", "major_code", "x") : List.of("degree", "a", "b")).toSeq();
      case "sheet_name": return "";
      case "row_number": return number;
      case "university_code": return any(List.of("10001", "410105", "9", "90001"));
      case "snapshot_date": return LocalDate.of(2008 + random.nextInt(18), 1 + random.nextInt(12), 1 + random.nextInt(28));
      case "student_key": return random.nextInt(5) == 0 ? null : "k" + number;
      case "person_id": return random.nextInt(3) == 0 ? null : "p" + number;
      case "row_hash": return random.nextLong();
      case "id_province_listed": case "birth_date_agrees": return any(Arrays.asList("t", "f", "n")).equals("n") ? null : random.nextBoolean();
      case "employer_stated": return random.nextBoolean();
      case "contradicted_columns": return random.nextBoolean() ? null : "a,b";
      default:
    }
    if (!field.allowed().isEmpty()) {
      return field.nullable() && random.nextInt(3) == 0 ? null : any(field.allowed());
    }
    return value(LedgerColumn.of(field.name().substring("cell_".length())).orElseThrow());
  }

  @Test
  void same() throws Exception {
    Files.writeString(folder.resolve("outcome_lists.csv"),
        "template,to_year,column,text,code,note\nlocal_old,2020,outcome_code,01,10,x\nlocal_old,2020,employer_kind_code,39,11,x\nlocal_old,2020,employer_kind_code,05,12,x\n"
            + "local_old,2016,outcome_code,01,75,x\nnational_50,2012,outcome_code,80,65,x\n,2018,outcome_code,17,70,x\n");
    Files.writeString(folder.resolve("universities.csv"),
        "code,name,province_code,prefecture_code\n10001,示例大学,110000,110100\n90001,甲 学院,410000,410100\n");
    reference = ReferenceData.load(Optional.of(folder.toString()));
    for (CodeText text : reference.codeTexts()) {
      texts.computeIfAbsent(text.list(), k -> new ArrayList<>()).add(text.text());
      texts.get(text.list()).add(text.code());
    }
    List<String> divisions = new ArrayList<>();
    reference.divisions().forEach(d -> { divisions.add(d.code()); divisions.add(d.name()); });
    reference.formerDivisions().forEach(d -> { divisions.add(d.code()); divisions.add(d.name()); });
    Map<String, String> all = Lookups.of(reference).divisions();
    divisions.addAll(all.keySet());
    texts.put("division", divisions);
    Thresholds d = Thresholds.DEFAULT;
    Thresholds other = new Thresholds(8, d.staleAfterDays(), d.coveredDays(), d.reportingShare(), d.reportingCadenceDays(),
        d.destroyedIdentityShare(), 2000, d.officialWindowDays(), d.holding());
    Map<String, Integer> differences = new TreeMap<>();
    compare(d, differences);
    compare(other, differences);
    assertEquals(Map.of(), differences);
  }

  private void compare(Thresholds thresholds, Map<String, Integer> differences) {
    StructType schema = Rows.TABLE.structType();
    List<Row> drawn = new ArrayList<>();
    List<Boolean> destroyed = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      int number = i;
      Object[] values = Rows.TABLE.fields().stream().map(f -> value(f, number)).toArray();
      drawn.add(RowFactory.create(values));
      destroyed.add(values[0].equals("s1"));
    }
    var spark = SharedSpark.session();
    Dataset<Row> rows = spark.createDataFrame(
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(drawn, 8), schema);
    Dataset<Row> facts = spark.createDataFrame(
        List.of(RowFactory.create("s1", 1L, 2020, true), RowFactory.create("s2", 1L, 2020, false)), FileFacts.TABLE.structType());
    Lookups lookups = Lookups.of(reference);
    Dataset<Row> old = Conform.readings(Screening.withTrustedPerson(rows, facts), lookups, thresholds);
    // schema
    Map<String, StructField> oldFields = new LinkedHashMap<>();
    for (StructField f : old.schema().fields()) {
      assertEquals(null, oldFields.put(f.name(), f));
    }
    List<String> schemaDifferences = new ArrayList<>();
    for (StructField f : Readings.SCHEMA.fields()) {
      StructField o = oldFields.remove(f.name());
      if (o == null || !o.dataType().equals(f.dataType())) {
        schemaDifferences.add(f.name() + " " + f.dataType() + " was " + o);
      } else if (o.nullable() != f.nullable()) {
        System.out.println("nullability of " + f.name() + ": new " + f.nullable() + ", old " + o.nullable());
      }
    }
    assertEquals(List.of(), schemaDifferences);
    assertEquals(Map.of(), oldFields);

    var toCatalyst = CatalystTypeConverters.createToCatalystConverter(schema);
    var toScala = CatalystTypeConverters.createToScalaConverter(Readings.SCHEMA);
    RowReader reader = RowReading.of(lookups, thresholds).open();
    List<InternalRow> read = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      InternalRow in = (InternalRow) toCatalyst.apply(drawn.get(i));
      InternalRow out = reader.read(in, destroyed.get(i));
      read.add(out);
      int yearAt = Reading.GRADUATION_YEAR.position();
      Integer year = out.isNullAt(yearAt) ? null : out.getInt(yearAt);
      if (!Objects.equals(year, reader.graduationYear(in))) {
        differences.merge("graduationYear()", 1, Integer::sum);
      }
    }
    List<Row> was = old.select(Readings.FIELDS.stream().map(Field::column).toArray(org.apache.spark.sql.Column[]::new)).collectAsList();
    int checked = compareAll("readings", was, read.stream().map(r -> (Row) toScala.apply(r)).toList(), Readings.SCHEMA, drawn, differences);
    int nonNull = 0;
    for (Row r : was) {
      for (int i = 0; i < r.size(); i++) {
        if (!r.isNullAt(i)) nonNull++;
      }
    }
    System.out.println("compared " + was.size() + " rows, " + checked + " values, " + nonNull + " not null");
    Map<String, java.util.Set<Object>> distinct = new LinkedHashMap<>();
    for (Row r : was) {
      for (int i = Readings.FIRST_READING; i < r.size(); i++) {
        distinct.computeIfAbsent(Readings.FIELDS.get(i).name(), k -> new java.util.HashSet<>()).add(r.get(i));
      }
    }
    distinct.forEach((k, v) -> System.out.println("  " + k + ": " + v.size() + " distinct" + (v.size() < 8 ? " " + v : "")));

    Dataset<Row> none = TableRows.of(Quarantine.TABLE).dataset();
    Expectations noRules = new Expectations(List.of());
    Map<EntryValues, Dataset<Row>> built = new LinkedHashMap<>();
    built.put(EntryValues.LEDGER, Conform.build(rows, facts, none, lookups, thresholds, noRules));
    built.put(EntryValues.FOLLOW_UP, FollowUps.build(rows, facts, none, lookups, thresholds, noRules));
    built.put(EntryValues.ASSISTANCE, AssistanceMeasures.build(rows, facts, none, lookups, thresholds, noRules));
    GenericArrayData flags = new GenericArrayData(new Object[0]);
    built.forEach((kind, dataset) -> {
      StructType type = kind.table().structType();
      var back = CatalystTypeConverters.createToScalaConverter(type);
      List<Row> now = read.stream().map(r -> (Row) back.apply(kind.of(r, flags))).toList();
      List<Row> before = new ArrayList<>(dataset.collectAsList());
      int number = type.fieldIndex("row_number");
      before.sort(java.util.Comparator.comparing(r -> r.getInt(number)));
      int values = compareAll(kind.name(), before, now, type, drawn, differences);
      System.out.println(kind + ": compared " + before.size() + " rows, " + values + " values");
    });
  }

  private int compareAll(String what, List<Row> was, List<Row> now, StructType schema, List<Row> drawn, Map<String, Integer> differences) {
    assertEquals(was.size(), now.size());
    int values = 0;
    for (int i = 0; i < was.size(); i++) {
      for (int j = 0; j < schema.size(); j++) {
        values++;
        if (!Objects.equals(was.get(i).get(j), now.get(i).get(j))) {
          String name = what + "." + schema.fields()[j].name();
          if (differences.merge(name, 1, Integer::sum) <= 5) {
            System.out.println("DIFFERENT " + name + ": was " + was.get(i).get(j) + " is " + now.get(i).get(j) + " of " + drawn.get(i));
          }
        }
      }
    }
    return values;
  }
}
