# Reference values for curves. Writes risk.csv (people by day and what happened
# to them), curves.csv and medians.csv beside this script:
#
#   Rscript survival.R
#
# Written with R 4.2.2, package survival 3.5-3 (r-cran-survival).
#
# curves.csv: share, low, high
#   survfit(Surv(day, status > 0) ~ 1, conf.type = "log-log"): Kaplan and Meier,
#   Greenwood
# curves.csv: first, second
#   survfit(Surv(day, factor(status, 0:2)) ~ 1)$pstate: Aalen and Johansen
# medians.csv: median, low, high
#   quantile(survfit(…), 0.5)
# medians.csv: restricted_mean
#   summary(survfit(…), rmean = horizon)$table

suppressMessages(library(survival))

m <- mgus2
m$etime <- with(m, ifelse(pstat == 0, futime, ptime))
m$event <- with(m, ifelse(pstat == 0, 2 * death, 1))

sets <- list(
  # Lung cancer, one cause, ties, in days.
  lung = data.frame(day = lung$time, status = lung$status - 1),
  # Monoclonal gammopathy: progression and death compete; many ties, in months.
  mgus2 = data.frame(day = m$etime, status = m$event),
  # Survival in acute leukaemia.
  aml = data.frame(day = aml$time, status = aml$status),
  # A half is left for some days; the last two meet causes on the last day.
  flat = data.frame(day = c(5, 9, 30, 60), status = c(1, 2, 1, 2)),
  # Events and ends of watching on the same days.
  same_days = data.frame(day = rep(c(1, 2, 3, 7), each = 5),
                         status = c(1, 1, 0, 0, 2, 0, 0, 0, 1, 2, 2, 2, 0, 1, 0, 0, 0, 1, 0, 0)),
  nothing_happens = data.frame(day = c(3, 8, 8, 20), status = 0),
  everything_at_once = data.frame(day = c(0, 0, 0), status = c(1, 1, 2)))

horizons <- c(lung = 365, mgus2 = 200, aml = 40, flat = 50, same_days = 5,
              nothing_happens = 10, everything_at_once = 10)

folder <- function() {
  option <- grep("^--file=", commandArgs(FALSE), value = TRUE)
  if (length(option) == 0) "." else dirname(sub("^--file=", "", option[1]))
}
digits <- function(x) ifelse(is.na(x), "", sprintf("%.15g", x))

risk <- "set,day,first,second,censored"
curves <- "set,day,share,low,high,first,second"
medians <- "set,median,low,high,horizon,restricted_mean"
for (name in names(sets)) {
  s <- sets[[name]]
  days <- sort(unique(s$day))
  n <- function(status) sapply(days, function(d) sum(s$day == d & s$status == status))
  risk <- c(risk, sprintf("%s,%d,%d,%d,%d", name, as.integer(days), n(1), n(2), n(0)))
  f <- survfit(Surv(day, status > 0) ~ 1, data = s, conf.type = "log-log")
  p <- survfit(Surv(day, factor(status, 0:2)) ~ 1, data = s)$pstate
  at <- summary(f, times = days)
  curves <- c(curves, paste(name, days, digits(at$surv), digits(at$lower), digits(at$upper),
                            digits(p[, 2]), digits(p[, 3]), sep = ","))
  q <- quantile(f, 0.5)
  mean <- summary(f, rmean = horizons[[name]])$table[["rmean"]]
  medians <- c(medians, paste(name, digits(q$quantile), digits(q$lower), digits(q$upper),
                              horizons[[name]], digits(mean), sep = ","))
}
writeLines(risk, file.path(folder(), "risk.csv"))
writeLines(curves, file.path(folder(), "curves.csv"))
writeLines(medians, file.path(folder(), "medians.csv"))
