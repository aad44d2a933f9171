package dev.taizhang.synthetic;

import dev.taizhang.reference.ReferenceData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Plans the universities of a province. */
final class Campuses {

  // No university of the ministry's list has a code from here on.
  private static final int FIRST_CODE = 98_001;
  // More than half of the institutions are vocational ones.
  private static final double VOCATIONAL_SHARE = 0.53;
  private static final double SIZE_SPREAD = 0.65;
  private static final double UNIVERSITY_SIZE = 3800;
  private static final double COLLEGE_SIZE = 2600;
  private static final double PACE_SPREAD = 0.10;

  /** What levels a university has. */
  private enum Rank {
    RESEARCH(0.035, 0.32, 0.645, 0),
    TEACHING(0, 0.12, 0.82, 0.06),
    APPLIED(0, 0, 0.88, 0.12),
    VOCATIONAL(0, 0, 0, 1);

    private final double doctoral;
    private final double master;
    private final double bachelor;
    private final double associate;

    Rank(double doctoral, double master, double bachelor, double associate) {
      this.doctoral = doctoral;
      this.master = master;
      this.bachelor = bachelor;
      this.associate = associate;
    }

    Weighted<Degree> degrees() {
      return new Weighted<Degree>()
          .add(Degree.BACHELOR, bachelor)
          .add(Degree.ASSOCIATE, associate)
          .add(Degree.MASTER, master)
          .add(Degree.DOCTORAL, doctoral);
    }
  }

  private final ProvinceSettings settings;
  private final ReferenceData reference;
  private final Draw draw;

  Campuses(ProvinceSettings settings, ReferenceData reference) {
    this.settings = settings;
    this.reference = reference;
    this.draw = Draw.of(settings.seed());
  }

  /** All universities; their sizes add up to the graduates of the settings. */
  List<Campus> plan(Places places, FormatPolicy formats) {
    int[] sizes = sizes();
    Majors majors = new Majors(reference);
    List<Campus> campuses = new ArrayList<>();
    for (int i = 0; i < settings.universities(); i++) {
      Draw own = draw.at(i);
      Rank rank = rank(i);
      boolean vocational = rank == Rank.VOCATIONAL;
      Style style = Styles.of(i, vocational, settings.cohort(), reference);
      campuses.add(
          new Campus(
              i,
              Integer.toString(FIRST_CODE + i),
              InventedNames.university(i, vocational),
              places.ofUniversity(i, own.at(Purpose.CAMPUS_PLACE)),
              sizes[i],
              StrictMath.exp(PACE_SPREAD * own.at(Purpose.CAMPUS_PACE).normal()),
              rank.degrees(),
              majors(majors, sizes[i], rank, own.at(Purpose.CAMPUS_MAJORS)),
              style,
              FileForm.of(i, formats),
              Wording.of(i, vocational, style, reference, own.at(Purpose.CAMPUS_WORDING))));
    }
    return List.copyOf(campuses);
  }

  private static boolean isVocational(int index) {
    return (int) ((index + 1) * VOCATIONAL_SHARE) > (int) (index * VOCATIONAL_SHARE);
  }

  private static Rank rank(int index) {
    if (isVocational(index)) {
      return Rank.VOCATIONAL;
    }
    return switch (index / 2 % 3) {
      case 0 -> Rank.RESEARCH;
      case 1 -> Rank.TEACHING;
      default -> Rank.APPLIED;
    };
  }

  private static Map<Degree, List<Major>> majors(Majors majors, int size, Rank rank, Draw draw) {
    int most = Math.max(3, Math.min(40, size / 60));
    Map<Degree, List<Major>> all = new EnumMap<>(Degree.class);
    all.put(
        Degree.ASSOCIATE,
        majors.choose(Degree.ASSOCIATE, rank == Rank.VOCATIONAL ? most : 4, draw.at(1)));
    all.put(Degree.BACHELOR, majors.choose(Degree.BACHELOR, most, draw.at(2)));
    all.put(Degree.MASTER, majors.choose(Degree.MASTER, most, draw.at(3)));
    all.put(Degree.DOCTORAL, majors.choose(Degree.DOCTORAL, 1 + most / 3, draw.at(4)));
    return all;
  }

  /** Log-normal sizes, scaled so that they add up; everyone has at least one graduate. */
  private int[] sizes() {
    int count = settings.universities();
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      double median = isVocational(i) ? COLLEGE_SIZE : UNIVERSITY_SIZE;
      double spread = SIZE_SPREAD * draw.at(i).at(Purpose.CAMPUS_SIZE).normal();
      weights[i] = median * StrictMath.exp(StrictMath.max(-2, StrictMath.min(2, spread)));
    }
    double total = Arrays.stream(weights).sum();
    int toShare = settings.graduates() - count;
    int[] sizes = new int[count];
    double[] rests = new double[count];
    int given = 0;
    for (int i = 0; i < count; i++) {
      double share = weights[i] / total * toShare;
      sizes[i] = 1 + (int) share;
      rests[i] = share - (int) share;
      given += (int) share;
    }
    List<Integer> byRest = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byRest.add(i);
    }
    byRest.sort(Comparator.comparingDouble((Integer i) -> -rests[i]).thenComparing(i -> i));
    for (int i = 0; i < toShare - given; i++) {
      sizes[byRest.get(i % count)]++;
    }
    return sizes;
  }
}
