package dev.taizhang.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.xbean.asm9.ClassReader;

/**
 * The version of compiled code: a hash of a class and of every class of the program that it refers
 * to, directly or through others. Code that a class does not refer to cannot change what it makes,
 * whichever room it is in, and none has to be listed to be seen.
 *
 * @see <a href="../../../../../docs/adr/0005-stamps.md">ADR 0005</a>
 */
public final class CodeVersion {

  private static final String PROGRAM = "dev/taizhang/";

  /** The tag of a class among the constants of a compiled class, as the JVM's format has it. */
  private static final int CLASS_TAG = 7;

  // Stages share most of their code, and a process asks for the version of each of them.
  private static final Map<String, byte[]> COMPILED = new ConcurrentHashMap<>();
  private static final Map<String, List<String>> REFERENCES = new ConcurrentHashMap<>();

  private CodeVersion() {}

  /** The version of these classes: equal when all of their code is. */
  public static String of(Collection<Class<?>> entries) {
    return of(reached(entries));
  }

  /** The version of classes with their code. */
  static String of(SortedMap<String, byte[]> classes) {
    return Fingerprint.of(
        classes.entrySet().stream()
            .map(one -> one.getKey() + " " + Fingerprint.of(one.getValue()))
            .toArray(String[]::new));
  }

  /**
   * The classes and all that they refer to, by their names in the JVM's form, with their code.
   *
   * @param entries where to begin
   */
  static SortedMap<String, byte[]> reached(Collection<Class<?>> entries) {
    Deque<String> waiting =
        entries.stream()
            .map(entry -> entry.getName().replace('.', '/'))
            .collect(Collectors.toCollection(ArrayDeque::new));
    SortedMap<String, byte[]> reached = new TreeMap<>();
    while (!waiting.isEmpty()) {
      String name = waiting.poll();
      if (!reached.containsKey(name)) {
        byte[] code = COMPILED.computeIfAbsent(name, CodeVersion::compiled);
        reached.put(name, code);
        waiting.addAll(REFERENCES.computeIfAbsent(name, one -> references(code)));
      }
    }
    return reached;
  }

  /** The program's own classes that a compiled class names. */
  private static List<String> references(byte[] code) {
    List<String> names = new ArrayList<>();
    ClassReader reader = new ClassReader(code);
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int item = 1; item < reader.getItemCount(); item++) {
      int offset = reader.getItem(item);
      if (offset > 0 && reader.readByte(offset - 1) == CLASS_TAG) {
        String name = reader.readUTF8(offset, buffer);
        // An array of a class is written as [Lname;
        String element = name.replaceFirst("^\\[+L(.*);$", "$1");
        if (element.startsWith(PROGRAM)) {
          names.add(element);
        }
      }
    }
    return names;
  }

  private static byte[] compiled(String name) {
    try (InputStream stream =
        CodeVersion.class.getClassLoader().getResourceAsStream(name + ".class")) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its own class " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The program cannot read its own class " + name, e);
    }
  }
}
