# SPDX-License-Identifier: Apache-2.0
# Generated from the Params of the Java stages; PythonPackageTest says how.
"""Evaluators: metrics of codes and of images."""
from typing import Any, List, Optional, Sequence, TypeVar

from pyspark import keyword_only
from pyspark.ml.param import Param, Params, TypeConverters

from disentangle import params
from disentangle.stage import StageEvaluator

__all__ = [
    "BetaVaeEvaluator",
    "CategoricalCodeEvaluator",
    "CodeIndependenceEvaluator",
    "DciEvaluator",
    "DisentanglementEvaluator",
    "ExplicitnessEvaluator",
    "FactorVaeEvaluator",
    "ImageQualityEvaluator",
    "IrsEvaluator",
    "MutualInformationEvaluator",
    "PerceptualDiversityEvaluator",
    "SapEvaluator",
]

S = TypeVar("S", bound="Params")


class BetaVaeEvaluator(
    StageEvaluator,
    params.FactorsEvaluator,
    params.HasCodesCol,
    params.HasFactorCols,
    params.HasSeed,
):
    """Evaluates codes by the BetaVAE score."""

    _java_class = "org.disentangle.evaluator.BetaVaeEvaluator"

    metricName: "Param[str]" = Param(
        Params._dummy(),
        "metricName",
        "score that is computed (one of ['beta_vae', 'beta_vae.train', 'beta_vae_infogancr'])",
        typeConverter=TypeConverters.toString,
    )

    def getMetricName(self) -> str:
        """Value of ``metricName``: score that is computed (one of ['beta_vae',
        'beta_vae.train', 'beta_vae_infogancr']).
        """
        return self.getOrDefault("metricName")

    def setMetricName(self: S, value: str) -> S:
        """Sets ``metricName``: score that is computed (one of ['beta_vae', 'beta_vae.train',
        'beta_vae_infogancr']).
        """
        return self._set(metricName=value)

    @keyword_only
    def __init__(
        self,
        *,
        codesCol: str = "codes",
        factorBins: int = 0,
        factorCols: Optional[Sequence[str]] = None,
        metricName: str = "beta_vae",
        seed: int = 42,
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def metricNames(self) -> List[Any]:
        """See ``metricNames`` of the Java class
        ``org.disentangle.evaluator.CodesEvaluator``.
        """
        return self._ask("metricNames")


class CategoricalCodeEvaluator(
    StageEvaluator,
    params.HasLabelCol,
    params.HasProbabilityCol,
):
    """Evaluates a categorical code by what an encoder finds in images."""

    _java_class = "org.disentangle.evaluator.CategoricalCodeEvaluator"

    metricName: "Param[str]" = Param(
        Params._dummy(),
        "metricName",
        "score that is computed (one of ['mutual_information_bound', 'category_accuracy'])",
        typeConverter=TypeConverters.toString,
    )

    def getMetricName(self) -> str:
        """Value of ``metricName``: score that is computed (one of
        ['mutual_information_bound', 'category_accuracy']).
        """
        return self.getOrDefault("metricName")

    def setMetricName(self: S, value: str) -> S:
        """Sets ``metricName``: score that is computed (one of ['mutual_information_bound',
        'category_accuracy']).
        """
        return self._set(metricName=value)

    @keyword_only
    def __init__(
        self,
        *,
        labelCol: str = "label",
        metricName: str = "mutual_information_bound",
        probabilityCol: str = "probability",
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def metricNames(self) -> List[Any]:
        """The scores, which ``CategoricalCodes`` defines."""
        return self._ask("metricNames")


class CodeIndependenceEvaluator(
    StageEvaluator,
    params.HasBins,
    params.HasCodesCol,
    params.HasDhsicRows,
    params.HasPosteriorStd,
    params.HasSeed,
):
    """Evaluates how independent codes are of each other, without factors."""

    _java_class = "org.disentangle.evaluator.CodeIndependenceEvaluator"

    metricName: "Param[str]" = Param(
        Params._dummy(),
        "metricName",
        "score that is computed (one of ['gaussian_total_correlation', "
        "'gaussian_wasserstein_correlation', 'gaussian_wasserstein_correlation_norm', "
        "'mutual_info_score', 'dhsic', 'total_correlation'])",
        typeConverter=TypeConverters.toString,
    )

    def getMetricName(self) -> str:
        """Value of ``metricName``: score that is computed (one of
        ['gaussian_total_correlation', 'gaussian_wasserstein_correlation',
        'gaussian_wasserstein_correlation_norm', 'mutual_info_score', 'dhsic',
        'total_correlation']).
        """
        return self.getOrDefault("metricName")

    def setMetricName(self: S, value: str) -> S:
        """Sets ``metricName``: score that is computed (one of ['gaussian_total_correlation',
        'gaussian_wasserstein_correlation', 'gaussian_wasserstein_correlation_norm',
        'mutual_info_score', 'dhsic', 'total_correlation']).
        """
        return self._set(metricName=value)

    @keyword_only
    def __init__(
        self,
        *,
        bins: int = 20,
        codesCol: str = "codes",
        dhsicRows: int = 2000,
        metricName: str = "gaussian_total_correlation",
        posteriorStd: float = 1.0,
        seed: int = 42,
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def metricNames(self) -> List[Any]:
        """See ``metricNames`` of the Java class
        ``org.disentangle.evaluator.CodesEvaluator``.
        """
        return self._ask("metricNames")


class DciEvaluator(
    StageEvaluator,
    params.FactorsEvaluator,
    params.HasCodesCol,
    params.HasFactorCols,
    params.HasSeed,
    params.HeldOutEvaluator,
):
    """Evaluates codes by which of them a model needs to predict each factor."""

    _java_class = "org.disentangle.evaluator.DciEvaluator"

    metricName: "Param[str]" = Param(
        Params._dummy(),
        "metricName",
        "score that is computed (one of ['dci_gbt.disentanglement', 'dci_gbt.completeness', "
        "'dci_gbt.informativeness_train', 'dci_gbt.informativeness_test', "
        "'dci_rf_classifier.disentanglement', 'dci_rf_classifier.completeness', "
        "'dci_rf_classifier.informativeness_train', 'dci_rf_classifier.informativeness_test', "
        "'dci_rf_regressor.disentanglement', 'dci_rf_regressor.completeness', "
        "'dci_rf_regressor.nrmse_test', 'dci_lasso.disentanglement', "
        "'dci_lasso.completeness'])",
        typeConverter=TypeConverters.toString,
    )

    def getMetricName(self) -> str:
        """Value of ``metricName``: score that is computed (one of
        ['dci_gbt.disentanglement', 'dci_gbt.completeness',
        'dci_gbt.informativeness_train', 'dci_gbt.informativeness_test',
        'dci_rf_classifier.disentanglement', 'dci_rf_classifier.completeness',
        'dci_rf_classifier.informativeness_train',
        'dci_rf_classifier.informativeness_test', 'dci_rf_regressor.disentanglement',
        'dci_rf_regressor.completeness', 'dci_rf_regressor.nrmse_test',
        'dci_lasso.disentanglement', 'dci_lasso.completeness']).
        """
        return self.getOrDefault("metricName")

    def setMetricName(self: S, value: str) -> S:
        """Sets ``metricName``: score that is computed (one of ['dci_gbt.disentanglement',
        'dci_gbt.completeness', 'dci_gbt.informativeness_train',
        'dci_gbt.informativeness_test', 'dci_rf_classifier.disentanglement',
        'dci_rf_classifier.completeness', 'dci_rf_classifier.informativeness_train',
        'dci_rf_classifier.informativeness_test', 'dci_rf_regressor.disentanglement',
        'dci_rf_regressor.completeness', 'dci_rf_regressor.nrmse_test',
        'dci_lasso.disentanglement', 'dci_lasso.completeness']).
        """
        return self._set(metricName=value)

    @keyword_only
    def __init__(
        self,
        *,
        codesCol: str = "codes",
        factorBins: int = 0,
        factorCols: Optional[Sequence[str]] = None,
        metricName: str = "dci_gbt.disentanglement",
        seed: int = 42,
        testFraction: float = 0.3333333333333333,
        testRows: int = 5000,
        trainRows: int = 10000,
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def metricNames(self) -> List[Any]:
        """See ``metricNames`` of the Java class
        ``org.disentangle.evaluator.CodesEvaluator``.
        """
        return self._ask("metricNames")


class DisentanglementEvaluator(
    StageEvaluator,
    params.FactorsEvaluator,
    params.HasBins,
    params.HasCodesCol,
    params.HasDhsicRows,
    params.HasDiscreteFactorCols,
    params.HasFactorCols,
    params.HasIrsQuantile,
    params.HasPosteriorStd,
    params.HasSeed,
    params.HasVotes,
    params.HeldOutEvaluator,
):
    """Computes many metrics of codes in one pass over the data."""

    _java_class = "org.disentangle.evaluator.DisentanglementEvaluator"

    metricName: "Param[str]" = Param(
        Params._dummy(),
        "metricName",
        "score that is computed (one of ['factor_vae', 'factor_vae_revised', "
        "'factor_vae_sampled.train_accuracy', 'factor_vae_sampled.eval_accuracy', 'beta_vae', "
        "'beta_vae.train', 'beta_vae_infogancr', 'mig', 'mig_sup', 'dcimig', 'jemmig_norm', "
        "'modularity', 'dci_from_mi.disentanglement', 'dci_from_mi.completeness', 'irs', "
        "'gaussian_total_correlation', 'gaussian_wasserstein_correlation', "
        "'gaussian_wasserstein_correlation_norm', 'mutual_info_score', 'dhsic', "
        "'total_correlation', 'sap_continuous', 'sap_discrete', 'sap_mixed_infogancr', "
        "'explicitness', 'explicitness.train', 'explicitness_ovr', 'explicitness_ovr.train', "
        "'dci_gbt.disentanglement', 'dci_gbt.completeness', 'dci_gbt.informativeness_train', "
        "'dci_gbt.informativeness_test', 'dci_rf_classifier.disentanglement', "
        "'dci_rf_classifier.completeness', 'dci_rf_classifier.informativeness_train', "
        "'dci_rf_classifier.informativeness_test', 'dci_rf_regressor.disentanglement', "
        "'dci_rf_regressor.completeness', 'dci_rf_regressor.nrmse_test', "
        "'dci_lasso.disentanglement', 'dci_lasso.completeness'])",
        typeConverter=TypeConverters.toString,
    )

    def getMetricName(self) -> str:
        """Value of ``metricName``: score that is computed (one of ['factor_vae',
        'factor_vae_revised', 'factor_vae_sampled.train_accuracy',
        'factor_vae_sampled.eval_accuracy', 'beta_vae', 'beta_vae.train',
        'beta_vae_infogancr', 'mig', 'mig_sup', 'dcimig', 'jemmig_norm', 'modularity',
        'dci_from_mi.disentanglement', 'dci_from_mi.completeness', 'irs',
        'gaussian_total_correlation', 'gaussian_wasserstein_correlation',
        'gaussian_wasserstein_correlation_norm', 'mutual_info_score', 'dhsic',
        'total_correlation', 'sap_continuous', 'sap_discrete', 'sap_mixed_infogancr',
        'explicitness', 'explicitness.train', 'explicitness_ovr',
        'explicitness_ovr.train', 'dci_gbt.disentanglement', 'dci_gbt.completeness',
        'dci_gbt.informativeness_train', 'dci_gbt.informativeness_test',
        'dci_rf_classifier.disentanglement', 'dci_rf_classifier.completeness',
        'dci_rf_classifier.informativeness_train',
        'dci_rf_classifier.informativeness_test', 'dci_rf_regressor.disentanglement',
        'dci_rf_regressor.completeness', 'dci_rf_regressor.nrmse_test',
        'dci_lasso.disentanglement', 'dci_lasso.completeness']).
        """
        return self.getOrDefault("metricName")

    def setMetricName(self: S, value: str) -> S:
        """Sets ``metricName``: score that is computed (one of ['factor_vae',
        'factor_vae_revised', 'factor_vae_sampled.train_accuracy',
        'factor_vae_sampled.eval_accuracy', 'beta_vae', 'beta_vae.train',
        'beta_vae_infogancr', 'mig', 'mig_sup', 'dcimig', 'jemmig_norm', 'modularity',
        'dci_from_mi.disentanglement', 'dci_from_mi.completeness', 'irs',
        'gaussian_total_correlation', 'gaussian_wasserstein_correlation',
        'gaussian_wasserstein_correlation_norm', 'mutual_info_score', 'dhsic',
        'total_correlation', 'sap_continuous', 'sap_discrete', 'sap_mixed_infogancr',
        'explicitness', 'explicitness.train', 'explicitness_ovr',
        'explicitness_ovr.train', 'dci_gbt.disentanglement', 'dci_gbt.completeness',
        'dci_gbt.informativeness_train', 'dci_gbt.informativeness_test',
        'dci_rf_classifier.disentanglement', 'dci_rf_classifier.completeness',
        'dci_rf_classifier.informativeness_train',
        'dci_rf_classifier.informativeness_test', 'dci_rf_regressor.disentanglement',
        'dci_rf_regressor.completeness', 'dci_rf_regressor.nrmse_test',
        'dci_lasso.disentanglement', 'dci_lasso.completeness']).
        """
        return self._set(metricName=value)

    metrics: "Param[Sequence[str]]" = Param(
        Params._dummy(),
        "metrics",
        "metrics of the report: names in full, or what stands before their dot (names of "
        "metrics, or all)",
        typeConverter=TypeConverters.toListString,
    )

    def getMetrics(self) -> List[str]:
        """Value of ``metrics``: metrics of the report: names in full, or what stands before
        their dot (names of metrics, or all).
        """
        return self.getOrDefault("metrics")

    def setMetrics(self: S, value: Sequence[str]) -> S:
        """Sets ``metrics``: metrics of the report: names in full, or what stands before
        their dot (names of metrics, or all).
        """
        return self._set(metrics=value)

    rowOrder: "Param[str]" = Param(
        Params._dummy(),
        "rowOrder",
        "order in which metrics see the rows: one that depends on them alone, or as they come "
        "(one of ['canonical', 'given'])",
        typeConverter=TypeConverters.toString,
    )

    def getRowOrder(self) -> str:
        """Value of ``rowOrder``: order in which metrics see the rows: one that depends on
        them alone, or as they come (one of ['canonical', 'given']).
        """
        return self.getOrDefault("rowOrder")

    def setRowOrder(self: S, value: str) -> S:
        """Sets ``rowOrder``: order in which metrics see the rows: one that depends on them
        alone, or as they come (one of ['canonical', 'given']).
        """
        return self._set(rowOrder=value)

    @keyword_only
    def __init__(
        self,
        *,
        bins: int = 20,
        codesCol: str = "codes",
        dhsicRows: int = 2000,
        discreteFactorCols: Optional[Sequence[str]] = None,
        factorBins: int = 0,
        factorCols: Optional[Sequence[str]] = None,
        irsQuantile: float = 0.99,
        metricName: str = "factor_vae",
        metrics: Sequence[str] = ("all",),
        minCodeStd: float = 0.0,
        numVotes: int = 500,
        posteriorStd: float = 1.0,
        rowOrder: str = "canonical",
        seed: int = 42,
        testFraction: float = 0.3333333333333333,
        testRows: int = 5000,
        trainRows: int = 10000,
        votesSampleSize: int = 100,
    ):
        super().__init__()
        self._start(self._input_kwargs)

    def discreteFactors(self, all: List[Any]) -> List[Any]:
        """Numbers of the factors that are classes."""
        return self._ask("discreteFactors", all)

    @property
    def metricNames(self) -> List[Any]:
        """See ``metricNames`` of the Java class
        ``org.disentangle.evaluator.CodesEvaluator``.
        """
        return self._ask("metricNames")

    @property
    def needsFactors(self) -> bool:
        """Whether one of the metrics that ``metrics`` names compares codes with factors."""
        return self._ask("needsFactors")

    @property
    def scoresTestRows(self) -> bool:
        """Whether one of the metrics is what a fitted model makes of rows that are held out."""
        return self._ask("scoresTestRows")


class ExplicitnessEvaluator(
    StageEvaluator,
    params.FactorsEvaluator,
    params.HasCodesCol,
    params.HasFactorCols,
    params.HasSeed,
    params.HeldOutEvaluator,
):
    """Evaluates codes by how well a logistic regression on all of them predicts the values
    of each factor apart (mean area under the ROC curve).
    """

    _java_class = "org.disentangle.evaluator.ExplicitnessEvaluator"

    metricName: "Param[str]" = Param(
        Params._dummy(),
        "metricName",
        "score that is computed (one of ['explicitness', 'explicitness.train', "
        "'explicitness_ovr', 'explicitness_ovr.train'])",
        typeConverter=TypeConverters.toString,
    )

    def getMetricName(self) -> str:
        """Value of ``metricName``: score that is computed (one of ['explicitness',
        'explicitness.train', 'explicitness_ovr', 'explicitness_ovr.train']).
        """
        return self.getOrDefault("metricName")

    def setMetricName(self: S, value: str) -> S:
        """Sets ``metricName``: score that is computed (one of ['explicitness',
        'explicitness.train', 'explicitness_ovr', 'explicitness_ovr.train']).
        """
        return self._set(metricName=value)

    @keyword_only
    def __init__(
        self,
        *,
        codesCol: str = "codes",
        factorBins: int = 0,
        factorCols: Optional[Sequence[str]] = None,
        metricName: str = "explicitness",
        seed: int = 42,
        testFraction: float = 0.3333333333333333,
        testRows: int = 5000,
        trainRows: int = 10000,
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def metricNames(self) -> List[Any]:
        """See ``metricNames`` of the Java class
        ``org.disentangle.evaluator.CodesEvaluator``.
        """
        return self._ask("metricNames")


class FactorVaeEvaluator(
    StageEvaluator,
    params.FactorsEvaluator,
    params.HasCodesCol,
    params.HasFactorCols,
    params.HasSeed,
    params.HasVotes,
):
    """Evaluates how well codes are disentangled, by the ``FactorVaeScore`` score of a column
    of codes against columns of ground-truth factors.
    """

    _java_class = "org.disentangle.evaluator.FactorVaeEvaluator"

    metricName: "Param[str]" = Param(
        Params._dummy(),
        "metricName",
        "score that is computed (one of ['factor_vae', 'factor_vae_revised', "
        "'factor_vae_sampled.train_accuracy', 'factor_vae_sampled.eval_accuracy'])",
        typeConverter=TypeConverters.toString,
    )

    def getMetricName(self) -> str:
        """Value of ``metricName``: score that is computed (one of ['factor_vae',
        'factor_vae_revised', 'factor_vae_sampled.train_accuracy',
        'factor_vae_sampled.eval_accuracy']).
        """
        return self.getOrDefault("metricName")

    def setMetricName(self: S, value: str) -> S:
        """Sets ``metricName``: score that is computed (one of ['factor_vae',
        'factor_vae_revised', 'factor_vae_sampled.train_accuracy',
        'factor_vae_sampled.eval_accuracy']).
        """
        return self._set(metricName=value)

    @keyword_only
    def __init__(
        self,
        *,
        codesCol: str = "codes",
        factorBins: int = 0,
        factorCols: Optional[Sequence[str]] = None,
        metricName: str = "factor_vae",
        minCodeStd: float = 0.0,
        numVotes: int = 500,
        seed: int = 42,
        votesSampleSize: int = 100,
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def metricNames(self) -> List[Any]:
        """See ``metricNames`` of the Java class
        ``org.disentangle.evaluator.CodesEvaluator``.
        """
        return self._ask("metricNames")


class ImageQualityEvaluator(
    StageEvaluator,
    params.HasProbabilityCol,
):
    """Evaluates generated images by what a classifier says of them."""

    _java_class = "org.disentangle.evaluator.ImageQualityEvaluator"

    metricName: "Param[str]" = Param(
        Params._dummy(),
        "metricName",
        "score that is computed (one of ['inception_score', 'reverse_kl', 'confidence'])",
        typeConverter=TypeConverters.toString,
    )

    def getMetricName(self) -> str:
        """Value of ``metricName``: score that is computed (one of ['inception_score',
        'reverse_kl', 'confidence']).
        """
        return self.getOrDefault("metricName")

    def setMetricName(self: S, value: str) -> S:
        """Sets ``metricName``: score that is computed (one of ['inception_score',
        'reverse_kl', 'confidence']).
        """
        return self._set(metricName=value)

    @keyword_only
    def __init__(
        self,
        *,
        metricName: str = "inception_score",
        probabilityCol: str = "probability",
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def metricNames(self) -> List[Any]:
        """The scores."""
        return self._ask("metricNames")


class IrsEvaluator(
    StageEvaluator,
    params.FactorsEvaluator,
    params.HasCodesCol,
    params.HasFactorCols,
    params.HasIrsQuantile,
    params.HasSeed,
):
    """Evaluates how little codes move when other factors are intervened on (interventional
    robustness score, "irs").
    """

    _java_class = "org.disentangle.evaluator.IrsEvaluator"

    metricName: "Param[str]" = Param(
        Params._dummy(),
        "metricName",
        "score that is computed (one of ['irs'])",
        typeConverter=TypeConverters.toString,
    )

    def getMetricName(self) -> str:
        """Value of ``metricName``: score that is computed (one of ['irs'])."""
        return self.getOrDefault("metricName")

    def setMetricName(self: S, value: str) -> S:
        """Sets ``metricName``: score that is computed (one of ['irs'])."""
        return self._set(metricName=value)

    @keyword_only
    def __init__(
        self,
        *,
        codesCol: str = "codes",
        factorBins: int = 0,
        factorCols: Optional[Sequence[str]] = None,
        irsQuantile: float = 0.99,
        metricName: str = "irs",
        seed: int = 42,
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def metricNames(self) -> List[Any]:
        """See ``metricNames`` of the Java class
        ``org.disentangle.evaluator.CodesEvaluator``.
        """
        return self._ask("metricNames")


class MutualInformationEvaluator(
    StageEvaluator,
    params.FactorsEvaluator,
    params.HasBins,
    params.HasCodesCol,
    params.HasFactorCols,
    params.HasSeed,
):
    """Evaluates codes by their mutual information with ground-truth factors."""

    _java_class = "org.disentangle.evaluator.MutualInformationEvaluator"

    metricName: "Param[str]" = Param(
        Params._dummy(),
        "metricName",
        "score that is computed (one of ['mig', 'mig_sup', 'dcimig', 'jemmig_norm', "
        "'modularity', 'dci_from_mi.disentanglement', 'dci_from_mi.completeness'])",
        typeConverter=TypeConverters.toString,
    )

    def getMetricName(self) -> str:
        """Value of ``metricName``: score that is computed (one of ['mig', 'mig_sup',
        'dcimig', 'jemmig_norm', 'modularity', 'dci_from_mi.disentanglement',
        'dci_from_mi.completeness']).
        """
        return self.getOrDefault("metricName")

    def setMetricName(self: S, value: str) -> S:
        """Sets ``metricName``: score that is computed (one of ['mig', 'mig_sup', 'dcimig',
        'jemmig_norm', 'modularity', 'dci_from_mi.disentanglement',
        'dci_from_mi.completeness']).
        """
        return self._set(metricName=value)

    @keyword_only
    def __init__(
        self,
        *,
        bins: int = 20,
        codesCol: str = "codes",
        factorBins: int = 0,
        factorCols: Optional[Sequence[str]] = None,
        metricName: str = "mig",
        seed: int = 42,
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def metricNames(self) -> List[Any]:
        """See ``metricNames`` of the Java class
        ``org.disentangle.evaluator.CodesEvaluator``.
        """
        return self._ask("metricNames")


class PerceptualDiversityEvaluator(
    StageEvaluator,
    params.HasFeaturesCol,
    params.HasPairCol,
):
    """Evaluates how different the two images of each pair look, by the
    ``PerceptualDiversity`` of their features.
    """

    _java_class = "org.disentangle.evaluator.PerceptualDiversityEvaluator"

    @keyword_only
    def __init__(
        self,
        *,
        featuresCol: str = "features",
        pairCol: str = "pair",
    ):
        super().__init__()
        self._start(self._input_kwargs)


class SapEvaluator(
    StageEvaluator,
    params.FactorsEvaluator,
    params.HasCodesCol,
    params.HasDiscreteFactorCols,
    params.HasFactorCols,
    params.HasSeed,
    params.HeldOutEvaluator,
):
    """Evaluates codes by how much better the best single code predicts a factor than the
    second best (separated attribute predictability).
    """

    _java_class = "org.disentangle.evaluator.SapEvaluator"

    metricName: "Param[str]" = Param(
        Params._dummy(),
        "metricName",
        "score that is computed (one of ['sap_continuous', 'sap_discrete', "
        "'sap_mixed_infogancr'])",
        typeConverter=TypeConverters.toString,
    )

    def getMetricName(self) -> str:
        """Value of ``metricName``: score that is computed (one of ['sap_continuous',
        'sap_discrete', 'sap_mixed_infogancr']).
        """
        return self.getOrDefault("metricName")

    def setMetricName(self: S, value: str) -> S:
        """Sets ``metricName``: score that is computed (one of ['sap_continuous',
        'sap_discrete', 'sap_mixed_infogancr']).
        """
        return self._set(metricName=value)

    @keyword_only
    def __init__(
        self,
        *,
        codesCol: str = "codes",
        discreteFactorCols: Optional[Sequence[str]] = None,
        factorBins: int = 0,
        factorCols: Optional[Sequence[str]] = None,
        metricName: str = "sap_continuous",
        seed: int = 42,
        testFraction: float = 0.3333333333333333,
        testRows: int = 5000,
        trainRows: int = 10000,
    ):
        super().__init__()
        self._start(self._input_kwargs)

    def discreteFactors(self, all: List[Any]) -> List[Any]:
        """Numbers of the factors that are classes."""
        return self._ask("discreteFactors", all)

    @property
    def metricNames(self) -> List[Any]:
        """See ``metricNames`` of the Java class
        ``org.disentangle.evaluator.CodesEvaluator``.
        """
        return self._ask("metricNames")
