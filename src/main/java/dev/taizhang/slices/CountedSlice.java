package dev.taizhang.slices;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The accepted rows of a file that are of one cohort.
 *
 * @param graduates how many they are
 */
public record CountedSlice(
    String submissionId,
    String universityCode,
    int graduationYear,
    LocalDate snapshotDate,
    long graduates)
    implements Serializable {}
