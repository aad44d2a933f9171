package dev.taizhang.figures.gaps;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.rates.CutCounts;
import dev.taizhang.figures.rates.CutSettings;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.GapContributions;
import dev.taizhang.tables.GapContributions.GapContribution;
import dev.taizhang.tables.HardshipGaps;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What carries a gap: the classes of majors and the universities that add most to it, either way.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Gaps"</a>
 */
public final class Contributions {

  /** Of each kind and gap. */
  private static final int MOST = 10;

  /** All universities together, where one is named by its code alone. */
  private static final String NO_CATALOGUE = Dimensions.ALL;

  private Contributions() {}

  /**
   * The finished rows.
   *
   * @param settings what the counts were made by
   * @param counts all that {@link GapCube} counted
   */
  public static Stream<GapContribution> of(CutSettings settings, CutCounts counts) {
    return ComparedCuts.of(settings, counts, List.of(HardshipGaps.CLASS_UNIVERSITY))
        .flatMap(
            one ->
                Stream.concat(
                    rows(
                        one,
                        GapContributions.CLASS,
                        ComparedGroup.Place::field,
                        field -> settings.names().field(field).orElse(null)),
                    rows(
                        one,
                        GapContributions.UNIVERSITY,
                        place -> new FieldCode(NO_CATALOGUE, place.universityOrTier()),
                        code -> settings.names().university(code.code()).orElse(null))));
  }

  private static Stream<GapContribution> rows(
      ComparedCuts.One one,
      String kind,
      Function<ComparedGroup.Place, FieldCode> contributor,
      Function<FieldCode, String> name) {
    Comparator<Map.Entry<FieldCode, ComparedGroup.Part>> most =
        Comparator.comparingDouble(
            (Map.Entry<FieldCode, ComparedGroup.Part> part) ->
                -Math.abs(part.getValue().contribution()));
    return one.compared().parts(contributor).entrySet().stream()
        .sorted(
            most.thenComparing(part -> part.getKey().catalogue())
                .thenComparing(part -> part.getKey().code()))
        .limit(MOST)
        .map(part -> row(one, kind, part.getKey(), name.apply(part.getKey()), part.getValue()));
  }

  private static GapContribution row(
      ComparedCuts.One one, String kind, FieldCode code, String name, ComparedGroup.Part part) {
    return new GapContribution(
        one.period().asOf().date(),
        one.period().asOf().kind(),
        one.period().graduationYear(),
        one.degree(),
        one.province(),
        one.group(),
        kind,
        code.catalogue(),
        code.code(),
        name,
        part.people().trials(),
        part.people().successes(),
        part.people().referenceTrials(),
        part.people().referenceSuccesses(),
        part.contribution());
  }
}
