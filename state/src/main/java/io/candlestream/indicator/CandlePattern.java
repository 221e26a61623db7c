package io.candlestream.indicator;

import java.util.Locale;

/// A candlestick pattern: 100 where the last candles form a bullish one, -100 where a bearish one,
/// 0 where none.
///
/// Rules and thresholds are those of TA-Lib 0.4.0 with its default settings; "long" and "short"
/// bodies are above and below the [CandleShapes#usualBody]. A pattern says nothing of the trend
/// before it, except where its rule does.
///
/// Source: TA-Lib 0.4.0, the `TA_CDL` functions; S. Nison, _Japanese Candlestick Charting
/// Techniques_, 1991.
public enum CandlePattern {
    /// Next to no body; always 100.
    DOJI {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () -> bullish(hasNoBody(candles));
        }
    },
    /// A short body on a long lower shadow, near the previous low.
    HAMMER {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () ->
                    bullish(
                            isHammer(candles)
                                    && candles.bottom(0) <= candles.low(1) + candles.near(1));
        }
    },
    /// A short body under a long upper shadow, below the previous body.
    INVERTED_HAMMER {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () -> bullish(isInvertedHammer(candles) && gapsDown(candles, 0));
        }
    },
    /// A short body on a long lower shadow, near the previous high.
    HANGING_MAN {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () ->
                    bearish(
                            isHammer(candles)
                                    && candles.bottom(0) >= candles.high(1) - candles.near(1));
        }
    },
    /// A short body under a long upper shadow, above the previous body.
    SHOOTING_STAR {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () -> bearish(isInvertedHammer(candles) && gapsUp(candles, 0));
        }
    },
    /// A body of the other colour that covers the previous body.
    ENGULFING {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () -> {
                boolean covers =
                        candles.rises(0) != candles.rises(1)
                                && candles.top(0) > candles.top(1)
                                && candles.bottom(0) < candles.bottom(1);
                return signed(covers, candles.rises(0));
            };
        }
    },
    /// A short body inside of the long one before; its sign is against the long one.
    HARAMI {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () -> {
                boolean isInside =
                        candles.body(1) > candles.usualBody(1)
                                && candles.body(0) <= candles.usualBody(0)
                                && candles.top(0) < candles.top(1)
                                && candles.bottom(0) > candles.bottom(1);
                return signed(isInside, !candles.rises(1));
            };
        }
    },
    /// A long fall, then a long rise from below its low to above its middle.
    PIERCING {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () ->
                    bullish(
                            !candles.rises(1)
                                    && candles.body(1) > candles.usualBody(1)
                                    && candles.rises(0)
                                    && candles.body(0) > candles.usualBody(0)
                                    && candles.open(0) < candles.low(1)
                                    && candles.close(0) < candles.open(1)
                                    && candles.close(0) > candles.close(1) + candles.body(1) * 0.5);
        }
    },
    /// A long rise, then a fall from above its high to below its middle.
    DARK_CLOUD_COVER {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () ->
                    bearish(
                            candles.rises(1)
                                    && candles.body(1) > candles.usualBody(1)
                                    && !candles.rises(0)
                                    && candles.open(0) > candles.high(1)
                                    && candles.close(0) > candles.open(1)
                                    && candles.close(0) < candles.close(1) - candles.body(1) * 0.5);
        }
    },
    /// A long fall, a short body below it, and a rise well into the fall.
    MORNING_STAR {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () ->
                    bullish(
                            isStar(candles)
                                    && !candles.rises(2)
                                    && gapsDown(candles, 1)
                                    && candles.rises(0)
                                    && candles.close(0)
                                            > candles.close(2) + candles.body(2) * PENETRATION);
        }
    },
    /// A long rise, a short body above it, and a fall well into the rise.
    EVENING_STAR {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () ->
                    bearish(
                            isStar(candles)
                                    && candles.rises(2)
                                    && gapsUp(candles, 1)
                                    && !candles.rises(0)
                                    && candles.close(0)
                                            < candles.close(2) - candles.body(2) * PENETRATION);
        }
    },
    /// Three rises with next to no upper shadow, each from within or near the body before.
    THREE_WHITE_SOLDIERS {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () ->
                    bullish(
                            isSoldier(candles, 2)
                                    && isSoldier(candles, 1)
                                    && isSoldier(candles, 0)
                                    && advances(candles, 1)
                                    && advances(candles, 0)
                                    && candles.body(0) > candles.usualBody(0));
        }
    },
    /// After a rise, three falls with next to no lower shadow, each from within the body before.
    THREE_BLACK_CROWS {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () ->
                    bearish(
                            candles.rises(3)
                                    && isCrow(candles, 2)
                                    && isCrow(candles, 1)
                                    && isCrow(candles, 0)
                                    && candles.high(3) > candles.close(2)
                                    && retreats(candles, 1)
                                    && retreats(candles, 0));
        }
    },
    /// A long body with next to no shadows.
    MARUBOZU {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () -> {
                boolean isBare =
                        candles.body(0) > candles.usualBody(0)
                                && candles.upperShadow(0) < candles.tiny(0)
                                && candles.lowerShadow(0) < candles.tiny(0);
                return signed(isBare, candles.rises(0));
            };
        }
    },
    /// A short body between two longer shadows.
    SPINNING_TOP {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () -> {
                boolean isBetween =
                        isShort(candles)
                                && candles.upperShadow(0) > candles.body(0)
                                && candles.lowerShadow(0) > candles.body(0);
                return signed(isBetween, candles.rises(0));
            };
        }
    },
    /// Next to no body, at the high; always 100.
    DRAGONFLY_DOJI {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () ->
                    bullish(
                            hasNoBody(candles)
                                    && candles.upperShadow(0) < candles.tiny(0)
                                    && candles.lowerShadow(0) > candles.tiny(0));
        }
    },
    /// Next to no body, at the low; always 100.
    GRAVESTONE_DOJI {
        @Override
        public Formula.Reading over(CandleShapes candles) {
            return () ->
                    bullish(
                            hasNoBody(candles)
                                    && candles.lowerShadow(0) < candles.tiny(0)
                                    && candles.upperShadow(0) > candles.tiny(0));
        }
    };

    /// How far a star's last candle reaches into its first one, as a share of the body.
    private static final double PENETRATION = 0.3;

    /// @param candles that are ready
    /// @return 100, -100 or 0
    public abstract Formula.Reading over(CandleShapes candles);

    /// The name in lower case.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static int bullish(boolean holds) {
        return holds ? 100 : 0;
    }

    private static int bearish(boolean holds) {
        return holds ? -100 : 0;
    }

    private static int signed(boolean holds, boolean isBullish) {
        return isBullish ? bullish(holds) : bearish(holds);
    }

    private static boolean hasNoBody(CandleShapes candles) {
        return candles.body(0) <= candles.tiny(0);
    }

    private static boolean isShort(CandleShapes candles) {
        return candles.body(0) < candles.usualBody(0);
    }

    private static boolean isHammer(CandleShapes candles) {
        return isShort(candles)
                && candles.lowerShadow(0) > candles.body(0)
                && candles.upperShadow(0) < candles.tiny(0);
    }

    private static boolean isInvertedHammer(CandleShapes candles) {
        return isShort(candles)
                && candles.upperShadow(0) > candles.body(0)
                && candles.lowerShadow(0) < candles.tiny(0);
    }

    private static boolean isStar(CandleShapes candles) {
        return candles.body(2) > candles.usualBody(2)
                && candles.body(1) <= candles.usualBody(1)
                && candles.body(0) > candles.usualBody(0);
    }

    private static boolean gapsDown(CandleShapes candles, int age) {
        return candles.top(age) < candles.bottom(age + 1);
    }

    private static boolean gapsUp(CandleShapes candles, int age) {
        return candles.bottom(age) > candles.top(age + 1);
    }

    private static boolean isSoldier(CandleShapes candles, int age) {
        return candles.rises(age) && candles.upperShadow(age) < candles.tiny(age);
    }

    private static boolean advances(CandleShapes candles, int age) {
        int before = age + 1;
        return candles.close(age) > candles.close(before)
                && candles.open(age) > candles.open(before)
                && candles.open(age) <= candles.close(before) + candles.near(before)
                && candles.body(age) > candles.body(before) - candles.far(before);
    }

    private static boolean isCrow(CandleShapes candles, int age) {
        return !candles.rises(age) && candles.lowerShadow(age) < candles.tiny(age);
    }

    private static boolean retreats(CandleShapes candles, int age) {
        int before = age + 1;
        return candles.open(age) < candles.open(before)
                && candles.open(age) > candles.close(before)
                && candles.close(age) < candles.close(before);
    }
}
