/**
 * What is known of the world outside a plan: models, licenses, accelerators, engines, formats,
 * metrics, benchmarks, and what each way of training needs.
 *
 * <p>Everything here is a fact somebody else publishes, with its {@link
 * dev.genplan.catalog.Source}; a figure that no source gives is absent, never guessed. Facts age:
 * models, licenses, engines and what runs on which hardware change, so that each entry has the day
 * it was last compared with its source. To update one, read the source, change the entry, and give
 * it that day ({@code new Source(text, day)}); to add one, add it to its table and a figure of it
 * to the test that checks figures against their sources. Methods, metrics and the bits of a format
 * do not age.
 *
 * <p>What it says about licenses and terms is information, not legal advice.
 */
package dev.genplan.catalog;
