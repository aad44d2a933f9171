# Reference values for the interval tests. Writes wilson.csv and newcombe.csv
# beside this script:
#
#   Rscript intervals.R
#
# Written with R 4.2.2, package stats only.
#
# wilson.csv
#   Wilson score interval at 95 %, no continuity correction:
#   prop.test(x, n, correct = FALSE)$conf.int
#
# newcombe.csv
#   Difference of two independent proportions, p1 - p2, with the hybrid score
#   interval, no continuity correction: method 10 of
#   R. G. Newcombe, Interval estimation for the difference between independent
#   proportions: comparison of eleven methods, Statistics in Medicine 17 (1998),
#   873-890.
#   l1, u1, l2, u2 are the Wilson limits above, d = p1 - p2;
#   low  = d - sqrt((p1 - l1)^2 + (u2 - p2)^2)
#   high = d + sqrt((u1 - p1)^2 + (p2 - l2)^2)
#   The two-sample prop.test gives another interval and is not used here.

level <- 0.95

wilson <- function(x, n) {
  # prop.test warns about the chi-squared approximation when counts are small;
  # the score interval itself does not depend on it.
  suppressWarnings(
    as.vector(prop.test(x, n, conf.level = level, correct = FALSE)$conf.int)
  )
}

newcombe <- function(x1, n1, x2, n2) {
  p1 <- x1 / n1
  p2 <- x2 / n2
  first <- wilson(x1, n1)
  second <- wilson(x2, n2)
  d <- p1 - p2
  c(
    d,
    d - sqrt((p1 - first[1])^2 + (second[2] - p2)^2),
    d + sqrt((first[2] - p1)^2 + (p2 - second[1])^2)
  )
}

digits <- function(x) sprintf("%.15g", x)
count <- function(x) sprintf("%.0f", x)

folder <- function() {
  option <- grep("^--file=", commandArgs(FALSE), value = TRUE)
  if (length(option) == 0) "." else dirname(sub("^--file=", "", option[1]))
}

cases <- matrix(c(
  # tiny
  0, 1,   1, 1,   0, 2,   1, 2,   2, 2,   1, 3,   2, 3,
  # none and all
  0, 5,   5, 5,   0, 10,   10, 10,   0, 100,   100, 100,   0, 3878,   3878, 3878,
  # small
  1, 10,   3, 10,   9, 10,   7, 20,   29, 30,   15, 148,   81, 263,
  # half
  5, 10,   50, 100,   500, 1000,   500000, 1000000,
  # large
  3778, 3878,   8006, 8128,   1, 1000000,   999999, 1000000,   842300, 1000000,
  328900, 354085
), ncol = 2, byrow = TRUE)

rows <- "successes,trials,low,high"
for (i in seq_len(nrow(cases))) {
  x <- cases[i, 1]
  n <- cases[i, 2]
  rows <- c(rows, paste(c(count(x), count(n), digits(wilson(x, n))), collapse = ","))
}
writeLines(rows, file.path(folder(), "wilson.csv"))

pairs <- matrix(c(
  # worked examples of the paper; its four-digit limits for method 10 are
  # 0.0524 to 0.3339 for the first and -0.0381 to 0.1926 for 5/56 - 0/29,
  # as other implementations quote them in their tests
  56, 70, 48, 80,
  9, 10, 3, 10,
  6, 7, 2, 7,
  5, 56, 0, 29,
  0, 10, 0, 20,
  0, 10, 0, 10,
  10, 10, 0, 20,
  10, 10, 0, 10,
  # the same the other way round
  48, 80, 56, 70,
  3, 10, 9, 10,
  0, 20, 10, 10,
  # tiny
  0, 1, 0, 1,
  1, 1, 0, 1,
  0, 1, 1, 1,
  1, 2, 1, 2,
  # equal proportions
  5, 10, 5, 10,
  5, 10, 50, 100,
  9, 10, 900, 1000,
  20, 20, 20, 20,
  20, 20, 300, 300,
  # none and all
  0, 50, 3, 50,
  50, 50, 47, 50,
  0, 3, 40, 400,
  # a group against the rest
  28, 36, 3750, 3842,
  100, 120, 3678, 3758,
  3093, 3184, 4913, 4944,
  # large
  151529, 164582, 177371, 189503,
  500000, 1000000, 499000, 1000000,
  999999, 1000000, 999990, 1000000,
  842300, 1000000, 12, 15
), ncol = 4, byrow = TRUE)

rows <- "successes,trials,reference_successes,reference_trials,difference,low,high"
for (i in seq_len(nrow(pairs))) {
  p <- pairs[i, ]
  values <- newcombe(p[1], p[2], p[3], p[4])
  rows <- c(rows, paste(c(count(p), digits(values)), collapse = ","))
}
writeLines(rows, file.path(folder(), "newcombe.csv"))
