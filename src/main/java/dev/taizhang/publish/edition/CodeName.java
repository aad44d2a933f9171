package dev.taizhang.publish.edition;

import static java.util.Objects.requireNonNull;

/**
 * A code of a list, with its name.
 *
 * @param code as in the tables
 * @param name in both languages; many names exist in Chinese alone
 * @param parent code of what it belongs to (the province of a prefecture or university, the class
 *     of a major); empty for none
 * @param kind what sort of entry it is, where the list has several; empty for none
 */
public record CodeName(String code, Label name, String parent, String kind) {

  public CodeName {
    requireNonNull(code, "code");
    requireNonNull(name, "name");
    requireNonNull(parent, "parent");
    requireNonNull(kind, "kind");
  }
}
