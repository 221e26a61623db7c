/// Live candles from exchanges: closed ones only, each once, in order, and no hole that the venue
/// could have filled.
///
/// ```
/// WebSocket --Venue.read--> VenueEvent --SeriesSync--> CandleSink --producer--> candles
///                                          | ^
///                           span it lacks  v |  Page
///                              REST page by page
/// ```
///
/// Read [io.candlestream.venue.SeriesSync] first, which decides everything and touches nothing,
/// then [io.candlestream.venue.Venue], one class for each exchange, and
/// [io.candlestream.venue.VenueFeed], which has the sockets.
@NullMarked
package io.candlestream.venue;

import org.jspecify.annotations.NullMarked;
