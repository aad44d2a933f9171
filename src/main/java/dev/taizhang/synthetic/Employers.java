package dev.taizhang.synthetic;

import dev.taizhang.reference.Outcome;
import java.util.List;

/** Finds a graduate an employer or a school that fits outcome, field and place. */
final class Employers {

  // Of each place and industry there are this many firms.
  private static final int FIRMS = 60;
  private static final String FIRM = "91";
  private static final String PUBLIC_BODY = "12";

  private record Industry(String code, String word, String positionCode) {}

  private static final Industry MAKING = new Industry("22", "装备制造", "13");
  private static final Industry BUILDING = new Industry("24", "建设工程", "13");
  private static final Industry TRADE = new Industry("31", "商贸", "40");
  private static final Industry TRANSPORT = new Industry("32", "物流", "40");
  private static final Industry SOFTWARE = new Industry("34", "软件科技", "13");
  private static final Industry FINANCE = new Industry("35", "金融服务", "22");
  private static final Industry BUSINESS = new Industry("37", "商务咨询", "21");
  private static final Industry FARMING = new Industry("11", "现代农业", "17");
  private static final Industry TEACHING = new Industry("42", "教育科技", "24");
  private static final Industry HEALTH = new Industry("43", "医疗", "19");
  private static final Industry CULTURE = new Industry("44", "文化传媒", "25");

  private final Places places;

  Employers(Places places) {
    this.places = places;
  }

  private static List<Industry> industries(String discipline) {
    return switch (discipline) {
      case "07", "08", "42", "43", "46", "47", "48" -> List.of(MAKING, SOFTWARE, BUILDING, MAKING);
      case "44", "45" -> List.of(BUILDING);
      case "51" -> List.of(SOFTWARE, SOFTWARE, MAKING);
      case "09", "41", "49" -> List.of(FARMING, TRADE);
      case "10", "52" -> List.of(HEALTH);
      case "04", "57" -> List.of(TEACHING);
      case "02", "53" -> List.of(FINANCE, TRADE, BUSINESS);
      case "50" -> List.of(TRANSPORT);
      case "05", "06", "13", "55", "56" -> List.of(CULTURE, TEACHING);
      default -> List.of(TRADE, BUSINESS, SOFTWARE);
    };
  }

  /**
   * The employer under an outcome.
   *
   * @param graduateName the name that own businesses carry at times
   */
  Employer of(
      Outcome outcome,
      Major major,
      String origin,
      String universityPlace,
      String graduateName,
      Draw draw) {
    String region = places.ofEmployer(origin, universityPlace, draw.at(Purpose.EMPLOYER_PLACE));
    Industry industry = draw.at(1).pick(industries(major.discipline()));
    int number = draw.at(2).below(FIRMS);
    String place = InventedNames.place(number + region.hashCode());
    return switch (outcome) {
      case AGREEMENT, LABOUR_CONTRACT, OTHER_FORM ->
          firm(place, region, industry, number, draw.at(3));
      case RESEARCH_ASSISTANT ->
          publicBody(place + "大学", "21", "42", universityPlace, "11", number);
      case ENLISTED -> new Employer("某部队", "", "40", "80", prefectureOf(origin), "80");
      case NATIONAL_PROGRAMME ->
          publicBody(
              places.name(origin) + "基层服务单位", "29", "45", prefectureOf(origin), "30", number);
      case LOCAL_PROGRAMME ->
          publicBody(places.name(origin) + "社区服务站", "56", "45", prefectureOf(origin), "30", number);
      case OWN_BUSINESS -> own(draw, place + "工作室", graduateName, region, industry);
      case FREELANCER -> own(draw, "", graduateName, region, industry);
      case FURTHER_STUDY, PART_TIME_STUDY, RESIDENCY_TRAINING ->
          new Employer(
              place + (major.degree() == Degree.ASSOCIATE ? "学院" : "大学"), "", "", "", region, "");
      case GONE_ABROAD -> new Employer("境外院校（" + place + "）", "", "", "", "", "");
      case AWAITING_EMPLOYMENT, PREPARING_FOR_STUDY, OTHER_NOT_SEEKING, REPEATING -> Employer.NONE;
    };
  }

  private static String prefectureOf(String origin) {
    return Places.prefecture(origin);
  }

  private static Employer firm(
      String place, String region, Industry industry, int number, Draw draw) {
    double mark = draw.unit();
    String kind = mark < 0.14 ? "31" : mark < 0.18 ? "32" : mark < 0.24 ? "29" : "39";
    String name = place + industry.word() + (number % 5 == 0 ? "集团有限公司" : "有限公司");
    return new Employer(
        name,
        CreditCodes.of(
            FIRM, Draw.of(number).at(Integer.parseInt(region)).at(Long.parseLong(industry.code()))),
        kind,
        industry.code(),
        region,
        industry.positionCode());
  }

  private static Employer publicBody(
      String name, String kind, String industry, String region, String position, int number) {
    return new Employer(
        name,
        CreditCodes.of(PUBLIC_BODY, Draw.of(number).at(Integer.parseInt(region))),
        kind,
        industry,
        region,
        position);
  }

  private static Employer own(
      Draw draw, String name, String graduateName, String region, Industry industry) {
    return new Employer(
        draw.at(4).chance(0.4) ? graduateName : name, "", "", industry.code(), region, "90");
  }
}
