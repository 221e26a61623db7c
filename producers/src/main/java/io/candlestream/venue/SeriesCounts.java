package io.candlestream.venue;

/// What became of the candles of a series since its feed started.
///
/// @param accepted published
/// @param duplicate closed candles that came again, the same
/// @param revision candles behind the series with other numbers, or where the venue had none
/// @param malformed candles with numbers that no candle has, or off the interval's grid
/// @param holeFound candles that the stream left out before a newer one
/// @param holeFilled candles that came by REST
/// @param venueHole candles that the venue itself does not have
public record SeriesCounts(
        long accepted,
        long duplicate,
        long revision,
        long malformed,
        long holeFound,
        long holeFilled,
        long venueHole) {}
