package dev.taizhang.reference;

import static dev.taizhang.reference.OutcomeComponent.ABROAD;
import static dev.taizhang.reference.OutcomeComponent.AWAITING;
import static dev.taizhang.reference.OutcomeComponent.CONTRACT;
import static dev.taizhang.reference.OutcomeComponent.DOMESTIC_STUDY;
import static dev.taizhang.reference.OutcomeComponent.FREELANCE;
import static dev.taizhang.reference.OutcomeComponent.NOT_SEEKING;
import static dev.taizhang.reference.OutcomeComponent.OTHER_EMPLOYMENT;
import static dev.taizhang.reference.OutcomeComponent.OUTSIDE;
import static dev.taizhang.reference.OutcomeComponent.SELF_EMPLOYED;

/**
 * The two-digit outcomes (毕业去向) of the national monitoring system, with the regional codes that
 * real ledgers carry.
 *
 * @see <a href="../../../../../docs/definitions.md">definitions.md, "Outcome"</a>
 */
public enum Outcome {
  AGREEMENT("10", CONTRACT),
  LABOUR_CONTRACT("11", CONTRACT),
  OTHER_FORM("12", OTHER_EMPLOYMENT),
  RESEARCH_ASSISTANT("27", CONTRACT),
  ENLISTED("46", CONTRACT),
  NATIONAL_PROGRAMME("50", CONTRACT),
  LOCAL_PROGRAMME("51", CONTRACT),
  OWN_BUSINESS("75", SELF_EMPLOYED),
  FREELANCER("76", FREELANCE),
  FURTHER_STUDY("80", DOMESTIC_STUDY),
  PART_TIME_STUDY("81", DOMESTIC_STUDY),
  RESIDENCY_TRAINING("82", DOMESTIC_STUDY),
  GONE_ABROAD("85", ABROAD),
  AWAITING_EMPLOYMENT("70", AWAITING),
  PREPARING_FOR_STUDY("71", NOT_SEEKING),
  OTHER_NOT_SEEKING("72", NOT_SEEKING),
  REPEATING("65", OUTSIDE);

  private final String code;
  private final OutcomeComponent component;

  Outcome(String code, OutcomeComponent component) {
    this.code = code;
    this.component = component;
  }

  /** The two-digit code. */
  public String code() {
    return code;
  }

  /** What it counts as. */
  public OutcomeComponent component() {
    return component;
  }

  /** The column of the cells that counts it. */
  public String columnName() {
    return "outcome_" + code;
  }
}
