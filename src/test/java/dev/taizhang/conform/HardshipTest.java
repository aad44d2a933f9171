package dev.taizhang.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.reference.ReferenceData;
import dev.taizhang.support.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HardshipTest {

  private static final Hardship HARDSHIP =
      Hardship.of(Lookups.of(ReferenceData.load(Optional.empty())));

  private static final String[] CASES = {
    // cell of the code, cell of the text, mask | detail and tags
    "0 |  | 0 | none",
    "1 |  | 1 | mask: employment_difficulty",
    "2 |  | 2 | mask: economic_difficulty",
    "3 |  | 3 | mask: economic_difficulty employment_difficulty",
    "4 |  | 4 | mask: disabled",
    "5 |  | 5 | mask: disabled employment_difficulty",
    "6 |  | 6 | mask: disabled economic_difficulty",
    "7 |  | 7 | mask: disabled economic_difficulty employment_difficulty",
    // words of the mask tell no more than the mask
    "  | 就业困难和家庭困难 | 3 | mask: economic_difficulty employment_difficulty",
    "3 | 就业困难和家庭困难 | 3 | mask: economic_difficulty employment_difficulty",
    "  | 残疾学生 | | mask: disabled",
    "  | 家庭经济困难 | 2 | mask: economic_difficulty",
    // words that tell more
    "  | 低保家庭 | | tags: subsistence_allowance",
    "  | 残疾人子女 | | tags: child_of_disabled",
    "  | 防止返贫监测对象家庭 | | tags: poverty_relapse_monitored",
    "  | 低保家庭、残疾 | | tags: disabled subsistence_allowance",
    "  | 低保家庭,残疾 | | tags: disabled subsistence_allowance",
    "  | 低保家庭;残疾 | | tags: disabled subsistence_allowance",
    "  | 低保家庭/残疾 | | tags: disabled subsistence_allowance",
    "  | 低保家庭+残疾 | | tags: disabled subsistence_allowance",
    "  | 低保家庭和残疾 | | tags: disabled subsistence_allowance",
    "  | 低保家庭及残疾 | | tags: disabled subsistence_allowance",
    "  | 低保家庭、低保家庭、 | | tags: subsistence_allowance",
    // code and text together
    "3 | 低保家庭 | 3 | tags: economic_difficulty employment_difficulty subsistence_allowance",
    "0 | 低保家庭 | 0 | tags: subsistence_allowance",
    // a mask never hides a word, and what is not understood is not none
    "0 | 双困 | 0 | mask: economic_difficulty employment_difficulty",
    "0 | 就业困难 | 0 | mask: employment_difficulty",
    "0 | 学习困难 | 0 | missing",
    "0 | 非困难生、学习困难 | 0 | missing",
    "  | 无、学习困难 | | missing",
    "4 | 双困 | 4 | mask: disabled economic_difficulty employment_difficulty",
    "4 | 学习困难 | 4 | mask: disabled",
    // however items are parted; spaces and marks within a known word part nothing
    "  | 低保家庭 残疾 | | tags: disabled subsistence_allowance",
    "  | 低保家庭 残疾 孤儿 | | tags: disabled orphan subsistence_allowance",
    "  | 低保家庭 、 残疾 | | tags: disabled subsistence_allowance",
    "  | 低保家庭&残疾 | | tags: disabled subsistence_allowance",
    "  | 低保家庭与残疾 | | tags: disabled subsistence_allowance",
    "  | 低保 家庭 | | tags: subsistence_allowance",
    "  | 低保 家庭、残疾人 子女 | | tags: child_of_disabled subsistence_allowance",
    "  | 就业 和 家庭困难 | 3 | mask: economic_difficulty employment_difficulty",
    "  | 双困 低保家庭 | | tags: economic_difficulty employment_difficulty subsistence_allowance",
    "  | 就业困难 家庭困难 | | mask: economic_difficulty employment_difficulty",
    // numbers are masks where they stand alone, and count the words where they stand beside some
    "1,4 |  | | mask: disabled employment_difficulty",
    "1 4 |  | | mask: disabled employment_difficulty",
    "  | 1、低保家庭 2、残疾 | | tags: disabled subsistence_allowance",
    // said to be none
    "  | 无 | 0 | none",
    "  | 非困难生 | 0 | none",
    "0 | 非困难生 | 0 | none",
    "  | 无、低保家庭 | | tags: subsistence_allowance",
    // nothing said, or nothing that is known
    "  |  |  | missing",
    "H |  |  | missing",
    "  | 学习困难 | | missing",
    "  | 学习困难、低保家庭 | | tags: subsistence_allowance",
    "8 |  |  | missing",
    // codes that somebody has added to the list are no sum of hardships
    "9 |  | 9 | missing",
    "10 |  | 10 | missing",
  };

  @Test
  void tagsAndDetailFollowFromMaskAndWords() {
    assertEquals(List.of(), Cases.mismatches(HardshipTest::detailAndTags, CASES));
  }

  private static String detailAndTags(String... cells) {
    List<String> items = new ArrayList<>(HARDSHIP.items(cells[0]));
    items.addAll(HARDSHIP.items(cells[1]));
    List<String> tags = Hardship.tags(cells[2], items);
    String detail = Hardship.detail(cells[2], items, tags);
    return tags.isEmpty() ? detail : detail + ": " + String.join(" ", tags);
  }
}
