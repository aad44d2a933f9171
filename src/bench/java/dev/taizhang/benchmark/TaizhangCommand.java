package dev.taizhang.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A run of the program as a user starts it, by {@code bin/taizhang}, into an empty warehouse. The
 * work is that process from its start to its end.
 */
final class TaizhangCommand implements Contender {

  @Override
  public String name() {
    return "taizhang-command";
  }

  @Override
  public String meaning() {
    return "bin/taizhang run, empty warehouse; the work is the whole command";
  }

  @Override
  public Discipline discipline() {
    return Discipline.WHOLE_RUN;
  }

  @Override
  public boolean worksInLap() {
    return false;
  }

  @Override
  public void prepare() throws IOException {
    TaizhangProcess.prepare();
  }

  @Override
  public boolean reads(Course.Form form) {
    return true;
  }

  @Override
  public Finish run(Course course, Path output) throws IOException {
    TaizhangProcess.Finish finish =
        new TaizhangProcess()
            .run(List.of(TaizhangRun.arguments(course, TaizhangRun.warehouse(output))));
    TaizhangRun.requireWholeRun(course, finish.told());
    return new Finish(course.rows(), finish.seconds());
  }
}
