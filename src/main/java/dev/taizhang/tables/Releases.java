package dev.taizhang.tables;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/** {@code published.releases}: what left the house, or is to leave it, and who says so. */
public final class Releases {

  public static final String DRAFT = "draft";
  public static final String APPROVED = "approved";
  public static final String WITHDRAWN = "withdrawn";

  public static final Field RELEASE_ID =
      Field.required(
          "release_id",
          StringType,
          "Identifies the release: as-of date, kind unless plain, and number among the releases of"
              + " that date.");
  public static final Field STATE =
      Field.required(
              "state",
              StringType,
              "Draft: not given out yet. Approved: given out and unchangeable. Withdrawn: given out"
                  + " no longer.")
          .oneOf(DRAFT, APPROVED, WITHDRAWN);
  public static final Field FIGURES_SHOWN =
      Field.required("figures_shown", LongType, "Figures of the release that have a value.");
  public static final Field FIGURES_WITHHELD =
      Field.required("figures_withheld", LongType, "Figures that have the symbol c in its place.");
  public static final Field SMALLEST_WIDTH =
      Field.optional(
          "smallest_width",
          LongType,
          "Fewest values that a withheld count could have for the best informed of the attackers"
              + " that were tried; null where nothing is withheld or nothing was tried.");
  public static final Field MANIFEST =
      Field.required(
          "manifest",
          StringType,
          "What the release was made of and how, as JSON: docs/release-manifest.schema.json.");

  public static final Table TABLE =
      Table.named("published.releases")
          .grain("One row per release.")
          .fields(
              RELEASE_ID,
              STATE,
              Dimensions.AS_OF_DATE.meaning("Date that its figures describe."),
              Dimensions.AS_OF_KIND,
              Field.required("plan", StringType, "Publication plan: which figures it has."),
              Field.required("policy", StringType, "Publication policy: how they are protected."),
              Field.required("created_at", TimestampType, "When it was made, UTC."),
              Field.required("created_by", StringType, "Who made it."),
              Field.optional("approved_at", TimestampType, "When it was approved, UTC."),
              Field.optional("approved_by", StringType, "Who approved it."),
              Field.optional("approved_why", StringType, "The reason given."),
              Field.optional("withdrawn_at", TimestampType, "When it was withdrawn, UTC."),
              Field.optional("withdrawn_by", StringType, "Who withdrew it."),
              Field.optional("withdrawn_why", StringType, "The reason given."),
              Field.required("code_version", StringType, "Release of the program."),
              FIGURES_SHOWN,
              FIGURES_WITHHELD,
              SMALLEST_WIDTH,
              MANIFEST)
          .key(RELEASE_ID)
          .rule(
              "approved_says_who",
              "state <> 'approved' OR (approved_at IS NOT NULL AND approved_by IS NOT NULL AND"
                  + " approved_why IS NOT NULL)")
          .rule(
              "withdrawn_says_who",
              "(state = 'withdrawn') = (withdrawn_at IS NOT NULL AND withdrawn_by IS NOT NULL AND"
                  + " withdrawn_why IS NOT NULL)")
          .rule("draft_is_not_approved", "state <> 'draft' OR approved_at IS NULL")
          .rule("counts_figures", "figures_shown >= 0 AND figures_withheld >= 0")
          .asJournal();

  public static final RecordType<Release> RECORDS = RecordType.of(TABLE, Release.class);

  private Releases() {}

  /**
   * A release.
   *
   * @param releaseId identifies it
   * @param state draft, approved or withdrawn
   * @param asOfDate date that its figures describe
   * @param asOfKind plain or official
   * @param plan which figures it has
   * @param policy how they are protected
   * @param createdAt when it was made
   * @param createdBy who made it
   * @param approvedAt when it was approved; null where it was not
   * @param approvedBy who approved it; null as that is
   * @param approvedWhy the reason; null as that is
   * @param withdrawnAt when it was withdrawn; null where it was not
   * @param withdrawnBy who withdrew it; null as that is
   * @param withdrawnWhy the reason; null as that is
   * @param codeVersion release of the program
   * @param figuresShown figures with a value
   * @param figuresWithheld figures without
   * @param smallestWidth fewest values that a withheld count could have; null where unknown
   * @param manifest what it was made of, as JSON
   */
  public record Release(
      String releaseId,
      String state,
      LocalDate asOfDate,
      String asOfKind,
      String plan,
      String policy,
      Instant createdAt,
      String createdBy,
      Instant approvedAt,
      String approvedBy,
      String approvedWhy,
      Instant withdrawnAt,
      String withdrawnBy,
      String withdrawnWhy,
      String codeVersion,
      long figuresShown,
      long figuresWithheld,
      Long smallestWidth,
      String manifest) {

    /** The order in which they were made. */
    public static final Comparator<Release> BY_TIME =
        Comparator.comparing(Release::createdAt)
            .thenComparing(Release::releaseId, ByteOrder.OF_TEXTS);

    public Release {
      requireNonNull(releaseId, "releaseId");
      requireNonNull(state, "state");
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(asOfKind, "asOfKind");
      requireNonNull(plan, "plan");
      requireNonNull(policy, "policy");
      requireNonNull(createdAt, "createdAt");
      requireNonNull(createdBy, "createdBy");
      requireNonNull(codeVersion, "codeVersion");
      requireNonNull(manifest, "manifest");
    }

    /** The same release with another manifest, and the smallest width that stands in it. */
    public Release withManifest(Long width, String other) {
      return new Release(
          releaseId,
          state,
          asOfDate,
          asOfKind,
          plan,
          policy,
          createdAt,
          createdBy,
          approvedAt,
          approvedBy,
          approvedWhy,
          withdrawnAt,
          withdrawnBy,
          withdrawnWhy,
          codeVersion,
          figuresShown,
          figuresWithheld,
          width,
          other);
    }

    public boolean isDraft() {
      return state.equals(DRAFT);
    }

    /** Whether it was ever given out, so that what it showed is known for good. */
    public boolean wasGivenOut() {
      return approvedAt != null;
    }
  }
}
