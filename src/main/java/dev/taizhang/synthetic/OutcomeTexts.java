package dev.taizhang.synthetic;

import static dev.taizhang.reference.Outcome.AGREEMENT;
import static dev.taizhang.reference.Outcome.AWAITING_EMPLOYMENT;
import static dev.taizhang.reference.Outcome.ENLISTED;
import static dev.taizhang.reference.Outcome.FREELANCER;
import static dev.taizhang.reference.Outcome.FURTHER_STUDY;
import static dev.taizhang.reference.Outcome.GONE_ABROAD;
import static dev.taizhang.reference.Outcome.LABOUR_CONTRACT;
import static dev.taizhang.reference.Outcome.LOCAL_PROGRAMME;
import static dev.taizhang.reference.Outcome.NATIONAL_PROGRAMME;
import static dev.taizhang.reference.Outcome.OTHER_FORM;
import static dev.taizhang.reference.Outcome.OTHER_NOT_SEEKING;
import static dev.taizhang.reference.Outcome.OWN_BUSINESS;
import static dev.taizhang.reference.Outcome.PREPARING_FOR_STUDY;
import static dev.taizhang.reference.Outcome.RESEARCH_ASSISTANT;
import static java.util.Map.entry;

import dev.taizhang.reference.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What universities write for an outcome: most the official name, some a word of their own. */
final class OutcomeTexts {

  /** The texts of each outcome that graduates have; the official name is the first. */
  static final Map<Outcome, List<String>> ALL =
      Map.ofEntries(
          entry(AGREEMENT, List.of("签就业协议形式就业", "签就业协议", "签订就业协议就业")),
          entry(LABOUR_CONTRACT, List.of("签劳动合同形式就业", "签劳动合同形势就业", "签订劳动合同")),
          entry(OTHER_FORM, List.of("其他录用形式就业", "其他录用方式就业", "其它录用形式就业")),
          entry(RESEARCH_ASSISTANT, List.of("科研助理、管理助理", "科研助理")),
          entry(ENLISTED, List.of("应征义务兵", "应征入伍")),
          entry(NATIONAL_PROGRAMME, List.of("国家基层项目", "西部计划", "三支一扶")),
          entry(LOCAL_PROGRAMME, List.of("地方基层项目", "地方基层项目就业")),
          entry(OWN_BUSINESS, List.of("自主创业", "创业")),
          entry(FREELANCER, List.of("自由职业", "自由职业者")),
          entry(FURTHER_STUDY, List.of("升学", "国内升学", "境内升学")),
          entry(GONE_ABROAD, List.of("出国、出境", "出国（境）", "境外留学")),
          entry(AWAITING_EMPLOYMENT, List.of("待就业", "求职中", "待就业、求职中", "待就业（签约中）")),
          entry(PREPARING_FOR_STUDY, List.of("不就业拟升学", "拟升学", "暂不就业、拟升学")),
          entry(OTHER_NOT_SEEKING, List.of("其他暂不就业", "暂不就业")));

  private static final double OWN_WORD = 0.4;

  private OutcomeTexts() {}

  /** The text of each outcome at one university. */
  static Map<Outcome, String> choose(Draw draw) {
    Map<Outcome, String> texts = new EnumMap<>(Outcome.class);
    ALL.forEach(
        (outcome, known) -> {
          Draw own = draw.at(Long.parseLong(outcome.code()));
          texts.put(outcome, own.chance(OWN_WORD) ? own.at(1).pick(known) : known.get(0));
        });
    return texts;
  }
}
