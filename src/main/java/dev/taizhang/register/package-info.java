/** The register of submissions, and what people decided of them. */
package dev.taizhang.register;
