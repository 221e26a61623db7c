/// Models that learn one example at a time.
///
/// ```
/// ModelConfig.create(features, classes) -> OnlineClassifier     predict(features) -> probabilities
///                                                               learn(features, label)
/// ModelConfig.createRegressor(features) -> OnlineRegressor      predict(features) -> number
///                                                               learn(features, target)
///
/// ModelConfig.Softmax        SoftmaxRegression
/// ModelConfig.Smile          SmileLogisticRegression            the library's
/// ModelConfig.SmileBinomial  the same
/// SgdConfig                  LinearClassifier, OneVsRest, LinearRegressor
///   Loss, Optimiser with LearningRate, Penalty, Averaging
/// PassiveAggressiveConfig    the same
/// LeastSquaresConfig         LeastSquaresRegressor
/// BayesianRegressionConfig   the same
/// NaiveBayesConfig           NaiveBayes
/// MlpConfig                  NetworkClassifier, NetworkRegressor
/// EnsembleConfig             Ensemble                           of any that are classifiers
/// ```
///
/// Read [io.candlestream.model.OnlineModel] first, then [io.candlestream.model.SoftmaxRegression].
/// Exponentials and logarithms of our own models are those of [io.candlestream.model.Exponential],
/// so that the same examples give the same bits on every machine; an adapter says where its library
/// does otherwise. Imports neither Kafka, files, clocks nor logging.
@NullMarked
package io.candlestream.model;

import org.jspecify.annotations.NullMarked;
