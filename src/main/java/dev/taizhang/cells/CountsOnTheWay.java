package dev.taizhang.cells;

import dev.taizhang.figures.courses.CourseCounts;
import java.nio.ByteBuffer;
import org.apache.spark.SparkEnv;
import org.apache.spark.serializer.SerializerInstance;
import scala.reflect.ClassTag;

/** Counts as bytes, for the way from one task to another in the shuffle of the rows. */
final class CountsOnTheWay {

  private CountsOnTheWay() {}

  static <C extends CourseCounts<C>> byte[] bytes(C counts) {
    ByteBuffer written = serializer().serialize(counts, ClassTag.apply(CourseCounts.class));
    byte[] bytes = new byte[written.remaining()];
    written.get(bytes);
    return bytes;
  }

  /** The same counts; their classes are those of the task, wherever it runs. */
  static <C extends CourseCounts<C>> C counts(byte[] bytes) {
    return serializer()
        .deserialize(
            ByteBuffer.wrap(bytes),
            Thread.currentThread().getContextClassLoader(),
            ClassTag.apply(CourseCounts.class));
  }

  private static SerializerInstance serializer() {
    return SparkEnv.get().closureSerializer().newInstance();
  }
}
