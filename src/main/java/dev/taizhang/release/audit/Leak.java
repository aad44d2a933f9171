package dev.taizhang.release.audit;

import dev.taizhang.attack.PublishedFigure;

/**
 * A figure that gives somebody away, named without any count.
 *
 * @param table the table that it stands in
 * @param figure which figure
 * @param how what gives it away
 */
record Leak(String table, PublishedFigure figure, How how) {

  /**
   * What gives a figure away.
   *
   * @param en in English
   * @param zh in Chinese
   */
  record How(String en, String zh) {

    static final How PUBLIC =
        new How(
            "can be worked out from what is shown, group sizes and figures of everybody",
            "可由已公布的数据、各群体人数和全体毕业生的数据推算出来");
    static final How EVERYONES =
        new How("shows that nobody, or everybody, of a group is placed", "表明某群体全部就业或无人就业");
    static final How SUBTRACTION =
        new How(
            "tells, less shown groups within it, of a few others who are no group of their own",
            "减去其中已公布的各群体后，可得出其余少数人的情况");
    static final How PRINTED =
        new How("is told by a rate or limits that are printed", "可由公布的比率或置信区间反推");
    static final How DERIVED =
        new How(
            "is withheld, and a gap or part that is computed from it is shown",
            "已隐去，但由其算出的差距或组成部分仍被公布");

    static How insider(String university) {
      return new How(
          "can be worked out by somebody who knows the graduates of university " + university,
          "知道学校 %s 毕业生去向的人可以推算出来".formatted(university));
    }
  }

  private String inWords(boolean chinese) {
    String place =
        figure.level().equals(PublishedFigure.ALL)
            ? (chinese ? "全部" : "everywhere")
            : figure.level() + " " + figure.code();
    return chinese
        ? "发布 %s 的 %s：%d 届，%s，群体 %s：%s"
            .formatted(
                figure.scope().releaseId(),
                table,
                figure.scope().graduationYear(),
                place,
                figure.group(),
                how.zh())
        : "%s of release %s, cohort %d, %s, group %s: it %s"
            .formatted(
                table,
                figure.scope().releaseId(),
                figure.scope().graduationYear(),
                place,
                figure.group(),
                how.en());
  }

  String en() {
    return inWords(false);
  }

  String zh() {
    return inWords(true);
  }
}
