package io.candlestream.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Series;
import io.candlestream.feature.FeatureExpressions;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.Scaler;
import io.candlestream.feature.Scaling;
import io.candlestream.label.LabelRule;
import io.candlestream.learner.LabelExpression;
import io.candlestream.learner.ModelExpression;
import io.candlestream.learner.NamedModel;
import io.candlestream.model.OnlineClassifier;
import io.candlestream.model.OnlineModel;
import io.candlestream.model.OnlineRegressor;
import io.candlestream.registry.SnapshotFile.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotTest {

    private static final Series SERIES = Series.parse("test:BTCUSDT@1m");
    private static final FeatureSet FEATURES =
            FeatureSet.of(FeatureExpressions.parse("rsi(14), macd(12,26,9).histogram, return(1)"));

    @TempDir private Path folder;

    @Nested
    class GoesOnLearning {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        direction(horizon=12) | standard      | sgd(optimizer=momentum(0.01,0.9),l2=1e-5)
                        direction(horizon=12) | fading        | sgd(loss=hinge,optimizer=adam(0.01),average=polyak)
                        direction(horizon=12) | minmax(50)    | sgd(optimizer=nesterov(inverse_scaling(0.1,0.5)),l1=cumulative(1e-4))
                        direction(horizon=12) | rank(50)      | sgd(optimizer=adagrad(0.1),average=true)
                        direction(horizon=12) | robust(50)    | sgd(optimizer=rmsprop(cosine(0.01,0.001,500)))
                        direction(horizon=12) | standard      | sgd(optimizer=adamw(adaptive(0.01)))
                        direction(horizon=12) | none          | sgd(loss=modified_huber,optimizer=optimal)
                        direction(horizon=12) | standard      | ftrl(l1=0.01)
                        direction(horizon=12) | standard      | passive_aggressive(0.1,2)
                        direction(horizon=12) | standard      | softmax
                        direction(horizon=12) | standard      | smile
                        direction(horizon=12) | standard      | naive_bayes
                        direction(horizon=12) | standard      | mlp(8,2,relu)
                        direction(horizon=12) | standard      | hedge(softmax,naive_bayes,sgd(optimizer=0.1))
                        direction(horizon=12) | standard      | online_newton(softmax,naive_bayes)
                        direction5(horizon=12) | standard     | softmax
                        forward_return(12)    | standard      | sgd(loss=huber(0.1),optimizer=0.001)
                        forward_return(12)    | standard      | sgd(loss=quantile(0.9),optimizer=0.001)
                        forward_return(12)    | standard      | rls(0.999)
                        forward_return(12)    | standard      | bayesian_regression
                        forward_volatility(9) | standard      | passive_aggressive(0.1)
                        q_score(12)           | standard      | mlp(4,loss=squared)
                        """)
        void toTheBitAfterEitherForm(String label, String scaling, String model) {
            Scaling scaler =
                    Scaling.parse(scaling.equals("fading") ? "standard(fading=100)" : scaling, 10);
            Trainee never = new Trainee(label, scaler, model);
            never.learn(0, 2_000);
            Trainee stopped = new Trainee(label, scaler, model);
            stopped.learn(0, 1_000);
            Path json = folder.resolve("model.json");
            Path binary = folder.resolve("model.csm");

            SnapshotFile.write(json, stopped.snapshot(), Form.JSON);
            SnapshotFile.write(binary, SnapshotFile.read(json), Form.BINARY);
            Snapshot read = SnapshotFile.read(binary);

            assertThat(read).isEqualTo(stopped.snapshot()).isEqualTo(SnapshotFile.read(json));
            Trainee revived = new Trainee(label, scaler, model, read.revive());
            revived.learn(1_000, 2_000);
            assertThat(revived.snapshot()).isEqualTo(never.snapshot());
            assertThat(never.snapshot()).isNotEqualTo(stopped.snapshot());
        }
    }

    @Nested
    class Forms {

        private final Snapshot snapshot = learned().snapshot();

        @ParameterizedTest
        @EnumSource(Form.class)
        void areWrittenAlikeEveryTime(Form form) throws IOException {
            SnapshotFile.write(folder.resolve("a"), snapshot, form);
            SnapshotFile.write(folder.resolve("b"), SnapshotFile.read(folder.resolve("a")), form);

            assertThat(folder.resolve("b")).hasSameBinaryContentAs(folder.resolve("a"));
            assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
        }

        @Test
        void theCompactOneBeginsWithItsVersionAndTheFingerprint() {
            byte[] bytes = SnapshotFormat.write(snapshot);

            assertThat(bytes).startsWith('C', 'S', 'M', 1);
            assertThat(HexFormat.of().formatHex(bytes, 4, 12)).isEqualTo(snapshot.fingerprint());
        }

        @Test
        void everyDamagedByteIsNoticed() {
            byte[] bytes = SnapshotFormat.write(snapshot);
            for (int i = 0; i < bytes.length; i++) {
                byte[] damaged = bytes.clone();
                damaged[i] ^= 4;
                assertThatThrownBy(() -> SnapshotFormat.read(damaged))
                        .as("byte %d", i)
                        .isInstanceOfAny(RegistryException.class);
                if (i > 16) {
                    i += 6;
                }
            }
        }

        @Test
        void everyMissingEndIsNoticed() {
            byte[] bytes = SnapshotFormat.write(snapshot);
            for (int length = 0; length < bytes.length; length += 7) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> SnapshotFormat.read(cut))
                        .as("%d bytes", length)
                        .isInstanceOf(RegistryException.class);
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        "format" : 1                  | "format" : 2           | format must be 1, was 2
                        "scaling" : "standard(0,10)"  | "scaling" : "none"     | fingerprint must be
                        "epochs" : 3                  | "epochs" : 0           | epochs must be at least 1
                        "epochs" : 3                  | "epochs" : "3"         | epochs must be a whole number, was "3"
                        "log_loss" : 1.25             | "log_loss" : "NaN"     | log_loss must be a number, was "NaN"
                        "model" : "softmax"           | "model" : "Softmax"    | a model's name must be
                        "series" : "test:BTCUSDT@1m"  | "series" : "BTCUSDT"   | series must be
                        "horizon=12                   | "horizon=13            | fingerprint must be
                        "learned_count"               | "learnt_count"         | a snapshot must have the field learned_count
                        "row" : "flat"                | "row" : "sideways"     | coefficients must be those of the state
                        }                             | ]                      | must be JSON
                        """,
                quoteCharacter = '\'')
        void whatDoesNotFitIsRefused(String from, String to, String message) throws IOException {
            String old = from.equals("\"horizon=12") ? "horizon=12" : from;
            String text = SnapshotFile.text(snapshot);
            assertThat(text).contains(old);
            Path file = folder.resolve("model.json");
            String put = to.equals("\"horizon=13") ? "horizon=13" : to;
            Files.writeString(file, text.replace(old, put));

            assertThatThrownBy(() -> SnapshotFile.read(file))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageStartingWith(file.toString())
                    .hasMessageContaining(message);
        }

        @Test
        void anyOtherFileIsRefused() throws IOException {
            Path file = Files.write(folder.resolve("noise"), new byte[] {(byte) 0xff, 1, 2});
            assertThatThrownBy(() -> SnapshotFile.read(file))
                    .isInstanceOf(RegistryException.class)
                    .hasMessage(file + ": must be a snapshot of a model, was something else");
            assertThatThrownBy(() -> SnapshotFile.read(folder.resolve("none")))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining("must be a file that can be read");
        }

        private static Trainee learned() {
            Trainee trainee = new Trainee("direction(horizon=12)", Scaling.standard(10), "softmax");
            trainee.learn(0, 100);
            return trainee;
        }
    }

    /// Learns seeded examples, each decided by its number.
    private static final class Trainee {

        private final LabelRule label;
        private final Scaling scaling;
        private final NamedModel named;
        private final Scaler scaler;
        private final OnlineModel model;

        Trainee(String label, Scaling scaling, String model) {
            this.label = LabelExpression.parse(label);
            this.scaling = scaling;
            this.named = NamedModel.of(ModelExpression.parse(model));
            this.scaler = scaling.create(FEATURES.size());
            this.model =
                    this.label.isNumber()
                            ? named.config().createRegressor(FEATURES.size())
                            : named.config()
                                    .create(FEATURES.size(), this.label.classNames().size());
        }

        Trainee(String label, Scaling scaling, String model, LiveModel live) {
            this.label = LabelExpression.parse(label);
            this.scaling = scaling;
            this.named = NamedModel.of(ModelExpression.parse(model));
            this.scaler = live.scaler();
            this.model = live.model();
        }

        void learn(int from, int to) {
            double[] features = new double[FEATURES.size()];
            for (int i = from; i < to; i++) {
                SplittableRandom random = new SplittableRandom(i);
                for (int f = 0; f < features.length; f++) {
                    features[f] = 50 * random.nextGaussian() + f;
                }
                scaler.updateAndTransform(features, features);
                if (model instanceof OnlineClassifier classifier) {
                    classifier.learn(features, random.nextInt(classifier.classCount()));
                } else if (model instanceof OnlineRegressor regressor) {
                    regressor.learn(features, 0.01 * random.nextGaussian());
                }
            }
        }

        Snapshot snapshot() {
            SequencedMap<String, Double> measures = new LinkedHashMap<>();
            measures.put("log_loss", 1.25);
            measures.put("mse", 1e-300);
            return Snapshot.of(
                    SERIES,
                    named,
                    Inputs.of(FEATURES, label, scaling),
                    new Provenance(60_000, 120_000, 3, model.learnedCount(), measures),
                    scaler,
                    model);
        }
    }
}
