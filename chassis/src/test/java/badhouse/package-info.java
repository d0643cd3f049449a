/**
 * A house that breaks every rule, so that {@code HouseRulesTest} can prove that each rule bites. It is built like
 * {@code dev.orderflow} and lies outside of it, where neither ArchUnit nor CDI meets it by accident; not one of its packages
 * is null-marked.
 */
package badhouse;
