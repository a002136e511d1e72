package org.contentpack.rest;

import org.contentpack.pack.PackId;

/**
 * What an answer about a pack depends on beside its request and the settings.
 *
 * @param sequence of the pack's history
 * @param epochDay a review is overdue from a day on
 */
record Moment(PackId pack, long sequence, long epochDay) {}
