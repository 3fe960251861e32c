/**
 * Every {@code FAROL_} setting: its name, its default, its check. The launcher reads them before
 * anything starts; the application reads the same ones, so that both agree. Uses only Java and CDI.
 */
@NullMarked
package farol.settings;

import org.jspecify.annotations.NullMarked;
