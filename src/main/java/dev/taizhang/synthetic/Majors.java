package dev.taizhang.synthetic;

import dev.taizhang.reference.FieldOfStudy;
import dev.taizhang.reference.ReferenceData;
import java.util.ArrayList;
import java.util.List;

/** Majors made of the real classes of the catalogues: a class's code and two more digits. */
final class Majors {

  private static final List<String> ACADEMIC_FORMS =
      List.of("%s", "应用%s", "%s与管理", "智能%s", "国际%s", "%s技术与应用");
  private static final List<String> VOCATIONAL_FORMS =
      List.of("%s技术", "现代%s技术", "%s服务与管理", "智能%s技术", "%s技术应用", "%s运营与管理");
  private static final double CONTROLLED_SHARE = 0.15;

  private final List<FieldOfStudy> classes;

  Majors(ReferenceData reference) {
    this.classes = reference.classes();
  }

  /** The majors of one level that a university teaches. */
  List<Major> choose(Degree degree, int count, Draw draw) {
    String catalogue =
        switch (degree) {
          case DOCTORAL, MASTER -> "graduate";
          case BACHELOR -> "undergraduate";
          case ASSOCIATE -> "vocational_2021";
        };
    List<FieldOfStudy> open =
        new ArrayList<>(
            classes.stream().filter(field -> field.catalogue().equals(catalogue)).toList());
    List<Major> majors = new ArrayList<>();
    for (int i = 0; i < count && !open.isEmpty(); i++) {
      FieldOfStudy field = open.remove(draw.at(i).below(open.size()));
      majors.add(major(degree, field, draw.at(i).at(1)));
    }
    return List.copyOf(majors);
  }

  private static Major major(Degree degree, FieldOfStudy field, Draw draw) {
    if (degree == Degree.MASTER || degree == Degree.DOCTORAL) {
      return new Major(degree, field.code() + "00", field.name());
    }
    int number = draw.below(ACADEMIC_FORMS.size());
    String base = field.name().replaceFirst("(技术)?类$", "");
    List<String> forms = degree == Degree.ASSOCIATE ? VOCATIONAL_FORMS : ACADEMIC_FORMS;
    String mark = degree == Degree.BACHELOR && draw.at(1).chance(CONTROLLED_SHARE) ? "K" : "";
    return new Major(
        degree, field.code() + "0" + (number + 1) + mark, forms.get(number).formatted(base));
  }
}
