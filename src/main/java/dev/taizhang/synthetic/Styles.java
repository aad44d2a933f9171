package dev.taizhang.synthetic;

import static java.util.Map.entry;

import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The styles of files that universities have. */
final class Styles {

  private static final Map<String, Content> CONTENTS =
      Map.ofEntries(
          entry("考生号", Content.CANDIDATE_NUMBER),
          entry("学号", Content.STUDENT_NUMBER),
          entry("学生学号", Content.STUDENT_NUMBER),
          entry("身份证号", Content.ID_NUMBER),
          entry("身份证号码", Content.ID_NUMBER),
          entry("证件号码", Content.ID_NUMBER),
          entry("姓名", Content.NAME),
          entry("学生姓名", Content.NAME),
          entry("性别代码", Content.GENDER_CODE),
          entry("性别", Content.GENDER),
          entry("民族代码", Content.ETHNICITY_CODE),
          entry("民族", Content.ETHNICITY),
          entry("政治面貌代码", Content.POLITICAL_CODE),
          entry("政治面貌", Content.POLITICAL),
          entry("院校代码", Content.UNIVERSITY_CODE),
          entry("院校名称", Content.UNIVERSITY_NAME),
          entry("学历代码", Content.DEGREE_CODE),
          entry("学历", Content.DEGREE),
          entry("学历层次", Content.DEGREE),
          entry("专业代码", Content.MAJOR_CODE),
          entry("专业", Content.MAJOR_NAME),
          entry("专业名称", Content.MAJOR_NAME),
          entry("培养方式代码", Content.TRAINING_MODE_CODE),
          entry("培养方式", Content.TRAINING_MODE),
          entry("师范生类别代码", Content.TEACHER_TRAINING_CODE),
          entry("师范生类别", Content.TEACHER_TRAINING),
          entry("生源所在地代码", Content.ORIGIN_CODE),
          entry("生源地代码", Content.ORIGIN_CODE),
          entry("生源所在地", Content.ORIGIN),
          entry("生源地", Content.ORIGIN),
          entry("城乡生源", Content.URBAN_RURAL),
          entry("学制", Content.YEARS),
          entry("入学时间", Content.ENTRY_DATE),
          entry("毕业时间", Content.GRADUATION_DATE),
          entry("毕业日期", Content.GRADUATION_DATE),
          entry("毕业年份", Content.GRADUATION_YEAR),
          entry("届别", Content.GRADUATION_YEAR),
          entry("困难生类别代码", Content.HARDSHIP_CODE),
          entry("困难生类别", Content.HARDSHIP),
          entry("特殊困难群体类型", Content.HARDSHIP),
          entry("困难类型", Content.HARDSHIP),
          entry("所在院系", Content.COLLEGE),
          entry("所在班级", Content.CLASS),
          entry("班级", Content.CLASS),
          entry("出生日期", Content.BIRTH_DATE),
          entry("手机号码", Content.PHONE),
          entry("手机号", Content.PHONE),
          entry("电子邮箱", Content.MAIL),
          entry("毕业去向代码", Content.OUTCOME_CODE),
          entry("毕业去向", Content.OUTCOME),
          entry("签约日期", Content.OUTCOME_DATE),
          entry("单位组织机构代码", Content.CREDIT_CODE),
          entry("统一社会信用代码", Content.CREDIT_CODE),
          entry("单位名称", Content.EMPLOYER),
          entry("实际就业单位", Content.EMPLOYER),
          entry("单位性质代码", Content.EMPLOYER_KIND_CODE),
          entry("单位性质", Content.EMPLOYER_KIND),
          entry("单位行业代码", Content.INDUSTRY_CODE),
          entry("单位行业", Content.INDUSTRY),
          entry("单位所在地代码", Content.EMPLOYER_REGION_CODE),
          entry("单位所在地", Content.EMPLOYER_REGION),
          entry("就业地", Content.EMPLOYER_REGION),
          entry("工作职位类别代码", Content.POSITION_CODE),
          entry("工作职位类别", Content.POSITION),
          entry("薪酬", Content.SALARY),
          entry("月薪", Content.SALARY),
          entry("起薪", Content.SALARY),
          entry("有无就业意愿", Content.INTENTION),
          entry("未就业原因", Content.REASON));

  private static final String NATIONAL_74 = "national_74";
  private static final String NATIONAL_50 = "national_50";

  /** Headers of the styles that universities made themselves; titles stand above some. */
  private static final Map<String, String> OWN =
      Map.of(
          "minimal",
          "院校代码,学号,姓名,身份证号,性别代码,学历代码,专业代码,专业,生源地代码,毕业年份,困难生类别代码,毕业去向代码,单位名称,单位性质代码,单位所在地代码,月薪",
          "shortened",
          "学号,姓名,身份证号,性别,民族,学历代码,学历,专业代码,专业,生源所在地代码,毕业时间,困难生类别代码,困难生类别,毕业去向代码,毕业去向,单位名称,薪酬",
          "words",
          "班级,学生学号,学生姓名,性别,学历层次,专业代码,专业名称,生源地,届别,特殊困难群体类型,毕业去向,实际就业单位",
          "codes",
          "学号,姓名,证件号码,学历,专业代码,专业名称,生源地代码,毕业年份,困难生类别,毕业去向代码,单位名称",
          "detailed",
          "院校代码,院校名称,所在院系,所在班级,学号,姓名,性别,民族,政治面貌,身份证号码,手机号,学历,学制,专业代码,专业名称,生源地,城乡生源,毕业日期,困难类型,毕业去向,签约日期,单位名称,统一社会信用代码,单位性质,单位行业,就业地,工作职位类别,起薪,有无就业意愿,未就业原因",
          "without_hardship",
          "学号,姓名,性别,身份证号,学历,专业代码,专业名称,生源地代码,毕业年份,毕业去向,签约日期,单位名称,单位所在地,薪酬,备注");

  private static final List<String> ORDER =
      List.of(
          NATIONAL_50,
          "words",
          "detailed",
          "minimal",
          NATIONAL_74,
          "shortened",
          "codes",
          "detailed",
          "words",
          NATIONAL_50,
          "without_hardship",
          "minimal");
  private static final List<String> TITLED = List.of("codes", "detailed");

  private Styles() {}

  /** The style of a university. */
  static Style of(int index, boolean vocational, int cohort, ReferenceData reference) {
    String id = ORDER.get(index % ORDER.size());
    boolean national = !OWN.containsKey(id);
    List<Style.Column> columns = national ? template(id, reference) : own(OWN.get(id));
    String title = InventedNames.university(index, vocational) + cohort + "届毕业生就业台账";
    return new Style(
        id,
        TITLED.contains(id) ? Optional.of(title) : Optional.empty(),
        national && index % 2 == 0,
        columns);
  }

  private static List<Style.Column> own(String headers) {
    return Arrays.stream(headers.split(",", -1))
        .map(header -> new Style.Column(header, "", content(header)))
        .toList();
  }

  private static List<Style.Column> template(String id, ReferenceData reference) {
    List<Style.Column> columns = new ArrayList<>();
    for (Template template : reference.templates()) {
      if (template.id().equals(id)) {
        for (Template.Column column : template.columns()) {
          columns.add(new Style.Column(column.header(), column.pinyin(), content(column.header())));
        }
      }
    }
    if (columns.isEmpty()) {
      throw new IllegalStateException("The reference data has no template " + id + ".");
    }
    return columns;
  }

  private static Content content(String header) {
    return CONTENTS.getOrDefault(header, Content.NOTHING);
  }
}
