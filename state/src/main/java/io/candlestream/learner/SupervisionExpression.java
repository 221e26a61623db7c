package io.candlestream.learner;

import io.candlestream.drift.DriftConfig;
import io.candlestream.drift.DriftConfig.AdwinConfig;
import io.candlestream.drift.DriftConfig.DdmConfig;
import io.candlestream.drift.DriftConfig.EddmConfig;
import io.candlestream.drift.DriftConfig.KswinConfig;
import io.candlestream.drift.DriftConfig.PageHinkleyConfig;
import io.candlestream.feature.ExpressionException;
import io.candlestream.feature.ExpressionParser;
import org.jspecify.annotations.Nullable;

/// How models are watched, as it is written in the grammar of expressions.
///
/// | what | may be |
/// |---|---|
/// | drift | `none`, `adwin(0.002)`, `page_hinkley(0.005,25,30)`, `ddm(2,3,30)`, `eddm(0.5,0.95,0.9,30)`, `kswin(0.0001,100,30,1,1)` |
/// | reaction | `alert`, `reset_model`, `reset_scaler`, `faster(10,500)`, `promote` |
/// | champion | `fixed(minimum=500,floor=none)`, `best(minimum=500,margin=0,cool_down=1000,floor=none)` |
public final class SupervisionExpression {

    private SupervisionExpression() {}

    /// Reads a detector.
    ///
    /// @return null for `none`
    /// @throws ExpressionException when the text is none; it says where
    public static @Nullable DriftConfig parseDrift(String text) {
        if (text.strip().equals("none")) {
            return null;
        }
        return Call.read(ExpressionParser.parse(text), SupervisionExpression::drift);
    }

    private static DriftConfig drift(Call call) {
        DriftConfig config =
                switch (call.name()) {
                    case "adwin" -> new AdwinConfig(call.number("delta", 0.002));
                    case "page_hinkley" ->
                            new PageHinkleyConfig(
                                    call.number("tolerance", 0.005),
                                    call.number("threshold", 25),
                                    call.whole("least_count", 30));
                    case "ddm" ->
                            new DdmConfig(
                                    call.number("warning_level", 2),
                                    call.number("drift_level", 3),
                                    call.whole("least_count", 30));
                    case "eddm" ->
                            new EddmConfig(
                                    call.number("error_above", 0.5),
                                    call.number("warning_level", 0.95),
                                    call.number("drift_level", 0.9),
                                    call.whole("least_errors", 30));
                    case "kswin" ->
                            new KswinConfig(
                                    call.number("alpha", 0.0001),
                                    call.whole("window", 100),
                                    call.whole("latest", 30),
                                    call.whole("every", 1),
                                    call.whole("seed", 1));
                    default ->
                            throw call.unknown(
                                    "a drift detector",
                                    "none, adwin, page_hinkley, ddm, eddm, kswin");
                };
        config.create();
        return config;
    }

    /// Reads what is done about a drift.
    ///
    /// @throws ExpressionException when the text is none; it says where
    public static Reaction parseReaction(String text) {
        return Call.read(
                ExpressionParser.parse(text),
                call ->
                        switch (call.name()) {
                            case "alert" -> new Reaction.Alert();
                            case "reset_model" -> new Reaction.ResetModel();
                            case "reset_scaler" -> new Reaction.ResetScaler();
                            case "promote" -> new Reaction.Promote();
                            case "faster" ->
                                    new Reaction.Faster(
                                            call.number("factor", 10), call.whole("examples", 500));
                            default ->
                                    throw call.unknown(
                                            "a reaction",
                                            "alert, reset_model, reset_scaler, faster, promote");
                        });
    }

    /// Reads when a challenger takes the champion's place.
    ///
    /// @throws ExpressionException when the text does not say so; it says where
    public static ChampionPolicy parseChampion(String text) {
        return Call.read(
                ExpressionParser.parse(text),
                call ->
                        switch (call.name()) {
                            case "fixed" ->
                                    new ChampionPolicy(
                                            true, call.whole("minimum", 500), 0, 0, floor(call));
                            case "best" ->
                                    new ChampionPolicy(
                                            false,
                                            call.whole("minimum", 500),
                                            call.number("margin", 0),
                                            call.whole("cool_down", 1_000),
                                            floor(call));
                            default -> throw call.unknown("a champion's policy", "fixed, best");
                        });
    }

    private static double floor(Call call) {
        return call.nested(
                "floor",
                "none",
                floor ->
                        floor.name().equals("none") ? Double.NEGATIVE_INFINITY : floor.ownNumber());
    }
}
