package dev.taizhang.synthetic;

import java.util.List;

/** Names as people have them, put together by chance. */
final class PersonNames {

  // Share of each surname among a hundred people.
  private static final Weighted<String> SURNAMES = surnames();

  private static final String MALE = "伟强磊军勇杰涛超明刚浩宇鹏飞博文志远俊豪子轩天佑建国家兴世昌泽凯旭东晨阳";
  private static final String FEMALE = "芳娜敏静丽艳娟霞秀英玲燕婷雪梅琳倩颖慧佳怡欣悦梦瑶思雨雅诗若曦晓彤可心";
  private static final String EITHER = "文玉华林安宁清和嘉乐书言一之";
  private static final double SINGLE_CHARACTER = 0.18;
  private static final double EITHER_CHARACTER = 0.2;

  private PersonNames() {}

  private static Weighted<String> surnames() {
    Weighted<String> surnames = new Weighted<>();
    List.of("王", "李", "张").forEach(surname -> surnames.add(surname, 7.2));
    List.of("刘", "陈", "杨").forEach(surname -> surnames.add(surname, 4.6));
    List.of("赵", "黄", "周", "吴", "徐", "孙").forEach(surname -> surnames.add(surname, 2.1));
    List.of("胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯")
        .forEach(surname -> surnames.add(surname, 1.1));
    List.of("于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢", "蒋")
        .forEach(surname -> surnames.add(surname, 0.6));
    List.of("蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田", "任")
        .forEach(surname -> surnames.add(surname, 0.4));
    return surnames;
  }

  static String of(boolean female, Draw draw) {
    Draw given = draw.at(Purpose.GIVEN_NAME);
    String name = SURNAMES.pick(draw.at(Purpose.SURNAME)) + character(female, given.at(1));
    return given.at(2).chance(SINGLE_CHARACTER) ? name : name + character(female, given.at(3));
  }

  private static char character(boolean female, Draw draw) {
    String characters = draw.chance(EITHER_CHARACTER) ? EITHER : female ? FEMALE : MALE;
    return characters.charAt(draw.at(1).below(characters.length()));
  }
}
