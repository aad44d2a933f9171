package dev.taizhang.tables;

/**
 * A condition that every row of a table fulfils; a Delta CHECK constraint.
 *
 * @param name the constraint's name, {@code snake_case}
 * @param condition SQL over the table's columns; a row breaks it when it is false, not when it is
 *     null
 */
public record Rule(String name, String condition) {}
