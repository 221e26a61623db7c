package io.candlestream.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.feature.ExpressionException;
import io.candlestream.model.ModelConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelExpressionTest {

    @Test
    void withoutParametersIsTheStandardModel() {
        assertThat(ModelExpression.parse("softmax")).isEqualTo(ModelConfig.standard());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sgd(loss=log,optimizer=plain(0.01),l2=0.0,l1=0.0,average=false,clip=1.0)",
                "sgd(loss=huber(0.2),optimizer=momentum(0.01,0.9),l2=1.0E-5,l1=cumulative(0.1),average=true,clip=1.0E9)",
                "sgd(loss=hinge,optimizer=adam(inverse_scaling(0.1,0.5),0.9,0.99,1.0E-8),l2=0.0,l1=0.0,average=polyak,clip=5.0)",
                "sgd(loss=quantile(0.9),optimizer=plain(cosine(0.1,0.001,500)),l2=0.0,l1=0.0,average=false,clip=1.0)",
                "sgd(loss=poisson,optimizer=plain(adaptive(0.1,50,0.01)),l2=0.0,l1=0.0,average=false,clip=1.0)",
                "sgd(loss=log,optimizer=ftrl(0.1,1.0),l2=0.0,l1=0.5,average=false,clip=1.0)",
                "passive_aggressive(c=0.1,variant=2,epsilon=0.05,clip=10.0)",
                "softmax(learning_rate=inverse_scaling(0.05,0.5),l2=1.0E-4,clip=1.0)",
                "smile(learning_rate=constant(0.1),l2=0.0)",
                "smile_binomial(learning_rate=constant(0.1),l2=0.0)",
                "rls(forgetting=0.999,variance=10.0,clip=5.0)",
                "bayesian_regression(variance=10.0,clip=5.0)",
                "naive_bayes(prior=2.0)",
                "hedge(naive_bayes(prior=2.0),smile_binomial(learning_rate=constant(0.1),l2=0.0),rate=0.5,share=0.0)",
                "online_newton(naive_bayes(prior=2.0),softmax(learning_rate=constant(0.1),l2=0.0,clip=1.0),beta=0.5,epsilon=1.0,share=0.01)",
                "mlp(hidden=16,layers=1,activation=tanh,optimizer=adam(0.01,0.9,0.999,1.0E-8),l2=0.0,clip=1.0,seed=1,loss=log)",
                "mlp(hidden=8,layers=3,activation=relu,optimizer=momentum(inverse_scaling(0.1,0.5),0.9),l2=1.0E-4,clip=5.0,seed=-7,loss=huber(0.2))"
            })
    void whatAConfigurationWritesIsReadAsTheSame(String canonical) {
        assertThat(ModelExpression.parse(canonical).expression()).isEqualTo(canonical);
    }

    @Test
    void aWordAloneHasTheDefaults() {
        assertThat(ModelExpression.parse("mlp"))
                .isEqualTo(ModelExpression.parse("mlp(16,1,tanh,adam(0.01),0,1,1,log)"));
        assertThat(ModelExpression.parse("hedge(softmax, naive_bayes)"))
                .isEqualTo(
                        ModelExpression.parse(
                                "hedge(softmax, naive_bayes(1), rate=0.1, share=0.001)"));
        assertThat(ModelExpression.parse("online_newton(softmax, naive_bayes)"))
                .isEqualTo(
                        ModelExpression.parse(
                                "online_newton(softmax,naive_bayes,beta=0.5,epsilon=1,share=0.001)"));
    }

    @Test
    void argumentsGoByPositionOrByKey() {
        assertThat(ModelExpression.parse("sgd(hinge, 0.1, l1=0.5)"))
                .isEqualTo(ModelExpression.parse("sgd(l1=0.5, optimizer=plain(0.1), loss=hinge)"));
        assertThat(ModelExpression.parse("ftrl(alpha=0.1, l1=0.5)").expression())
                .isEqualTo(
                        "sgd(loss=log,optimizer=ftrl(0.1,1.0),l2=0.0,l1=0.5,average=false,clip=1.0)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "forest               | column 1: a model must be one of sgd, ftrl",
                "sgd(loss=absolute)   | column 10: a loss must be one of log, hinge",
                "sgd(log, 0.1, l3=1)  | column 15: sgd takes no such argument, was l3=1",
                "sgd(optimizer=adam(0.1,1.5)) | column 15: adam: beta1 must be from 0 to less than 1, was 1.5",
                "sgd(l2=x)            | column 8: a finite number must stand here, was x",
                "passive_aggressive(c=1,variant=1.5) | column 32: variant must be a whole number, was 1.5",
                "hedge(softmax, hedge(softmax, mlp)) | column 1: hedge: a member must be no ensemble, was hedge(",
                "hedge(softmax)       | column 1: hedge: members must be from 2 to 8, were 1",
                "hedge(softmax, 0.1)  | column 16: a model must be one of",
                "hedge(softmax, mlp, share=0.6) | column 1: hedge: share must be from 0.0 to 0.5, was 0.6",
                "mlp(layers=4)        | column 1: mlp: layers must be from 1 to 3, was 4",
                "mlp(activation=step) | column 16: an activation must be one of tanh, relu",
                "mlp(loss=hinge)      | column 1: mlp: loss of a network must be log or one of numbers, was hinge",
                "mlp(optimizer=ftrl)  | column 1: mlp: optimizer must keep the first weights, was ftrl(0.1,1.0)",
                "softmax.up           | column 9: softmax has no outputs, was .up",
                "0.5                  | column 1: a model must be one of",
                "sgd(log              | column"
            })
    void whatIsNoModelIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> ModelExpression.parse(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessageStartingWith(message);
    }
}
