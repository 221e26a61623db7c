package io.candlestream.feature;

import static io.candlestream.feature.BatchColumns.lag;

import java.util.List;

/// Plain definitions of candlestick patterns: TA-Lib's rules, each candle by its row, every average
/// anew.
final class BatchPatterns {

    private static final int WARM_UP = 12;

    private BatchPatterns() {}

    static List<BatchDefinition> definitions() {
        return List.of(
                of("doji", (c, i) -> up(c.body(i) <= c.tiny(i))),
                of(
                        "hammer",
                        (c, i) -> up(c.isHammer(i) && c.bottom(i) <= c.low(i - 1) + c.near(i - 1))),
                of("inverted_hammer", (c, i) -> up(c.isInverted(i) && c.top(i) < c.bottom(i - 1))),
                of(
                        "hanging_man",
                        (c, i) ->
                                -up(c.isHammer(i) && c.bottom(i) >= c.high(i - 1) - c.near(i - 1))),
                of("shooting_star", (c, i) -> -up(c.isInverted(i) && c.bottom(i) > c.top(i - 1))),
                of("engulfing", (c, i) -> c.colour(i) * up(c.isEngulfing(i))),
                of("harami", (c, i) -> -c.colour(i - 1) * up(c.isHarami(i))),
                of("piercing", (c, i) -> up(c.isPiercing(i))),
                of("dark_cloud_cover", (c, i) -> -up(c.isDarkCloud(i))),
                of("morning_star", (c, i) -> up(c.isMorningStar(i))),
                of("evening_star", (c, i) -> -up(c.isEveningStar(i))),
                of("three_white_soldiers", (c, i) -> up(c.areSoldiers(i))),
                of("three_black_crows", (c, i) -> -up(c.areCrows(i))),
                of("marubozu", (c, i) -> c.colour(i) * up(c.isBare(i))),
                of("spinning_top", (c, i) -> c.colour(i) * up(c.isTop(i))),
                of("dragonfly_doji", (c, i) -> up(c.isDoji(i, c.upper(i), c.lower(i)))),
                of("gravestone_doji", (c, i) -> up(c.isDoji(i, c.lower(i), c.upper(i)))));
    }

    @FunctionalInterface
    private interface Rule {
        int at(Shapes candles, int row);
    }

    private static BatchDefinition of(String name, Rule rule) {
        return BatchDefinition.exact(
                "pattern." + name,
                candles -> {
                    Shapes shapes = new Shapes(candles);
                    return BatchColumns.each(
                            row -> rule.at(shapes, row), lag(candles.close, WARM_UP));
                });
    }

    private static int up(boolean holds) {
        return holds ? 100 : 0;
    }

    /// The candles, by their row.
    private record Shapes(BatchCandles candles) {

        double open(int row) {
            return candles.open[row];
        }

        double high(int row) {
            return candles.high[row];
        }

        double low(int row) {
            return candles.low[row];
        }

        double close(int row) {
            return candles.close[row];
        }

        int colour(int row) {
            return close(row) >= open(row) ? 1 : -1;
        }

        double body(int row) {
            return Math.abs(close(row) - open(row));
        }

        double top(int row) {
            return Math.max(open(row), close(row));
        }

        double bottom(int row) {
            return Math.min(open(row), close(row));
        }

        double upper(int row) {
            return high(row) - top(row);
        }

        double lower(int row) {
            return bottom(row) - low(row);
        }

        /// The mean range of the candles before a row.
        private double usualRange(int row, int period) {
            double sum = 0;
            for (int i = row - period; i < row; i++) {
                sum += high(i) - low(i);
            }
            return sum / period;
        }

        private double usualBody(int row) {
            double sum = 0;
            for (int i = row - 10; i < row; i++) {
                sum += body(i);
            }
            return sum / 10;
        }

        double tiny(int row) {
            return 0.1 * usualRange(row, 10);
        }

        double near(int row) {
            return 0.2 * usualRange(row, 5);
        }

        double far(int row) {
            return 0.6 * usualRange(row, 5);
        }

        boolean isLong(int row) {
            return body(row) > usualBody(row);
        }

        boolean isShort(int row) {
            return body(row) < usualBody(row);
        }

        boolean isHammer(int row) {
            return isShort(row) && lower(row) > body(row) && upper(row) < tiny(row);
        }

        boolean isInverted(int row) {
            return isShort(row) && upper(row) > body(row) && lower(row) < tiny(row);
        }

        boolean isEngulfing(int row) {
            return colour(row) == -colour(row - 1)
                    && top(row) > top(row - 1)
                    && bottom(row) < bottom(row - 1);
        }

        boolean isHarami(int row) {
            return isLong(row - 1)
                    && !isLong(row)
                    && top(row) < top(row - 1)
                    && bottom(row) > bottom(row - 1);
        }

        boolean isPiercing(int row) {
            return colour(row - 1) == -1
                    && isLong(row - 1)
                    && colour(row) == 1
                    && isLong(row)
                    && open(row) < low(row - 1)
                    && close(row) < open(row - 1)
                    && close(row) > close(row - 1) + body(row - 1) * 0.5;
        }

        boolean isDarkCloud(int row) {
            return colour(row - 1) == 1
                    && isLong(row - 1)
                    && colour(row) == -1
                    && open(row) > high(row - 1)
                    && close(row) > open(row - 1)
                    && close(row) < close(row - 1) - body(row - 1) * 0.5;
        }

        private boolean isStar(int row) {
            return isLong(row - 2) && !isLong(row - 1) && isLong(row);
        }

        boolean isMorningStar(int row) {
            return isStar(row)
                    && colour(row - 2) == -1
                    && top(row - 1) < bottom(row - 2)
                    && colour(row) == 1
                    && close(row) > close(row - 2) + body(row - 2) * 0.3;
        }

        boolean isEveningStar(int row) {
            return isStar(row)
                    && colour(row - 2) == 1
                    && bottom(row - 1) > top(row - 2)
                    && colour(row) == -1
                    && close(row) < close(row - 2) - body(row - 2) * 0.3;
        }

        boolean areSoldiers(int row) {
            boolean white = isLong(row);
            for (int i = row - 2; i <= row; i++) {
                white &= colour(i) == 1 && upper(i) < tiny(i);
            }
            for (int i = row - 1; i <= row; i++) {
                white &=
                        close(i) > close(i - 1)
                                && open(i) > open(i - 1)
                                && open(i) <= close(i - 1) + near(i - 1)
                                && body(i) > body(i - 1) - far(i - 1);
            }
            return white;
        }

        boolean areCrows(int row) {
            boolean black = colour(row - 3) == 1 && high(row - 3) > close(row - 2);
            for (int i = row - 2; i <= row; i++) {
                black &= colour(i) == -1 && lower(i) < tiny(i);
            }
            for (int i = row - 1; i <= row; i++) {
                black &= open(i) < open(i - 1) && open(i) > close(i - 1) && close(i) < close(i - 1);
            }
            return black;
        }

        boolean isBare(int row) {
            return isLong(row) && upper(row) < tiny(row) && lower(row) < tiny(row);
        }

        boolean isTop(int row) {
            return isShort(row) && upper(row) > body(row) && lower(row) > body(row);
        }

        boolean isDoji(int row, double without, double with) {
            return body(row) <= tiny(row) && without < tiny(row) && with > tiny(row);
        }
    }
}
