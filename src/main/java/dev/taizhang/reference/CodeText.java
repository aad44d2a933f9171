package dev.taizhang.reference;

/**
 * A text that stands for a code.
 *
 * @param list the code list, such as {@code outcome}
 * @param text the text in {@link NormalForm}; a code stands for itself too
 * @param code the code
 */
public record CodeText(String list, String text, String code) {}
