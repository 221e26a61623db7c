package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.util.Arrays;
import java.util.List;

/// Several classifiers whose probabilities are mixed by weights that are learned too.
///
/// | quantity | meaning |
/// |---|---|
/// | input | scaled features, finite, any magnitude |
/// | output | the weighted mean of what the members say |
/// | warm-up | none; all classes are equally probable, and all weights equal, before the first example |
/// | coefficients | the rows of the first member, then those of the second, and so on |
/// | state | that of the members and of the weights; allocates what the members do |
///
/// ```
/// p  = q_h + sum over members i of w_i (q_i - q_h)      q_i = probabilities of member i, h = the heaviest
/// w <- by Mixing, from what each member said of the label before it learned it
/// ```
///
/// An example is learned where a member learned it, and refused where all refused it: then the
/// weights stay as they were. A member that refused it alone counts that by itself. Not
/// thread-safe: owned by one stream task.
public final class Ensemble implements OnlineClassifier {

    private final Shape shape;
    private final OnlineClassifier[] members;
    private final Mixer mixer;

    /// Scratch: what one member predicts, what the heaviest does, and what each said of the label.
    private final double[] ofOne;

    private final double[] ofHeaviest;

    private final double[] parts;

    private long learnedCount;
    private long refusedCount;

    Ensemble(EnsembleConfig config, int featureCount, int classCount) {
        shape = new Shape(featureCount, classCount);
        int count = config.members().size();
        members = new OnlineClassifier[count];
        Arrays.setAll(members, i -> config.members().get(i).create(featureCount, classCount));
        mixer = Mixer.of(config.mixing(), count);
        ofOne = new double[classCount];
        ofHeaviest = new double[classCount];
        parts = new double[count];
    }

    @Override
    public int featureCount() {
        return shape.featureCount();
    }

    @Override
    public int classCount() {
        return shape.classCount();
    }

    /// @return a copy of the weight of every member, in their order; at least 0 and of sum one
    ///   within 1e-12
    public double[] weights() {
        return mixer.weights().clone();
    }

    /// @return the members, in the order of the configuration; to be read, not taught
    public List<OnlineClassifier> members() {
        return List.of(members);
    }

    @Override
    public void predict(double[] features, double[] probabilities) {
        shape.checkFeatures(features);
        shape.checkProbabilities(probabilities);
        double[] weights = mixer.weights();
        int heaviest = heaviest(weights);
        members[heaviest].predict(features, probabilities);
        System.arraycopy(probabilities, 0, ofHeaviest, 0, ofHeaviest.length);
        for (int i = 0; i < members.length; i++) {
            if (i != heaviest) {
                members[i].predict(features, ofOne);
                for (int c = 0; c < ofOne.length; c++) {
                    probabilities[c] += weights[i] * (ofOne[c] - ofHeaviest[c]);
                }
            }
        }
        for (int c = 0; c < probabilities.length; c++) {
            probabilities[c] = Math.clamp(probabilities[c], 0.0, 1.0);
        }
    }

    private static int heaviest(double[] weights) {
        int heaviest = 0;
        for (int i = 1; i < weights.length; i++) {
            heaviest = weights[i] > weights[heaviest] ? i : heaviest;
        }
        return heaviest;
    }

    @Override
    public void learn(double[] features, int label) {
        shape.checkFeatures(features);
        shape.checkLabel(label);
        boolean isLearned = false;
        for (int i = 0; i < members.length; i++) {
            OnlineClassifier member = members[i];
            member.predict(features, ofOne);
            parts[i] = Math.clamp(ofOne[label], Mixer.LEAST, 1.0);
            long before = member.learnedCount();
            member.learn(features, label);
            isLearned |= member.learnedCount() > before;
        }
        if (!isLearned) {
            refusedCount++;
            return;
        }
        learnedCount++;
        mixer.learn(parts);
    }

    @Override
    public long learnedCount() {
        return learnedCount;
    }

    @Override
    public long refusedCount() {
        return refusedCount;
    }

    @Override
    public double[][] coefficients() {
        return Arrays.stream(members)
                .flatMap(member -> Arrays.stream(member.coefficients()))
                .toArray(double[][]::new);
    }

    /// Layout: learned count, refused count, the members in turn, then the memory of the weights.
    @Override
    public void save(StateOutput out) {
        out.putLong(learnedCount);
        out.putLong(refusedCount);
        for (OnlineClassifier member : members) {
            member.save(out);
        }
        mixer.save(out);
    }

    @Override
    public void restore(StateInput in) {
        learnedCount = in.getCounter();
        refusedCount = in.getCounter();
        for (OnlineClassifier member : members) {
            member.restore(in);
        }
        mixer.restore(in);
    }
}
