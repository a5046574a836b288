# SPDX-License-Identifier: Apache-2.0
# Generated from the Params of the Java stages; PythonPackageTest says how.
"""Estimators: the systems, selections of models, and a classifier."""
from typing import Any, List, Optional, Sequence, TypeVar

from pyspark import keyword_only
from pyspark.ml.evaluation import Evaluator
from pyspark.ml.param import Param, Params, TypeConverters

from disentangle import params
from disentangle.stage import ModelSelection, StageEstimator, SupervisedModelSelection

__all__ = [
    "BetaTcVae",
    "BetaVae",
    "DipVae",
    "FactorVae",
    "IbGan",
    "ImageClassifier",
    "InfoGan",
    "InfoGanCr",
    "ModelCentrality",
    "Oogan",
    "StyleContentVaeGan",
    "SupervisedSelection",
    "Udr",
]

S = TypeVar("S", bound="Params")


class BetaTcVae(
    StageEstimator,
    params.DisentangledModelParams,
    params.HasArchitecture,
    params.HasAveragingFrequency,
    params.HasCodesCol,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasInitialModel,
    params.HasNoiseCol,
    params.HasNumCodes,
    params.HasNumWorkers,
    params.HasPrecision,
    params.HasRounds,
    params.HasSeed,
    params.HasValueRange,
    params.HasWatching,
    params.PresetParams,
    params.VaeModelParams,
    params.VaeParams,
):
    """beta-TCVAE (Chen et al., "Isolating Sources of Disentanglement in Variational
    Autoencoders", NeurIPS 2018).
    """

    _java_class = "org.disentangle.estimator.BetaTcVae"
    _live_defaults = frozenset(
        [
            "batchSize",
            "maxIter",
            "numCodes",
        ]
    )

    alpha: "Param[float]" = Param(
        Params._dummy(),
        "alpha",
        "weight of the information between image and codes (a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getAlpha(self) -> float:
        """Value of ``alpha``: weight of the information between image and codes (a finite
        number, at least 0.0).
        """
        return self.getOrDefault("alpha")

    def setAlpha(self: S, value: float) -> S:
        """Sets ``alpha``: weight of the information between image and codes (a finite
        number, at least 0.0).
        """
        return self._set(alpha=value)

    beta: "Param[float]" = Param(
        Params._dummy(),
        "beta",
        "weight of the total correlation (a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getBeta(self) -> float:
        """Value of ``beta``: weight of the total correlation (a finite number, at least
        0.0).
        """
        return self.getOrDefault("beta")

    def setBeta(self: S, value: float) -> S:
        """Sets ``beta``: weight of the total correlation (a finite number, at least 0.0)."""
        return self._set(beta=value)

    gamma: "Param[float]" = Param(
        Params._dummy(),
        "gamma",
        "weight of the divergence of each code from the prior (a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getGamma(self) -> float:
        """Value of ``gamma``: weight of the divergence of each code from the prior (a finite
        number, at least 0.0).
        """
        return self.getOrDefault("gamma")

    def setGamma(self: S, value: float) -> S:
        """Sets ``gamma``: weight of the divergence of each code from the prior (a finite
        number, at least 0.0).
        """
        return self._set(gamma=value)

    preset: "Param[str]" = Param(
        Params._dummy(),
        "preset",
        "networks and settings to start from (one of ['dsprites', 'teapots', 'small32'])",
        typeConverter=TypeConverters.toString,
    )

    def getPreset(self) -> str:
        """Value of ``preset``: networks and settings to start from (one of ['dsprites',
        'teapots', 'small32']).
        """
        return self.getOrDefault("preset")

    def setPreset(self: S, value: str) -> S:
        """Sets ``preset``: networks and settings to start from (one of ['dsprites',
        'teapots', 'small32']).
        """
        return self._set(preset=value)

    @keyword_only
    def __init__(
        self,
        *,
        alpha: float = 1.0,
        annealIter: int = 0,
        appendCodes: bool = True,
        appendGenerated: bool = True,
        architecture: str = "",
        averagingFrequency: int = 100,
        batchSize: Optional[int] = None,
        beta: float = 6.4,
        checkpointDir: str = "",
        checkpointInterval: int = 1000,
        checkpointsKept: int = 2,
        codesCol: str = "codes",
        collapsePatience: int = 2000,
        encoding: str = "mean",
        evaluationInterval: int = 1000,
        evaluationPatience: int = 0,
        evaluators: Sequence[Evaluator] = (),
        gamma: float = 1.0,
        generatedCol: str = "generated",
        imageCol: str = "image",
        imageFormat: str = "image",
        initialModel: str = "",
        initialOptimiser: bool = False,
        keepBest: bool = False,
        learningRate: float = 5.0E-4,
        maxIter: Optional[int] = None,
        noiseCol: str = "noise",
        numCodes: Optional[int] = None,
        numWorkers: int = 1,
        precision: str = "float32",
        preset: str = "dsprites",
        resume: bool = False,
        seed: int = 42,
        validationIndicatorCol: str = "",
        valueRange: str = "unit",
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def defaultLearningRate(self) -> float:
        """See ``defaultLearningRate`` of the Java class
        ``org.disentangle.estimator.BetaTcVae``.
        """
        return self._ask("defaultLearningRate")

    @property
    def isWatched(self) -> bool:
        """Whether the training is to be watched."""
        return self._ask("isWatched")


class BetaVae(
    StageEstimator,
    params.DisentangledModelParams,
    params.HasArchitecture,
    params.HasAveragingFrequency,
    params.HasCodesCol,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasInitialModel,
    params.HasNoiseCol,
    params.HasNumCodes,
    params.HasNumWorkers,
    params.HasPrecision,
    params.HasRounds,
    params.HasSeed,
    params.HasValueRange,
    params.HasWatching,
    params.PresetParams,
    params.VaeModelParams,
    params.VaeParams,
):
    """beta-VAE (Higgins et al., ICLR 2017)."""

    _java_class = "org.disentangle.estimator.BetaVae"
    _live_defaults = frozenset(
        [
            "batchSize",
            "maxIter",
            "numCodes",
        ]
    )

    beta: "Param[float]" = Param(
        Params._dummy(),
        "beta",
        "weight of the KL (a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getBeta(self) -> float:
        """Value of ``beta``: weight of the KL (a finite number, at least 0.0)."""
        return self.getOrDefault("beta")

    def setBeta(self: S, value: float) -> S:
        """Sets ``beta``: weight of the KL (a finite number, at least 0.0)."""
        return self._set(beta=value)

    capacity: "Param[float]" = Param(
        Params._dummy(),
        "capacity",
        "nats that the KL may have at last (a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getCapacity(self) -> float:
        """Value of ``capacity``: nats that the KL may have at last (a finite number, at
        least 0.0).
        """
        return self.getOrDefault("capacity")

    def setCapacity(self: S, value: float) -> S:
        """Sets ``capacity``: nats that the KL may have at last (a finite number, at least
        0.0).
        """
        return self._set(capacity=value)

    capacityIter: "Param[int]" = Param(
        Params._dummy(),
        "capacityIter",
        "iterations over which the capacity rises (a whole number, at least 1)",
        typeConverter=TypeConverters.toInt,
    )

    def getCapacityIter(self) -> int:
        """Value of ``capacityIter``: iterations over which the capacity rises (a whole
        number, at least 1).
        """
        return self.getOrDefault("capacityIter")

    def setCapacityIter(self: S, value: int) -> S:
        """Sets ``capacityIter``: iterations over which the capacity rises (a whole number,
        at least 1).
        """
        return self._set(capacityIter=value)

    gamma: "Param[float]" = Param(
        Params._dummy(),
        "gamma",
        "weight of the distance of the KL from the capacity (a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getGamma(self) -> float:
        """Value of ``gamma``: weight of the distance of the KL from the capacity (a finite
        number, at least 0.0).
        """
        return self.getOrDefault("gamma")

    def setGamma(self: S, value: float) -> S:
        """Sets ``gamma``: weight of the distance of the KL from the capacity (a finite
        number, at least 0.0).
        """
        return self._set(gamma=value)

    objective: "Param[str]" = Param(
        Params._dummy(),
        "objective",
        "what is done with the KL (one of ['beta', 'capacity'])",
        typeConverter=TypeConverters.toString,
    )

    def getObjective(self) -> str:
        """Value of ``objective``: what is done with the KL (one of ['beta', 'capacity'])."""
        return self.getOrDefault("objective")

    def setObjective(self: S, value: str) -> S:
        """Sets ``objective``: what is done with the KL (one of ['beta', 'capacity'])."""
        return self._set(objective=value)

    preset: "Param[str]" = Param(
        Params._dummy(),
        "preset",
        "networks and settings to start from (one of ['dsprites', 'teapots', 'small32'])",
        typeConverter=TypeConverters.toString,
    )

    def getPreset(self) -> str:
        """Value of ``preset``: networks and settings to start from (one of ['dsprites',
        'teapots', 'small32']).
        """
        return self.getOrDefault("preset")

    def setPreset(self: S, value: str) -> S:
        """Sets ``preset``: networks and settings to start from (one of ['dsprites',
        'teapots', 'small32']).
        """
        return self._set(preset=value)

    @keyword_only
    def __init__(
        self,
        *,
        annealIter: int = 0,
        appendCodes: bool = True,
        appendGenerated: bool = True,
        architecture: str = "",
        averagingFrequency: int = 100,
        batchSize: Optional[int] = None,
        beta: float = 4.0,
        capacity: float = 25.0,
        capacityIter: int = 100000,
        checkpointDir: str = "",
        checkpointInterval: int = 1000,
        checkpointsKept: int = 2,
        codesCol: str = "codes",
        collapsePatience: int = 2000,
        encoding: str = "mean",
        evaluationInterval: int = 1000,
        evaluationPatience: int = 0,
        evaluators: Sequence[Evaluator] = (),
        gamma: float = 100.0,
        generatedCol: str = "generated",
        imageCol: str = "image",
        imageFormat: str = "image",
        initialModel: str = "",
        initialOptimiser: bool = False,
        keepBest: bool = False,
        learningRate: float = 5.0E-4,
        maxIter: Optional[int] = None,
        noiseCol: str = "noise",
        numCodes: Optional[int] = None,
        numWorkers: int = 1,
        objective: str = "beta",
        precision: str = "float32",
        preset: str = "dsprites",
        resume: bool = False,
        seed: int = 42,
        validationIndicatorCol: str = "",
        valueRange: str = "unit",
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def defaultLearningRate(self) -> float:
        """See ``defaultLearningRate`` of the Java class
        ``org.disentangle.estimator.BetaVae``.
        """
        return self._ask("defaultLearningRate")

    @property
    def isWatched(self) -> bool:
        """Whether the training is to be watched."""
        return self._ask("isWatched")


class DipVae(
    StageEstimator,
    params.DisentangledModelParams,
    params.HasArchitecture,
    params.HasAveragingFrequency,
    params.HasCodesCol,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasInitialModel,
    params.HasNoiseCol,
    params.HasNumCodes,
    params.HasNumWorkers,
    params.HasPrecision,
    params.HasRounds,
    params.HasSeed,
    params.HasValueRange,
    params.HasWatching,
    params.PresetParams,
    params.VaeModelParams,
    params.VaeParams,
):
    """DIP-VAE (Kumar, Sattigeri and Balakrishnan, "Variational Inference of Disentangled
    Latent Concepts from Unlabeled Observations", ICLR 2018).
    """

    _java_class = "org.disentangle.estimator.DipVae"
    _live_defaults = frozenset(
        [
            "batchSize",
            "lambdaD",
            "maxIter",
            "numCodes",
        ]
    )

    dipType: "Param[str]" = Param(
        Params._dummy(),
        "dipType",
        "whose covariance is to be the identity (one of ['i', 'ii'])",
        typeConverter=TypeConverters.toString,
    )

    def getDipType(self) -> str:
        """Value of ``dipType``: whose covariance is to be the identity (one of ['i', 'ii'])."""
        return self.getOrDefault("dipType")

    def setDipType(self: S, value: str) -> S:
        """Sets ``dipType``: whose covariance is to be the identity (one of ['i', 'ii'])."""
        return self._set(dipType=value)

    lambdaD: "Param[float]" = Param(
        Params._dummy(),
        "lambdaD",
        "weight of the squared distances of codes' variances from 1; the default is 10 "
        "lambdaOd with dipType i, and lambdaOd with ii (a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getLambdaD(self) -> float:
        """Value of ``lambdaD``: weight of the squared distances of codes' variances from 1;
        the default is 10 lambdaOd with dipType i, and lambdaOd with ii (a finite number,
        at least 0.0).
        """
        return self.getOrDefault("lambdaD")

    def setLambdaD(self: S, value: float) -> S:
        """Sets ``lambdaD``: weight of the squared distances of codes' variances from 1; the
        default is 10 lambdaOd with dipType i, and lambdaOd with ii (a finite number, at
        least 0.0).
        """
        return self._set(lambdaD=value)

    lambdaOd: "Param[float]" = Param(
        Params._dummy(),
        "lambdaOd",
        "weight of the squared covariances of codes (a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getLambdaOd(self) -> float:
        """Value of ``lambdaOd``: weight of the squared covariances of codes (a finite
        number, at least 0.0).
        """
        return self.getOrDefault("lambdaOd")

    def setLambdaOd(self: S, value: float) -> S:
        """Sets ``lambdaOd``: weight of the squared covariances of codes (a finite number, at
        least 0.0).
        """
        return self._set(lambdaOd=value)

    preset: "Param[str]" = Param(
        Params._dummy(),
        "preset",
        "networks and settings to start from (one of ['dsprites', 'teapots', 'small32'])",
        typeConverter=TypeConverters.toString,
    )

    def getPreset(self) -> str:
        """Value of ``preset``: networks and settings to start from (one of ['dsprites',
        'teapots', 'small32']).
        """
        return self.getOrDefault("preset")

    def setPreset(self: S, value: str) -> S:
        """Sets ``preset``: networks and settings to start from (one of ['dsprites',
        'teapots', 'small32']).
        """
        return self._set(preset=value)

    @keyword_only
    def __init__(
        self,
        *,
        annealIter: int = 0,
        appendCodes: bool = True,
        appendGenerated: bool = True,
        architecture: str = "",
        averagingFrequency: int = 100,
        batchSize: Optional[int] = None,
        checkpointDir: str = "",
        checkpointInterval: int = 1000,
        checkpointsKept: int = 2,
        codesCol: str = "codes",
        collapsePatience: int = 2000,
        dipType: str = "i",
        encoding: str = "mean",
        evaluationInterval: int = 1000,
        evaluationPatience: int = 0,
        evaluators: Sequence[Evaluator] = (),
        generatedCol: str = "generated",
        imageCol: str = "image",
        imageFormat: str = "image",
        initialModel: str = "",
        initialOptimiser: bool = False,
        keepBest: bool = False,
        lambdaD: Optional[float] = None,
        lambdaOd: float = 10.0,
        learningRate: float = 1.0E-4,
        maxIter: Optional[int] = None,
        noiseCol: str = "noise",
        numCodes: Optional[int] = None,
        numWorkers: int = 1,
        precision: str = "float32",
        preset: str = "dsprites",
        resume: bool = False,
        seed: int = 42,
        validationIndicatorCol: str = "",
        valueRange: str = "unit",
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def defaultLearningRate(self) -> float:
        """1e-4 (Locatello et al."""
        return self._ask("defaultLearningRate")

    @property
    def isWatched(self) -> bool:
        """Whether the training is to be watched."""
        return self._ask("isWatched")


class FactorVae(
    StageEstimator,
    params.ContrastParams,
    params.DisentangledModelParams,
    params.HasArchitecture,
    params.HasAveragingFrequency,
    params.HasCodesCol,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasInitialModel,
    params.HasLearningRateTc,
    params.HasNoiseCol,
    params.HasNumCodes,
    params.HasNumWorkers,
    params.HasPrecision,
    params.HasRounds,
    params.HasSeed,
    params.HasValueRange,
    params.HasWatching,
    params.PresetParams,
    params.VaeModelParams,
    params.VaeParams,
):
    """FactorVAE (Kim and Mnih, "Disentangling by Factorising", ICML 2018), as the InfoGAN-CR
    authors run it.
    """

    _java_class = "org.disentangle.estimator.FactorVae"
    _live_defaults = frozenset(
        [
            "alpha",
            "batchSize",
            "crStart",
            "gap",
            "learningRateH",
            "maxIter",
            "numCodes",
        ]
    )

    gamma: "Param[float]" = Param(
        Params._dummy(),
        "gamma",
        "weight of the total correlation (a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getGamma(self) -> float:
        """Value of ``gamma``: weight of the total correlation (a finite number, at least
        0.0).
        """
        return self.getOrDefault("gamma")

    def setGamma(self: S, value: float) -> S:
        """Sets ``gamma``: weight of the total correlation (a finite number, at least 0.0)."""
        return self._set(gamma=value)

    preset: "Param[str]" = Param(
        Params._dummy(),
        "preset",
        "networks and settings to start from (one of ['dsprites', 'teapots', 'small32'])",
        typeConverter=TypeConverters.toString,
    )

    def getPreset(self) -> str:
        """Value of ``preset``: networks and settings to start from (one of ['dsprites',
        'teapots', 'small32']).
        """
        return self.getOrDefault("preset")

    def setPreset(self: S, value: str) -> S:
        """Sets ``preset``: networks and settings to start from (one of ['dsprites',
        'teapots', 'small32']).
        """
        return self._set(preset=value)

    @keyword_only
    def __init__(
        self,
        *,
        alpha: Optional[float] = None,
        annealIter: int = 0,
        appendCodes: bool = True,
        appendGenerated: bool = True,
        architecture: str = "",
        averagingFrequency: int = 100,
        batchSize: Optional[int] = None,
        checkpointDir: str = "",
        checkpointInterval: int = 1000,
        checkpointsKept: int = 2,
        codesCol: str = "codes",
        collapsePatience: int = 2000,
        crStart: Optional[int] = None,
        encoding: str = "mean",
        evaluationInterval: int = 1000,
        evaluationPatience: int = 0,
        evaluators: Sequence[Evaluator] = (),
        gamma: float = 20.0,
        gap: Optional[float] = None,
        generatedCol: str = "generated",
        imageCol: str = "image",
        imageFormat: str = "image",
        initialModel: str = "",
        initialOptimiser: bool = False,
        keepBest: bool = False,
        learningRate: float = 1.0E-4,
        learningRateH: Optional[float] = None,
        learningRateTc: float = 1.0E-4,
        maxIter: Optional[int] = None,
        noiseCol: str = "noise",
        numCodes: Optional[int] = None,
        numWorkers: int = 1,
        precision: str = "float32",
        preset: str = "dsprites",
        resume: bool = False,
        seed: int = 42,
        validationIndicatorCol: str = "",
        valueRange: str = "unit",
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def defaultLearningRate(self) -> float:
        """1e-4 (Kim and Mnih 2018."""
        return self._ask("defaultLearningRate")

    @property
    def isWatched(self) -> bool:
        """Whether the training is to be watched."""
        return self._ask("isWatched")


class IbGan(
    StageEstimator,
    params.DisentangledModelParams,
    params.HasAdversarialRates,
    params.HasArchitecture,
    params.HasAveragingFrequency,
    params.HasCodesCol,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasInitialModel,
    params.HasInstanceNoise,
    params.HasNoiseCol,
    params.HasNumCodes,
    params.HasNumWorkers,
    params.HasPluggedParts,
    params.HasPrecision,
    params.HasRounds,
    params.HasSeed,
    params.HasValueRange,
    params.HasWatching,
    params.PresetParams,
    params.VaeModelParams,
):
    """IB-GAN (Jeon, Lee, Pyeon and Kim, "IB-GAN."""

    _java_class = "org.disentangle.estimator.IbGan"
    _live_defaults = frozenset(
        [
            "batchSize",
            "beta",
            "instanceNoiseIter",
            "learningRateD",
            "learningRateG",
            "maxIter",
            "noiseDim",
            "numCodes",
        ]
    )

    beta: "Param[float]" = Param(
        Params._dummy(),
        "beta",
        "weight of the codes' divergence from the prior; the default is the preset's (a finite "
        "number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getBeta(self) -> float:
        """Value of ``beta``: weight of the codes' divergence from the prior; the default is
        the preset's (a finite number, at least 0.0).
        """
        return self.getOrDefault("beta")

    def setBeta(self: S, value: float) -> S:
        """Sets ``beta``: weight of the codes' divergence from the prior; the default is the
        preset's (a finite number, at least 0.0).
        """
        return self._set(beta=value)

    noiseDim: "Param[int]" = Param(
        Params._dummy(),
        "noiseDim",
        "values of the noise z that codes are made of; the default is the preset's (a whole "
        "number from 1 to 10000)",
        typeConverter=TypeConverters.toInt,
    )

    def getNoiseDim(self) -> int:
        """Value of ``noiseDim``: values of the noise z that codes are made of; the default
        is the preset's (a whole number from 1 to 10000).
        """
        return self.getOrDefault("noiseDim")

    def setNoiseDim(self: S, value: int) -> S:
        """Sets ``noiseDim``: values of the noise z that codes are made of; the default is
        the preset's (a whole number from 1 to 10000).
        """
        return self._set(noiseDim=value)

    nuisanceDim: "Param[int]" = Param(
        Params._dummy(),
        "nuisanceDim",
        "noise values that G takes beside the codes with competeFree (a whole number from 0 to "
        "10000)",
        typeConverter=TypeConverters.toInt,
    )

    def getNuisanceDim(self) -> int:
        """Value of ``nuisanceDim``: noise values that G takes beside the codes with
        competeFree (a whole number from 0 to 10000).
        """
        return self.getOrDefault("nuisanceDim")

    def setNuisanceDim(self: S, value: int) -> S:
        """Sets ``nuisanceDim``: noise values that G takes beside the codes with competeFree
        (a whole number from 0 to 10000).
        """
        return self._set(nuisanceDim=value)

    preset: "Param[str]" = Param(
        Params._dummy(),
        "preset",
        "networks and settings to start from (one of ['dsprites', 'small32'])",
        typeConverter=TypeConverters.toString,
    )

    def getPreset(self) -> str:
        """Value of ``preset``: networks and settings to start from (one of ['dsprites',
        'small32']).
        """
        return self.getOrDefault("preset")

    def setPreset(self: S, value: str) -> S:
        """Sets ``preset``: networks and settings to start from (one of ['dsprites',
        'small32']).
        """
        return self._set(preset=value)

    @keyword_only
    def __init__(
        self,
        *,
        appendCodes: bool = True,
        appendGenerated: bool = True,
        architecture: str = "",
        averagingFrequency: int = 100,
        batchSize: Optional[int] = None,
        beta: Optional[float] = None,
        checkpointDir: str = "",
        checkpointInterval: int = 1000,
        checkpointsKept: int = 2,
        codesCol: str = "codes",
        collapsePatience: int = 2000,
        competeFree: bool = False,
        encoding: str = "mean",
        evaluationInterval: int = 1000,
        evaluationPatience: int = 0,
        evaluators: Sequence[Evaluator] = (),
        gamma: float = 1.0,
        generatedCol: str = "generated",
        grouped: bool = False,
        imageCol: str = "image",
        imageFormat: str = "image",
        initialModel: str = "",
        initialOptimiser: bool = False,
        instanceNoiseIter: Optional[int] = None,
        keepBest: bool = False,
        learningRateD: Optional[float] = None,
        learningRateG: Optional[float] = None,
        maxIter: Optional[int] = None,
        noiseCol: str = "noise",
        noiseDim: Optional[int] = None,
        nuisanceDim: int = 10,
        numCodes: Optional[int] = None,
        numWorkers: int = 1,
        oneHot: bool = False,
        orthogonalWeight: float = 1.0,
        precision: str = "float32",
        preset: str = "dsprites",
        resume: bool = False,
        seed: int = 42,
        validationIndicatorCol: str = "",
        valueRange: str = "unit",
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def isWatched(self) -> bool:
        """Whether the training is to be watched."""
        return self._ask("isWatched")


class ImageClassifier(
    StageEstimator,
    params.HasAveragingFrequency,
    params.HasBatchSize,
    params.HasFeaturesCol,
    params.HasImageCol,
    params.HasLabelCol,
    params.HasNumWorkers,
    params.HasPredictionCol,
    params.HasProbabilityCol,
    params.HasSeed,
    params.HasValueRange,
    params.ImageClassifierParams,
):
    """Learns to classify images with a small convolutional network, trained data-parallel
    with parameter averaging.
    """

    _java_class = "org.disentangle.estimator.ImageClassifier"

    @keyword_only
    def __init__(
        self,
        *,
        averagingFrequency: int = 100,
        batchSize: int = 64,
        epochs: int = 5,
        featuresCol: str = "features",
        imageCol: str = "image",
        labelCol: str = "label",
        learningRate: float = 0.05,
        momentum: float = 0.9,
        network: str = "small",
        numWorkers: int = 1,
        predictionCol: str = "prediction",
        probabilityCol: str = "probability",
        seed: int = 42,
        valueRange: str = "unit",
    ):
        super().__init__()
        self._start(self._input_kwargs)


class InfoGan(
    StageEstimator,
    params.DisentangledModelParams,
    params.HasAdversarialRates,
    params.HasArchitecture,
    params.HasAveragingFrequency,
    params.HasCodesCol,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasInitialModel,
    params.HasNoiseCol,
    params.HasNoiseDim,
    params.HasNumCodes,
    params.HasNumWorkers,
    params.HasPluggedParts,
    params.HasPrecision,
    params.HasRounds,
    params.HasSeed,
    params.HasValueRange,
    params.HasWatching,
    params.InfoGanParams,
    params.PresetParams,
):
    """InfoGAN (Chen, Duan, Houthooft, Schulman, Sutskever and Abbeel, "InfoGAN."""

    _java_class = "org.disentangle.estimator.InfoGan"
    _live_defaults = frozenset(
        [
            "adversarialLoss",
            "batchSize",
            "categories",
            "gradientPenalty",
            "lambda",
            "lambdaCategorical",
            "learningRateD",
            "learningRateG",
            "maxIter",
            "noiseDim",
            "numCodes",
        ]
    )

    preset: "Param[str]" = Param(
        Params._dummy(),
        "preset",
        "networks and settings to start from (one of ['dsprites', 'mnist28', 'svhn32', "
        "'celeba32', 'faces32', 'chairs64', 'small28', 'small32'])",
        typeConverter=TypeConverters.toString,
    )

    def getPreset(self) -> str:
        """Value of ``preset``: networks and settings to start from (one of ['dsprites',
        'mnist28', 'svhn32', 'celeba32', 'faces32', 'chairs64', 'small28', 'small32']).
        """
        return self.getOrDefault("preset")

    def setPreset(self: S, value: str) -> S:
        """Sets ``preset``: networks and settings to start from (one of ['dsprites',
        'mnist28', 'svhn32', 'celeba32', 'faces32', 'chairs64', 'small28', 'small32']).
        """
        return self._set(preset=value)

    @keyword_only
    def __init__(
        self,
        *,
        adversarialLoss: Optional[str] = None,
        appendCodes: bool = True,
        appendGenerated: bool = True,
        architecture: str = "",
        averagingFrequency: int = 100,
        batchSize: Optional[int] = None,
        categories: Optional[Sequence[int]] = None,
        checkpointDir: str = "",
        checkpointInterval: int = 1000,
        checkpointsKept: int = 2,
        codesCol: str = "codes",
        collapsePatience: int = 2000,
        competeFree: bool = False,
        evaluationInterval: int = 1000,
        evaluationPatience: int = 0,
        evaluators: Sequence[Evaluator] = (),
        gamma: float = 1.0,
        generatedCol: str = "generated",
        gradientPenalty: Optional[float] = None,
        grouped: bool = False,
        imageCol: str = "image",
        imageFormat: str = "image",
        initialModel: str = "",
        initialOptimiser: bool = False,
        keepBest: bool = False,
        lambda_: Optional[float] = None,
        lambdaCategorical: Optional[float] = None,
        learningRateD: Optional[float] = None,
        learningRateG: Optional[float] = None,
        maxIter: Optional[int] = None,
        noiseCol: str = "noise",
        noiseDim: Optional[int] = None,
        numCodes: Optional[int] = None,
        numWorkers: int = 1,
        oneHot: bool = False,
        orthogonalWeight: float = 1.0,
        packSize: int = 1,
        precision: str = "float32",
        preset: str = "dsprites",
        qDeviationFloor: float = 0.0,
        qVariance: str = "unit",
        qVarianceStart: int = 0,
        resume: bool = False,
        seed: int = 42,
        validationIndicatorCol: str = "",
        valueRange: str = "unit",
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def categoryCounts(self) -> List[Any]:
        """The numbers of categories in effect."""
        return self._ask("categoryCounts")

    @property
    def isWatched(self) -> bool:
        """Whether the training is to be watched."""
        return self._ask("isWatched")


class InfoGanCr(
    StageEstimator,
    params.ContrastParams,
    params.DisentangledModelParams,
    params.HasAdversarialRates,
    params.HasArchitecture,
    params.HasAveragingFrequency,
    params.HasCodesCol,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasInitialModel,
    params.HasLearningRateTc,
    params.HasNoiseCol,
    params.HasNoiseDim,
    params.HasNumCodes,
    params.HasNumWorkers,
    params.HasPluggedParts,
    params.HasPrecision,
    params.HasRounds,
    params.HasSeed,
    params.HasValueRange,
    params.HasWatching,
    params.InfoGanCrParams,
    params.InfoGanParams,
    params.PresetParams,
):
    """InfoGAN-CR (Lin, Thekumparampil, Fanti and Oh, "InfoGAN-CR and ModelCentrality", ICML
    2020).
    """

    _java_class = "org.disentangle.estimator.InfoGanCr"
    _live_defaults = frozenset(
        [
            "adversarialLoss",
            "alpha",
            "batchSize",
            "categories",
            "crStart",
            "gap",
            "gapAfter",
            "gapSwitch",
            "gradientPenalty",
            "lambda",
            "lambdaCategorical",
            "learningRateD",
            "learningRateG",
            "learningRateH",
            "maxIter",
            "noiseDim",
            "numCodes",
        ]
    )

    preset: "Param[str]" = Param(
        Params._dummy(),
        "preset",
        "networks and settings to start from (one of ['dsprites', 'cdsprites', 'teapots', "
        "'celeba32', 'mnist28', 'small32'])",
        typeConverter=TypeConverters.toString,
    )

    def getPreset(self) -> str:
        """Value of ``preset``: networks and settings to start from (one of ['dsprites',
        'cdsprites', 'teapots', 'celeba32', 'mnist28', 'small32']).
        """
        return self.getOrDefault("preset")

    def setPreset(self: S, value: str) -> S:
        """Sets ``preset``: networks and settings to start from (one of ['dsprites',
        'cdsprites', 'teapots', 'celeba32', 'mnist28', 'small32']).
        """
        return self._set(preset=value)

    @keyword_only
    def __init__(
        self,
        *,
        adversarialLoss: Optional[str] = None,
        alpha: Optional[float] = None,
        alphaRise: int = 0,
        appendCodes: bool = True,
        appendGenerated: bool = True,
        architecture: str = "",
        averagingFrequency: int = 100,
        batchSize: Optional[int] = None,
        categories: Optional[Sequence[int]] = None,
        checkpointDir: str = "",
        checkpointInterval: int = 1000,
        checkpointsKept: int = 2,
        codesCol: str = "codes",
        collapsePatience: int = 2000,
        competeFree: bool = False,
        crStart: Optional[int] = None,
        evaluationInterval: int = 1000,
        evaluationPatience: int = 0,
        evaluators: Sequence[Evaluator] = (),
        gamma: float = 1.0,
        gammaTc: float = 0.0,
        gap: Optional[float] = None,
        gapAfter: Optional[float] = None,
        gapFall: int = 0,
        gapSwitch: Optional[int] = None,
        generatedCol: str = "generated",
        gradientPenalty: Optional[float] = None,
        grouped: bool = False,
        imageCol: str = "image",
        imageFormat: str = "image",
        initialModel: str = "",
        initialOptimiser: bool = False,
        keepBest: bool = False,
        lambda_: Optional[float] = None,
        lambdaCategorical: Optional[float] = None,
        learningRateD: Optional[float] = None,
        learningRateG: Optional[float] = None,
        learningRateH: Optional[float] = None,
        learningRateTc: float = 1.0E-4,
        maxIter: Optional[int] = None,
        noiseCol: str = "noise",
        noiseDim: Optional[int] = None,
        numCodes: Optional[int] = None,
        numWorkers: int = 1,
        oneHot: bool = False,
        orthogonalWeight: float = 1.0,
        packSize: int = 1,
        precision: str = "float32",
        preset: str = "dsprites",
        qDeviationFloor: float = 0.0,
        qVariance: str = "unit",
        qVarianceStart: int = 0,
        resume: bool = False,
        seed: int = 42,
        sharedCode: bool = True,
        sharedNoise: bool = True,
        validationIndicatorCol: str = "",
        valueRange: str = "unit",
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def categoryCounts(self) -> List[Any]:
        """The numbers of categories in effect."""
        return self._ask("categoryCounts")

    @property
    def isWatched(self) -> bool:
        """Whether the training is to be watched."""
        return self._ask("isWatched")


class ModelCentrality(
    ModelSelection,
    params.HasSeed,
    params.SelectionParams,
):
    """Chooses the model that agrees best with all others, without labels (Lin et al.,
    "InfoGAN-CR and ModelCentrality", ICML 2020, section 4).
    """

    _java_class = "org.disentangle.estimator.ModelCentrality"

    numVotes: "Param[int]" = Param(
        Params._dummy(),
        "numVotes",
        "groups of images of each generator, each giving a vote (a whole number, at least 1)",
        typeConverter=TypeConverters.toInt,
    )

    def getNumVotes(self) -> int:
        """Value of ``numVotes``: groups of images of each generator, each giving a vote (a
        whole number, at least 1).
        """
        return self.getOrDefault("numVotes")

    def setNumVotes(self: S, value: int) -> S:
        """Sets ``numVotes``: groups of images of each generator, each giving a vote (a whole
        number, at least 1).
        """
        return self._set(numVotes=value)

    scaleSampleSize: "Param[int]" = Param(
        Params._dummy(),
        "scaleSampleSize",
        "images of each generator over which codes are scaled (a whole number, at least 2)",
        typeConverter=TypeConverters.toInt,
    )

    def getScaleSampleSize(self) -> int:
        """Value of ``scaleSampleSize``: images of each generator over which codes are scaled
        (a whole number, at least 2).
        """
        return self.getOrDefault("scaleSampleSize")

    def setScaleSampleSize(self: S, value: int) -> S:
        """Sets ``scaleSampleSize``: images of each generator over which codes are scaled (a
        whole number, at least 2).
        """
        return self._set(scaleSampleSize=value)

    votesSampleSize: "Param[int]" = Param(
        Params._dummy(),
        "votesSampleSize",
        "images of a group, which share the value of one code (a whole number, at least 2)",
        typeConverter=TypeConverters.toInt,
    )

    def getVotesSampleSize(self) -> int:
        """Value of ``votesSampleSize``: images of a group, which share the value of one code
        (a whole number, at least 2).
        """
        return self.getOrDefault("votesSampleSize")

    def setVotesSampleSize(self: S, value: int) -> S:
        """Sets ``votesSampleSize``: images of a group, which share the value of one code (a
        whole number, at least 2).
        """
        return self._set(votesSampleSize=value)

    @keyword_only
    def __init__(
        self,
        *,
        numRuns: int = 10,
        numVotes: int = 500,
        parallelism: int = 1,
        resume: bool = False,
        scaleSampleSize: int = 73728,
        seed: int = 42,
        subModelDir: str = "",
        votesSampleSize: int = 100,
    ):
        super().__init__()
        self._start(self._input_kwargs)


class Oogan(
    StageEstimator,
    params.DisentangledModelParams,
    params.HasArchitecture,
    params.HasAveragingFrequency,
    params.HasCodesCol,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasInitialModel,
    params.HasInstanceNoise,
    params.HasNoiseCol,
    params.HasNoiseDim,
    params.HasNumCodes,
    params.HasNumWorkers,
    params.HasPluggedParts,
    params.HasPrecision,
    params.HasRounds,
    params.HasSeed,
    params.HasValueRange,
    params.HasWatching,
    params.OoganParams,
    params.PresetParams,
):
    """OOGAN (Liu, Zhu, Fu, de Melo and Elgammal, "OOGAN."""

    _java_class = "org.disentangle.estimator.Oogan"
    _live_defaults = frozenset(
        [
            "batchSize",
            "categories",
            "codeDistance",
            "gamma",
            "instanceNoiseIter",
            "lambda",
            "learningRate",
            "maxIter",
            "noiseDim",
            "noisePrior",
            "numCodes",
        ]
    )

    preset: "Param[str]" = Param(
        Params._dummy(),
        "preset",
        "networks and settings to start from (one of ['dsprites', 'chairs64', 'small32', "
        "'paper64', 'paper128', 'mnist28', 'paper32'])",
        typeConverter=TypeConverters.toString,
    )

    def getPreset(self) -> str:
        """Value of ``preset``: networks and settings to start from (one of ['dsprites',
        'chairs64', 'small32', 'paper64', 'paper128', 'mnist28', 'paper32']).
        """
        return self.getOrDefault("preset")

    def setPreset(self: S, value: str) -> S:
        """Sets ``preset``: networks and settings to start from (one of ['dsprites',
        'chairs64', 'small32', 'paper64', 'paper128', 'mnist28', 'paper32']).
        """
        return self._set(preset=value)

    @keyword_only
    def __init__(
        self,
        *,
        appendCodes: bool = True,
        appendGenerated: bool = True,
        architecture: str = "",
        averagingFrequency: int = 100,
        batchSize: Optional[int] = None,
        categories: Optional[Sequence[int]] = None,
        checkpointDir: str = "",
        checkpointInterval: int = 1000,
        checkpointsKept: int = 2,
        codeDistance: Optional[str] = None,
        codesCol: str = "codes",
        collapsePatience: int = 2000,
        competeFree: bool = True,
        evaluationInterval: int = 1000,
        evaluationPatience: int = 0,
        evaluators: Sequence[Evaluator] = (),
        gamma: Optional[float] = None,
        generatedCol: str = "generated",
        grouped: bool = True,
        imageCol: str = "image",
        imageFormat: str = "image",
        initialModel: str = "",
        initialOptimiser: bool = False,
        instanceNoiseIter: Optional[int] = None,
        keepBest: bool = False,
        lambda_: Optional[float] = None,
        learningRate: Optional[float] = None,
        maxIter: Optional[int] = None,
        noiseCol: str = "noise",
        noiseDim: Optional[int] = None,
        noisePrior: Optional[str] = None,
        numCodes: Optional[int] = None,
        numWorkers: int = 1,
        oneCode: bool = False,
        oneHot: bool = True,
        orthogonalWeight: float = 1.0,
        precision: str = "float32",
        preset: str = "dsprites",
        probabilistic: bool = False,
        resume: bool = False,
        seed: int = 42,
        validationIndicatorCol: str = "",
        valueRange: str = "unit",
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def categoryCounts(self) -> List[Any]:
        """The numbers of categories in effect."""
        return self._ask("categoryCounts")

    @property
    def isWatched(self) -> bool:
        """Whether the training is to be watched."""
        return self._ask("isWatched")


class StyleContentVaeGan(
    StageEstimator,
    params.HasArchitecture,
    params.HasAveragingFrequency,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasInitialModel,
    params.HasLabelCol,
    params.HasNumWorkers,
    params.HasPrecision,
    params.HasRounds,
    params.HasSeed,
    params.HasValueRange,
    params.HasWatching,
    params.PresetParams,
    params.StyleContentModelParams,
    params.StyleContentParams,
):
    """Learns from labelled images a code that carries the label and one that carries
    everything else (Mathieu et al., "Disentangling factors of variation in deep
    representations using adversarial training", NIPS 2016).
    """

    _java_class = "org.disentangle.estimator.StyleContentVaeGan"
    _live_defaults = frozenset(
        [
            "batchSize",
            "klWeight",
            "labelWeight",
            "lambda",
            "maxIter",
            "specifiedDim",
            "unspecifiedDim",
        ]
    )

    preset: "Param[str]" = Param(
        Params._dummy(),
        "preset",
        "networks and settings to start from (one of ['mnist', 'sprites', 'norb', 'small32', "
        "'small32-colour'])",
        typeConverter=TypeConverters.toString,
    )

    def getPreset(self) -> str:
        """Value of ``preset``: networks and settings to start from (one of ['mnist',
        'sprites', 'norb', 'small32', 'small32-colour']).
        """
        return self.getOrDefault("preset")

    def setPreset(self: S, value: str) -> S:
        """Sets ``preset``: networks and settings to start from (one of ['mnist', 'sprites',
        'norb', 'small32', 'small32-colour']).
        """
        return self._set(preset=value)

    @keyword_only
    def __init__(
        self,
        *,
        appendGenerated: bool = True,
        architecture: str = "",
        averagingFrequency: int = 100,
        batchSize: Optional[int] = None,
        checkpointDir: str = "",
        checkpointInterval: int = 1000,
        checkpointsKept: int = 2,
        collapsePatience: int = 2000,
        evaluationInterval: int = 1000,
        evaluationPatience: int = 0,
        evaluators: Sequence[Evaluator] = (),
        frozenSpecified: bool = False,
        generatedCol: str = "generated",
        imageCol: str = "image",
        imageFormat: str = "image",
        initialModel: str = "",
        initialOptimiser: bool = False,
        keepBest: bool = False,
        klWeight: Optional[float] = None,
        labelCol: str = "label",
        labelWeight: Optional[float] = None,
        lambda_: Optional[float] = None,
        learningRate: float = 0.002,
        learningRateD: float = 5.0E-4,
        maxIter: Optional[int] = None,
        numWorkers: int = 1,
        optimiser: str = "adam",
        precision: str = "float32",
        preset: str = "mnist",
        resume: bool = False,
        seed: int = 42,
        specifiedCol: str = "specified",
        specifiedDim: Optional[int] = None,
        unspecifiedCol: str = "unspecified",
        unspecifiedDim: Optional[int] = None,
        validationIndicatorCol: str = "",
        valueRange: str = "unit",
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def isWatched(self) -> bool:
        """Whether the training is to be watched."""
        return self._ask("isWatched")


class SupervisedSelection(
    SupervisedModelSelection,
    params.HasSeed,
    params.SelectionParams,
):
    """Chooses the model that an evaluator scores best, for data with known factors."""

    _java_class = "org.disentangle.estimator.SupervisedSelection"

    @keyword_only
    def __init__(
        self,
        *,
        numRuns: int = 10,
        parallelism: int = 1,
        resume: bool = False,
        seed: int = 42,
        subModelDir: str = "",
    ):
        super().__init__()
        self._start(self._input_kwargs)


class Udr(
    ModelSelection,
    params.HasSeed,
    params.SelectionParams,
):
    """Chooses the model whose codes match those of the other models best one to one, without
    labels (Duan et al., "Unsupervised Model Selection for Variational Disentangled
    Representation Learning", ICLR 2020).
    """

    _java_class = "org.disentangle.estimator.Udr"

    relation: "Param[str]" = Param(
        Params._dummy(),
        "relation",
        "how codes of two models are related (one of ['lasso', 'spearman'])",
        typeConverter=TypeConverters.toString,
    )

    def getRelation(self) -> str:
        """Value of ``relation``: how codes of two models are related (one of ['lasso',
        'spearman']).
        """
        return self.getOrDefault("relation")

    def setRelation(self: S, value: str) -> S:
        """Sets ``relation``: how codes of two models are related (one of ['lasso',
        'spearman']).
        """
        return self._set(relation=value)

    sampleSize: "Param[int]" = Param(
        Params._dummy(),
        "sampleSize",
        "images that all models encode (a whole number, at least 2)",
        typeConverter=TypeConverters.toInt,
    )

    def getSampleSize(self) -> int:
        """Value of ``sampleSize``: images that all models encode (a whole number, at least
        2).
        """
        return self.getOrDefault("sampleSize")

    def setSampleSize(self: S, value: int) -> S:
        """Sets ``sampleSize``: images that all models encode (a whole number, at least 2)."""
        return self._set(sampleSize=value)

    @keyword_only
    def __init__(
        self,
        *,
        numRuns: int = 10,
        parallelism: int = 1,
        relation: str = "lasso",
        resume: bool = False,
        sampleSize: int = 1000,
        seed: int = 42,
        subModelDir: str = "",
    ):
        super().__init__()
        self._start(self._input_kwargs)
