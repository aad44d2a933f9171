# Reference values for rates compared within strata. Writes strata.csv (the
# data) and gaps.csv (what R says of it) beside this script:
#
#   Rscript gaps.R
#
# Written with R 4.2.2; packages metafor 3.8-1 (r-cran-metafor) and survey
# 4.1-1 (r-cran-survey).
#
# difference, difference_low, difference_high
#   rma.mh(measure = "RD", ai, bi, ci, di): Mantel-Haenszel, Sato's variance
# odds_ratio, odds_low, odds_high, chi_squared
#   mantelhaen.test(table, correct = FALSE): limits of Robins, Breslow and
#   Greenland
# clustered_low, clustered_high
#   Each stratum lies in one cluster, so that the difference is a ratio of sums
#   over clusters: svyratio(~r, ~w, svydesign(id = ~cluster)), r the sum of
#   (a n0 - b n1) / N and w the sum of n1 n0 / N.
# standardised
#   weighted.mean of the differences within strata, weights n1 + n0
# composition, rates, unmatched
#   Kitagawa's symmetric form on the strata with both; the rest of the crude
#   difference.
# NA where a method says nothing. Strata without both are dropped before the
# calls, since rma.mh would drop them with a warning.

suppressMessages({library(metafor); library(survey)})

# a of n1 in the group, b of n0 others; a stratum a line, and its cluster.
sets <- list(
  # Bickel, Hammel, O'Connell 1975: admissions to Berkeley by department, women
  # beside men. In R as UCBAdmissions.
  berkeley = {
    u <- UCBAdmissions
    data.frame(a = u["Admitted", "Female", ], n1 = colSums(u[, "Female", ]),
               b = u["Admitted", "Male", ], n0 = colSums(u[, "Male", ]), cluster = 1:6)
  },
  # Survivors of the Titanic, men beside women, by class and age.
  titanic = {
    t <- Titanic
    g <- expand.grid(class = dimnames(t)$Class, age = dimnames(t)$Age)
    data.frame(
      a = mapply(function(c, y) t[c, "Male", y, "Yes"], g$class, g$age),
      n1 = mapply(function(c, y) sum(t[c, "Male", y, ]), g$class, g$age),
      b = mapply(function(c, y) t[c, "Female", y, "Yes"], g$class, g$age),
      n0 = mapply(function(c, y) sum(t[c, "Female", y, ]), g$class, g$age),
      cluster = 1:8)
  },
  one_stratum = data.frame(a = 37, n1 = 60, b = 411, n0 = 500, cluster = 1),
  # 0 % and 100 %, single people, strata without one of the two.
  sparse = data.frame(
    a =  c(0, 3, 1, 0, 2, 0, 5, 1, 0, 4, 2, 1, 0, 6),
    n1 = c(1, 3, 1, 2, 2, 0, 9, 2, 4, 4, 3, 1, 0, 7),
    b =  c(5, 9, 0, 7, 0, 4, 1, 0, 3, 12, 0, 1, 8, 0),
    n0 = c(9, 9, 1, 20, 0, 7, 1, 6, 3, 30, 0, 2, 8, 3),
    cluster = c(1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
  # Many clusters, which differ.
  clusters = {
    k <- rep(1:15, each = 3)
    n1 <- 20 + (k * 7 + seq_along(k) * 13) %% 41
    n0 <- 90 + (k * 29 + seq_along(k) * 31) %% 211
    data.frame(a = floor(n1 * (0.4 + ((k * 17) %% 23) / 60)), n1 = n1,
               b = floor(n0 * (0.6 + ((k * 11) %% 19) / 80)), n0 = n0, cluster = k)
  },
  nobody_placed = data.frame(a = c(0, 0), n1 = c(4, 8), b = c(0, 0), n0 = c(5, 9), cluster = 1:2),
  everybody_placed = data.frame(a = c(4, 8), n1 = c(4, 8), b = c(5, 9), n0 = c(5, 9), cluster = 1:2),
  # Products beyond 2^31 and 2^63.
  large = data.frame(
    a = c(3000000000, 70000, 1999999999), n1 = c(4000000000, 90000, 2000000001),
    b = c(5000000000, 60000, 2999999), n0 = c(6000000000, 65000, 4000001), cluster = 1:3))

difference <- function(s) {
  m <- tryCatch(rma.mh(measure = "RD", ai = s$a, bi = s$n1 - s$a, ci = s$b, di = s$n0 - s$b),
                error = function(e) NULL)
  if (is.null(m) || is.na(m$se) || m$se == 0) c(if (is.null(m)) NA else m$beta, NA, NA)
  else c(m$beta, m$ci.lb, m$ci.ub)
}

odds <- function(s) {
  placed <- sum(s$a + s$b)
  if (placed == 0 || placed == sum(s$n1 + s$n0)) return(rep(NA, 4))
  if (nrow(s) == 1) {
    # mantelhaen.test wants two strata at least; a stratum a hundred times as
    # it is is the same stratum: so the formulas for one, written out.
    a <- s$a; b <- s$n1 - s$a; c <- s$b; d <- s$n0 - s$b; n <- a + b + c + d
    or <- a * d / (b * c)
    se <- sqrt(1 / a + 1 / b + 1 / c + 1 / d)
    x <- (a - (a + b) * (a + c) / n)^2 / ((a + b) * (c + d) * (a + c) * (b + d) / (n^2 * (n - 1)))
    return(c(or, exp(log(or) + c(-1, 1) * qnorm(0.975) * se), x))
  }
  t <- array(rbind(s$a, s$b, s$n1 - s$a, s$n0 - s$b), c(2, 2, nrow(s)))
  m <- mantelhaen.test(t, correct = FALSE)
  c(m$estimate, m$conf.int, m$statistic)
}

clustered <- function(s) {
  if (length(unique(s$cluster)) < 10) return(c(NA, NA))
  n <- s$n1 + s$n0
  sums <- aggregate(cbind(r = (s$a * s$n0 - s$b * s$n1) / n, w = s$n1 * s$n0 / n),
                    list(cluster = s$cluster), sum)
  q <- svyratio(~r, ~w, svydesign(id = ~cluster, weights = ~1, data = sums))
  coef(q) + c(-1, 1) * qnorm(0.975) * as.vector(SE(q))
}

parts <- function(all, s) {
  crude <- function(x) sum(x$a) / sum(x$n1) - sum(x$b) / sum(x$n0)
  p <- s$n1 / sum(s$n1); q <- s$n0 / sum(s$n0); r <- s$a / s$n1; o <- s$b / s$n0
  c(weighted.mean(r - o, s$n1 + s$n0), sum((p - q) * (r + o) / 2), sum((p + q) / 2 * (r - o)),
    crude(all) - crude(s), crude(all))
}

folder <- function() {
  option <- grep("^--file=", commandArgs(FALSE), value = TRUE)
  if (length(option) == 0) "." else dirname(sub("^--file=", "", option[1]))
}

digits <- function(x) ifelse(is.na(x), "", sprintf("%.15g", x))
strata <- "set,successes,trials,reference_successes,reference_trials,cluster"
gaps <- paste0("set,difference,difference_low,difference_high,odds_ratio,odds_low,odds_high,",
               "chi_squared,clustered_low,clustered_high,standardised,composition,rates,unmatched,crude")
for (name in names(sets)) {
  all <- sets[[name]]
  strata <- c(strata, sprintf("%s,%.0f,%.0f,%.0f,%.0f,%d", name, all$a, all$n1, all$b, all$n0,
                              as.integer(all$cluster)))
  both <- all[all$n1 > 0 & all$n0 > 0, ]
  values <- c(difference(both), odds(both), clustered(both), parts(all, both))
  gaps <- c(gaps, paste(c(name, digits(values)), collapse = ","))
}
writeLines(strata, file.path(folder(), "strata.csv"))
writeLines(gaps, file.path(folder(), "gaps.csv"))
