# SPDX-License-Identifier: Apache-2.0
# Generated from the Params of the Java stages; PythonPackageTest says how.
"""Params that several stages have: one class per Java interface that declares them."""
from typing import List, Sequence, TypeVar

from pyspark.ml.evaluation import Evaluator
from pyspark.ml.param import Param, Params, TypeConverters


S = TypeVar("S", bound="Params")


class ArrayImagesParams(Params):
    """Params that stages share."""

    arrayLayout: "Param[str]" = Param(
        Params._dummy(),
        "arrayLayout",
        "order of the numbers of an image (one of ['chw', 'hwc'])",
        typeConverter=TypeConverters.toString,
    )

    def getArrayLayout(self) -> str:
        """Value of ``arrayLayout``: order of the numbers of an image (one of ['chw',
        'hwc']).
        """
        return self.getOrDefault("arrayLayout")

    def setArrayLayout(self: S, value: str) -> S:
        """Sets ``arrayLayout``: order of the numbers of an image (one of ['chw', 'hwc'])."""
        return self._set(arrayLayout=value)

    arrayScale: "Param[float]" = Param(
        Params._dummy(),
        "arrayScale",
        "the number that means white (a finite number above 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getArrayScale(self) -> float:
        """Value of ``arrayScale``: the number that means white (a finite number above 0.0)."""
        return self.getOrDefault("arrayScale")

    def setArrayScale(self: S, value: float) -> S:
        """Sets ``arrayScale``: the number that means white (a finite number above 0.0)."""
        return self._set(arrayScale=value)

    channels: "Param[int]" = Param(
        Params._dummy(),
        "channels",
        "channels of every image (1 or 3)",
        typeConverter=TypeConverters.toInt,
    )

    def getChannels(self) -> int:
        """Value of ``channels``: channels of every image (1 or 3)."""
        return self.getOrDefault("channels")

    def setChannels(self: S, value: int) -> S:
        """Sets ``channels``: channels of every image (1 or 3)."""
        return self._set(channels=value)

    height: "Param[int]" = Param(
        Params._dummy(),
        "height",
        "rows of every image (a whole number, at least 1)",
        typeConverter=TypeConverters.toInt,
    )

    def getHeight(self) -> int:
        """Value of ``height``: rows of every image (a whole number, at least 1)."""
        return self.getOrDefault("height")

    def setHeight(self: S, value: int) -> S:
        """Sets ``height``: rows of every image (a whole number, at least 1)."""
        return self._set(height=value)

    width: "Param[int]" = Param(
        Params._dummy(),
        "width",
        "columns of every image (a whole number, at least 1)",
        typeConverter=TypeConverters.toInt,
    )

    def getWidth(self) -> int:
        """Value of ``width``: columns of every image (a whole number, at least 1)."""
        return self.getOrDefault("width")

    def setWidth(self: S, value: int) -> S:
        """Sets ``width``: columns of every image (a whole number, at least 1)."""
        return self._set(width=value)


class CodeDrawParams(Params):
    """Params that stages share."""

    bins: "Param[int]" = Param(
        Params._dummy(),
        "bins",
        "intervals of a balanced code (a whole number from 2 to 4096)",
        typeConverter=TypeConverters.toInt,
    )

    def getBins(self) -> int:
        """Value of ``bins``: intervals of a balanced code (a whole number from 2 to 4096)."""
        return self.getOrDefault("bins")

    def setBins(self: S, value: int) -> S:
        """Sets ``bins``: intervals of a balanced code (a whole number from 2 to 4096)."""
        return self._set(bins=value)

    codeDraw: "Param[str]" = Param(
        Params._dummy(),
        "codeDraw",
        "how codes are drawn that are neither on a grid nor fixed (one of ['prior', "
        "'balanced'])",
        typeConverter=TypeConverters.toString,
    )

    def getCodeDraw(self) -> str:
        """Value of ``codeDraw``: how codes are drawn that are neither on a grid nor fixed
        (one of ['prior', 'balanced']).
        """
        return self.getOrDefault("codeDraw")

    def setCodeDraw(self: S, value: str) -> S:
        """Sets ``codeDraw``: how codes are drawn that are neither on a grid nor fixed (one
        of ['prior', 'balanced']).
        """
        return self._set(codeDraw=value)

    codeGrid: "Param[Sequence[str]]" = Param(
        Params._dummy(),
        "codeGrid",
        "codes on a grid, as CODE=STEPS (entries such as 3=5 or shape=5)",
        typeConverter=TypeConverters.toListString,
    )

    def getCodeGrid(self) -> List[str]:
        """Value of ``codeGrid``: codes on a grid, as CODE=STEPS (entries such as 3=5 or
        shape=5).
        """
        return self.getOrDefault("codeGrid")

    def setCodeGrid(self: S, value: Sequence[str]) -> S:
        """Sets ``codeGrid``: codes on a grid, as CODE=STEPS (entries such as 3=5 or
        shape=5).
        """
        return self._set(codeGrid=value)

    fixedCodes: "Param[Sequence[str]]" = Param(
        Params._dummy(),
        "fixedCodes",
        "codes of one value, as CODE=VALUE (entries such as 0=0.5 or size=0.5)",
        typeConverter=TypeConverters.toListString,
    )

    def getFixedCodes(self) -> List[str]:
        """Value of ``fixedCodes``: codes of one value, as CODE=VALUE (entries such as 0=0.5
        or size=0.5).
        """
        return self.getOrDefault("fixedCodes")

    def setFixedCodes(self: S, value: Sequence[str]) -> S:
        """Sets ``fixedCodes``: codes of one value, as CODE=VALUE (entries such as 0=0.5 or
        size=0.5).
        """
        return self._set(fixedCodes=value)


class ContrastParams(Params):
    """Params that stages share."""

    alpha: "Param[float]" = Param(
        Params._dummy(),
        "alpha",
        "weight of the contrastive regulariser once it is on; the default is the preset's, or "
        "0 (a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getAlpha(self) -> float:
        """Value of ``alpha``: weight of the contrastive regulariser once it is on; the
        default is the preset's, or 0 (a finite number, at least 0.0).
        """
        return self.getOrDefault("alpha")

    def setAlpha(self: S, value: float) -> S:
        """Sets ``alpha``: weight of the contrastive regulariser once it is on; the default
        is the preset's, or 0 (a finite number, at least 0.0).
        """
        return self._set(alpha=value)

    crStart: "Param[int]" = Param(
        Params._dummy(),
        "crStart",
        "iteration at which alpha takes effect; the default is a share of maxIter (a whole "
        "number, at least 0)",
        typeConverter=TypeConverters.toInt,
    )

    def getCrStart(self) -> int:
        """Value of ``crStart``: iteration at which alpha takes effect; the default is a
        share of maxIter (a whole number, at least 0).
        """
        return self.getOrDefault("crStart")

    def setCrStart(self: S, value: int) -> S:
        """Sets ``crStart``: iteration at which alpha takes effect; the default is a share of
        maxIter (a whole number, at least 0).
        """
        return self._set(crStart=value)

    gap: "Param[float]" = Param(
        Params._dummy(),
        "gap",
        "least distance of unshared codes in a contrastive pair; the default is the preset's, "
        "or 0 (a number from 0 up to, not including, 2)",
        typeConverter=TypeConverters.toFloat,
    )

    def getGap(self) -> float:
        """Value of ``gap``: least distance of unshared codes in a contrastive pair; the
        default is the preset's, or 0 (a number from 0 up to, not including, 2).
        """
        return self.getOrDefault("gap")

    def setGap(self: S, value: float) -> S:
        """Sets ``gap``: least distance of unshared codes in a contrastive pair; the default
        is the preset's, or 0 (a number from 0 up to, not including, 2).
        """
        return self._set(gap=value)

    learningRateH: "Param[float]" = Param(
        Params._dummy(),
        "learningRateH",
        "Adam's learning rate for H; the default is the preset's, or 0.002 (a finite number "
        "above 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getLearningRateH(self) -> float:
        """Value of ``learningRateH``: Adam's learning rate for H; the default is the
        preset's, or 0.002 (a finite number above 0.0).
        """
        return self.getOrDefault("learningRateH")

    def setLearningRateH(self: S, value: float) -> S:
        """Sets ``learningRateH``: Adam's learning rate for H; the default is the preset's,
        or 0.002 (a finite number above 0.0).
        """
        return self._set(learningRateH=value)


class DisentangledModelParams(Params):
    """Params that stages share."""

    appendCodes: "Param[bool]" = Param(
        Params._dummy(),
        "appendCodes",
        "append the codes inferred from images (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getAppendCodes(self) -> bool:
        """Value of ``appendCodes``: append the codes inferred from images (true or false)."""
        return self.getOrDefault("appendCodes")

    def setAppendCodes(self: S, value: bool) -> S:
        """Sets ``appendCodes``: append the codes inferred from images (true or false)."""
        return self._set(appendCodes=value)

    appendGenerated: "Param[bool]" = Param(
        Params._dummy(),
        "appendGenerated",
        "append the generated images (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getAppendGenerated(self) -> bool:
        """Value of ``appendGenerated``: append the generated images (true or false)."""
        return self.getOrDefault("appendGenerated")

    def setAppendGenerated(self: S, value: bool) -> S:
        """Sets ``appendGenerated``: append the generated images (true or false)."""
        return self._set(appendGenerated=value)


class FactorsEvaluator(Params):
    """Params that stages share."""

    factorBins: "Param[int]" = Param(
        Params._dummy(),
        "factorBins",
        "intervals that factors with more values are divided into; 0: values as they are (a "
        "whole number, at least 0)",
        typeConverter=TypeConverters.toInt,
    )

    def getFactorBins(self) -> int:
        """Value of ``factorBins``: intervals that factors with more values are divided into;
        0: values as they are (a whole number, at least 0).
        """
        return self.getOrDefault("factorBins")

    def setFactorBins(self: S, value: int) -> S:
        """Sets ``factorBins``: intervals that factors with more values are divided into; 0:
        values as they are (a whole number, at least 0).
        """
        return self._set(factorBins=value)


class HasAdversarialRates(Params):
    """Params that stages share."""

    learningRateD: "Param[float]" = Param(
        Params._dummy(),
        "learningRateD",
        "Adam's learning rate for D; the default is the preset's (a finite number above 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getLearningRateD(self) -> float:
        """Value of ``learningRateD``: Adam's learning rate for D; the default is the
        preset's (a finite number above 0.0).
        """
        return self.getOrDefault("learningRateD")

    def setLearningRateD(self: S, value: float) -> S:
        """Sets ``learningRateD``: Adam's learning rate for D; the default is the preset's (a
        finite number above 0.0).
        """
        return self._set(learningRateD=value)

    learningRateG: "Param[float]" = Param(
        Params._dummy(),
        "learningRateG",
        "Adam's learning rate for G; the default is the preset's (a finite number above 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getLearningRateG(self) -> float:
        """Value of ``learningRateG``: Adam's learning rate for G; the default is the
        preset's (a finite number above 0.0).
        """
        return self.getOrDefault("learningRateG")

    def setLearningRateG(self: S, value: float) -> S:
        """Sets ``learningRateG``: Adam's learning rate for G; the default is the preset's (a
        finite number above 0.0).
        """
        return self._set(learningRateG=value)


class HasArchitecture(Params):
    """Params that stages share."""

    architecture: "Param[str]" = Param(
        Params._dummy(),
        "architecture",
        "networks instead of the preset's (networks as JSON, or empty for the preset's)",
        typeConverter=TypeConverters.toString,
    )

    def getArchitecture(self) -> str:
        """Value of ``architecture``: networks instead of the preset's (networks as JSON, or
        empty for the preset's).
        """
        return self.getOrDefault("architecture")

    def setArchitecture(self: S, value: str) -> S:
        """Sets ``architecture``: networks instead of the preset's (networks as JSON, or
        empty for the preset's).
        """
        return self._set(architecture=value)


class HasAveragingFrequency(Params):
    """Params that stages share."""

    averagingFrequency: "Param[int]" = Param(
        Params._dummy(),
        "averagingFrequency",
        "iterations of every worker between two averagings (a whole number, at least 1)",
        typeConverter=TypeConverters.toInt,
    )

    def getAveragingFrequency(self) -> int:
        """Value of ``averagingFrequency``: iterations of every worker between two averagings
        (a whole number, at least 1).
        """
        return self.getOrDefault("averagingFrequency")

    def setAveragingFrequency(self: S, value: int) -> S:
        """Sets ``averagingFrequency``: iterations of every worker between two averagings (a
        whole number, at least 1).
        """
        return self._set(averagingFrequency=value)


class HasBatchSize(Params):
    """Params that stages share."""

    batchSize: "Param[int]" = Param(
        Params._dummy(),
        "batchSize",
        "images per mini-batch (a whole number, at least 1)",
        typeConverter=TypeConverters.toInt,
    )

    def getBatchSize(self) -> int:
        """Value of ``batchSize``: images per mini-batch (a whole number, at least 1)."""
        return self.getOrDefault("batchSize")

    def setBatchSize(self: S, value: int) -> S:
        """Sets ``batchSize``: images per mini-batch (a whole number, at least 1)."""
        return self._set(batchSize=value)


class HasBins(Params):
    """Params that stages share."""

    bins: "Param[int]" = Param(
        Params._dummy(),
        "bins",
        "intervals that a code is divided into (a whole number, at least 2)",
        typeConverter=TypeConverters.toInt,
    )

    def getBins(self) -> int:
        """Value of ``bins``: intervals that a code is divided into (a whole number, at least
        2).
        """
        return self.getOrDefault("bins")

    def setBins(self: S, value: int) -> S:
        """Sets ``bins``: intervals that a code is divided into (a whole number, at least 2)."""
        return self._set(bins=value)


class HasCategories(Params):
    """Params that stages share."""

    categories: "Param[Sequence[int]]" = Param(
        Params._dummy(),
        "categories",
        "numbers of categories of the first codes; the default is none, or the preset's "
        "(numbers of categories, each at least 2)",
        typeConverter=TypeConverters.toListInt,
    )

    def getCategories(self) -> List[int]:
        """Value of ``categories``: numbers of categories of the first codes; the default is
        none, or the preset's (numbers of categories, each at least 2).
        """
        return self.getOrDefault("categories")

    def setCategories(self: S, value: Sequence[int]) -> S:
        """Sets ``categories``: numbers of categories of the first codes; the default is
        none, or the preset's (numbers of categories, each at least 2).
        """
        return self._set(categories=value)


class HasCategoryProbabilities(Params):
    """Params that stages share."""

    probabilityCol: "Param[str]" = Param(
        Params._dummy(),
        "probabilityCol",
        "column of the probabilities of categories (a column's name, or empty for none)",
        typeConverter=TypeConverters.toString,
    )

    def getProbabilityCol(self) -> str:
        """Value of ``probabilityCol``: column of the probabilities of categories (a column's
        name, or empty for none).
        """
        return self.getOrDefault("probabilityCol")

    def setProbabilityCol(self: S, value: str) -> S:
        """Sets ``probabilityCol``: column of the probabilities of categories (a column's
        name, or empty for none).
        """
        return self._set(probabilityCol=value)


class HasCodesCol(Params):
    """Params that stages share."""

    codesCol: "Param[str]" = Param(
        Params._dummy(),
        "codesCol",
        "column of latent codes, one array or vector a row (the name of a column)",
        typeConverter=TypeConverters.toString,
    )

    def getCodesCol(self) -> str:
        """Value of ``codesCol``: column of latent codes, one array or vector a row (the name
        of a column).
        """
        return self.getOrDefault("codesCol")

    def setCodesCol(self: S, value: str) -> S:
        """Sets ``codesCol``: column of latent codes, one array or vector a row (the name of
        a column).
        """
        return self._set(codesCol=value)


class HasDhsicRows(Params):
    """Params that stages share."""

    dhsicRows: "Param[int]" = Param(
        Params._dummy(),
        "dhsicRows",
        "rows that dhsic compares pair by pair (a whole number, at least 2)",
        typeConverter=TypeConverters.toInt,
    )

    def getDhsicRows(self) -> int:
        """Value of ``dhsicRows``: rows that dhsic compares pair by pair (a whole number, at
        least 2).
        """
        return self.getOrDefault("dhsicRows")

    def setDhsicRows(self: S, value: int) -> S:
        """Sets ``dhsicRows``: rows that dhsic compares pair by pair (a whole number, at
        least 2).
        """
        return self._set(dhsicRows=value)


class HasDiscreteFactorCols(Params):
    """Params that stages share."""

    discreteFactorCols: "Param[Sequence[str]]" = Param(
        Params._dummy(),
        "discreteFactorCols",
        "factors whose values are classes; unset: the first factor (the names of one or more "
        "different columns)",
        typeConverter=TypeConverters.toListString,
    )

    def getDiscreteFactorCols(self) -> List[str]:
        """Value of ``discreteFactorCols``: factors whose values are classes; unset: the
        first factor (the names of one or more different columns).
        """
        return self.getOrDefault("discreteFactorCols")

    def setDiscreteFactorCols(self: S, value: Sequence[str]) -> S:
        """Sets ``discreteFactorCols``: factors whose values are classes; unset: the first
        factor (the names of one or more different columns).
        """
        return self._set(discreteFactorCols=value)


class HasFactorCols(Params):
    """Params that stages share."""

    factorCols: "Param[Sequence[str]]" = Param(
        Params._dummy(),
        "factorCols",
        "columns of ground-truth factors; unset: those that begin with factor_ (the names of "
        "one or more different columns)",
        typeConverter=TypeConverters.toListString,
    )

    def getFactorCols(self) -> List[str]:
        """Value of ``factorCols``: columns of ground-truth factors; unset: those that begin
        with factor_ (the names of one or more different columns).
        """
        return self.getOrDefault("factorCols")

    def setFactorCols(self: S, value: Sequence[str]) -> S:
        """Sets ``factorCols``: columns of ground-truth factors; unset: those that begin with
        factor_ (the names of one or more different columns).
        """
        return self._set(factorCols=value)


class HasFeaturesCol(Params):
    """Params that stages share."""

    featuresCol: "Param[str]" = Param(
        Params._dummy(),
        "featuresCol",
        "column of image features, one array or vector a row (the name of a column)",
        typeConverter=TypeConverters.toString,
    )

    def getFeaturesCol(self) -> str:
        """Value of ``featuresCol``: column of image features, one array or vector a row (the
        name of a column).
        """
        return self.getOrDefault("featuresCol")

    def setFeaturesCol(self: S, value: str) -> S:
        """Sets ``featuresCol``: column of image features, one array or vector a row (the
        name of a column).
        """
        return self._set(featuresCol=value)


class HasGeneratedCol(Params):
    """Params that stages share."""

    generatedCol: "Param[str]" = Param(
        Params._dummy(),
        "generatedCol",
        "column of generated images; it must not exist in the input (the name of a column)",
        typeConverter=TypeConverters.toString,
    )

    def getGeneratedCol(self) -> str:
        """Value of ``generatedCol``: column of generated images; it must not exist in the
        input (the name of a column).
        """
        return self.getOrDefault("generatedCol")

    def setGeneratedCol(self: S, value: str) -> S:
        """Sets ``generatedCol``: column of generated images; it must not exist in the input
        (the name of a column).
        """
        return self._set(generatedCol=value)


class HasImageCol(Params):
    """Params that stages share."""

    imageCol: "Param[str]" = Param(
        Params._dummy(),
        "imageCol",
        "column of input images (the name of a column)",
        typeConverter=TypeConverters.toString,
    )

    def getImageCol(self) -> str:
        """Value of ``imageCol``: column of input images (the name of a column)."""
        return self.getOrDefault("imageCol")

    def setImageCol(self: S, value: str) -> S:
        """Sets ``imageCol``: column of input images (the name of a column)."""
        return self._set(imageCol=value)


class HasImageFormat(Params):
    """Params that stages share."""

    imageFormat: "Param[str]" = Param(
        Params._dummy(),
        "imageFormat",
        "layout of written images (one of ['image', 'png', 'array', 'vector'])",
        typeConverter=TypeConverters.toString,
    )

    def getImageFormat(self) -> str:
        """Value of ``imageFormat``: layout of written images (one of ['image', 'png',
        'array', 'vector']).
        """
        return self.getOrDefault("imageFormat")

    def setImageFormat(self: S, value: str) -> S:
        """Sets ``imageFormat``: layout of written images (one of ['image', 'png', 'array',
        'vector']).
        """
        return self._set(imageFormat=value)


class HasInitialModel(Params):
    """Params that stages share."""

    initialModel: "Param[str]" = Param(
        Params._dummy(),
        "initialModel",
        "trained weights to start from (folder of a saved model or of checkpoints, or empty "
        "for fresh networks)",
        typeConverter=TypeConverters.toString,
    )

    def getInitialModel(self) -> str:
        """Value of ``initialModel``: trained weights to start from (folder of a saved model
        or of checkpoints, or empty for fresh networks).
        """
        return self.getOrDefault("initialModel")

    def setInitialModel(self: S, value: str) -> S:
        """Sets ``initialModel``: trained weights to start from (folder of a saved model or
        of checkpoints, or empty for fresh networks).
        """
        return self._set(initialModel=value)

    initialOptimiser: "Param[bool]" = Param(
        Params._dummy(),
        "initialOptimiser",
        "take the state of the initial model's optimisers too (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getInitialOptimiser(self) -> bool:
        """Value of ``initialOptimiser``: take the state of the initial model's optimisers
        too (true or false).
        """
        return self.getOrDefault("initialOptimiser")

    def setInitialOptimiser(self: S, value: bool) -> S:
        """Sets ``initialOptimiser``: take the state of the initial model's optimisers too
        (true or false).
        """
        return self._set(initialOptimiser=value)


class HasInstanceNoise(Params):
    """Params that stages share."""

    instanceNoiseIter: "Param[int]" = Param(
        Params._dummy(),
        "instanceNoiseIter",
        "iterations with noise on images; the default is the preset's share of maxIter (a "
        "whole number, at least 0)",
        typeConverter=TypeConverters.toInt,
    )

    def getInstanceNoiseIter(self) -> int:
        """Value of ``instanceNoiseIter``: iterations with noise on images; the default is
        the preset's share of maxIter (a whole number, at least 0).
        """
        return self.getOrDefault("instanceNoiseIter")

    def setInstanceNoiseIter(self: S, value: int) -> S:
        """Sets ``instanceNoiseIter``: iterations with noise on images; the default is the
        preset's share of maxIter (a whole number, at least 0).
        """
        return self._set(instanceNoiseIter=value)


class HasIrsQuantile(Params):
    """Params that stages share."""

    irsQuantile: "Param[float]" = Param(
        Params._dummy(),
        "irsQuantile",
        "quantile of the deviations within a group of rows (a number from 0.0 to 1.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getIrsQuantile(self) -> float:
        """Value of ``irsQuantile``: quantile of the deviations within a group of rows (a
        number from 0.0 to 1.0).
        """
        return self.getOrDefault("irsQuantile")

    def setIrsQuantile(self: S, value: float) -> S:
        """Sets ``irsQuantile``: quantile of the deviations within a group of rows (a number
        from 0.0 to 1.0).
        """
        return self._set(irsQuantile=value)


class HasLabelCol(Params):
    """Params that stages share."""

    labelCol: "Param[str]" = Param(
        Params._dummy(),
        "labelCol",
        "column of true classes, whole numbers from 0 on (the name of a column)",
        typeConverter=TypeConverters.toString,
    )

    def getLabelCol(self) -> str:
        """Value of ``labelCol``: column of true classes, whole numbers from 0 on (the name
        of a column).
        """
        return self.getOrDefault("labelCol")

    def setLabelCol(self: S, value: str) -> S:
        """Sets ``labelCol``: column of true classes, whole numbers from 0 on (the name of a
        column).
        """
        return self._set(labelCol=value)


class HasLearningRateTc(Params):
    """Params that stages share."""

    learningRateTc: "Param[float]" = Param(
        Params._dummy(),
        "learningRateTc",
        "Adam's learning rate for the discriminator of the total correlation (a finite number "
        "above 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getLearningRateTc(self) -> float:
        """Value of ``learningRateTc``: Adam's learning rate for the discriminator of the
        total correlation (a finite number above 0.0).
        """
        return self.getOrDefault("learningRateTc")

    def setLearningRateTc(self: S, value: float) -> S:
        """Sets ``learningRateTc``: Adam's learning rate for the discriminator of the total
        correlation (a finite number above 0.0).
        """
        return self._set(learningRateTc=value)


class HasNoiseCol(Params):
    """Params that stages share."""

    noiseCol: "Param[str]" = Param(
        Params._dummy(),
        "noiseCol",
        "column of latent noise, one array or vector a row (the name of a column)",
        typeConverter=TypeConverters.toString,
    )

    def getNoiseCol(self) -> str:
        """Value of ``noiseCol``: column of latent noise, one array or vector a row (the name
        of a column).
        """
        return self.getOrDefault("noiseCol")

    def setNoiseCol(self: S, value: str) -> S:
        """Sets ``noiseCol``: column of latent noise, one array or vector a row (the name of
        a column).
        """
        return self._set(noiseCol=value)


class HasNoiseDim(Params):
    """Params that stages share."""

    noiseDim: "Param[int]" = Param(
        Params._dummy(),
        "noiseDim",
        "nuisance noise values; the default is the preset's (a whole number from 0 to 10000)",
        typeConverter=TypeConverters.toInt,
    )

    def getNoiseDim(self) -> int:
        """Value of ``noiseDim``: nuisance noise values; the default is the preset's (a whole
        number from 0 to 10000).
        """
        return self.getOrDefault("noiseDim")

    def setNoiseDim(self: S, value: int) -> S:
        """Sets ``noiseDim``: nuisance noise values; the default is the preset's (a whole
        number from 0 to 10000).
        """
        return self._set(noiseDim=value)


class HasNumCodes(Params):
    """Params that stages share."""

    numCodes: "Param[int]" = Param(
        Params._dummy(),
        "numCodes",
        "codes, continuous and categorical together; the default is the preset's (a whole "
        "number from 1 to 10000)",
        typeConverter=TypeConverters.toInt,
    )

    def getNumCodes(self) -> int:
        """Value of ``numCodes``: codes, continuous and categorical together; the default is
        the preset's (a whole number from 1 to 10000).
        """
        return self.getOrDefault("numCodes")

    def setNumCodes(self: S, value: int) -> S:
        """Sets ``numCodes``: codes, continuous and categorical together; the default is the
        preset's (a whole number from 1 to 10000).
        """
        return self._set(numCodes=value)


class HasNumWorkers(Params):
    """Params that stages share."""

    numWorkers: "Param[int]" = Param(
        Params._dummy(),
        "numWorkers",
        "logical workers whose parameters are averaged; best one per core (a whole number from "
        "1 to 10000)",
        typeConverter=TypeConverters.toInt,
    )

    def getNumWorkers(self) -> int:
        """Value of ``numWorkers``: logical workers whose parameters are averaged; best one
        per core (a whole number from 1 to 10000).
        """
        return self.getOrDefault("numWorkers")

    def setNumWorkers(self: S, value: int) -> S:
        """Sets ``numWorkers``: logical workers whose parameters are averaged; best one per
        core (a whole number from 1 to 10000).
        """
        return self._set(numWorkers=value)


class HasPairCol(Params):
    """Params that stages share."""

    pairCol: "Param[str]" = Param(
        Params._dummy(),
        "pairCol",
        "column of pair ids, whole numbers that are each in two rows (the name of a column)",
        typeConverter=TypeConverters.toString,
    )

    def getPairCol(self) -> str:
        """Value of ``pairCol``: column of pair ids, whole numbers that are each in two rows
        (the name of a column).
        """
        return self.getOrDefault("pairCol")

    def setPairCol(self: S, value: str) -> S:
        """Sets ``pairCol``: column of pair ids, whole numbers that are each in two rows (the
        name of a column).
        """
        return self._set(pairCol=value)


class HasPluggedParts(Params):
    """Params that stages share."""

    competeFree: "Param[bool]" = Param(
        Params._dummy(),
        "competeFree",
        "whether G's input is compete-free (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getCompeteFree(self) -> bool:
        """Value of ``competeFree``: whether G's input is compete-free (true or false)."""
        return self.getOrDefault("competeFree")

    def setCompeteFree(self: S, value: bool) -> S:
        """Sets ``competeFree``: whether G's input is compete-free (true or false)."""
        return self._set(competeFree=value)

    gamma: "Param[float]" = Param(
        Params._dummy(),
        "gamma",
        "weight of the one-hot cross-entropy (a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getGamma(self) -> float:
        """Value of ``gamma``: weight of the one-hot cross-entropy (a finite number, at least
        0.0).
        """
        return self.getOrDefault("gamma")

    def setGamma(self: S, value: float) -> S:
        """Sets ``gamma``: weight of the one-hot cross-entropy (a finite number, at least
        0.0).
        """
        return self._set(gamma=value)

    grouped: "Param[bool]" = Param(
        Params._dummy(),
        "grouped",
        "whether Q reads each of its outputs off its own maps (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getGrouped(self) -> bool:
        """Value of ``grouped``: whether Q reads each of its outputs off its own maps (true
        or false).
        """
        return self.getOrDefault("grouped")

    def setGrouped(self: S, value: bool) -> S:
        """Sets ``grouped``: whether Q reads each of its outputs off its own maps (true or
        false).
        """
        return self._set(grouped=value)

    oneHot: "Param[bool]" = Param(
        Params._dummy(),
        "oneHot",
        "whether codes are one-hot vectors at every other iteration (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getOneHot(self) -> bool:
        """Value of ``oneHot``: whether codes are one-hot vectors at every other iteration
        (true or false).
        """
        return self.getOrDefault("oneHot")

    def setOneHot(self: S, value: bool) -> S:
        """Sets ``oneHot``: whether codes are one-hot vectors at every other iteration (true
        or false).
        """
        return self._set(oneHot=value)

    orthogonalWeight: "Param[float]" = Param(
        Params._dummy(),
        "orthogonalWeight",
        "weight of the orthogonal regularisation (a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getOrthogonalWeight(self) -> float:
        """Value of ``orthogonalWeight``: weight of the orthogonal regularisation (a finite
        number, at least 0.0).
        """
        return self.getOrDefault("orthogonalWeight")

    def setOrthogonalWeight(self: S, value: float) -> S:
        """Sets ``orthogonalWeight``: weight of the orthogonal regularisation (a finite
        number, at least 0.0).
        """
        return self._set(orthogonalWeight=value)


class HasPosteriorStd(Params):
    """Params that stages share."""

    posteriorStd: "Param[float]" = Param(
        Params._dummy(),
        "posteriorStd",
        "standard deviation of a code given its image (a finite number above 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getPosteriorStd(self) -> float:
        """Value of ``posteriorStd``: standard deviation of a code given its image (a finite
        number above 0.0).
        """
        return self.getOrDefault("posteriorStd")

    def setPosteriorStd(self: S, value: float) -> S:
        """Sets ``posteriorStd``: standard deviation of a code given its image (a finite
        number above 0.0).
        """
        return self._set(posteriorStd=value)


class HasPrecision(Params):
    """Params that stages share."""

    precision: "Param[str]" = Param(
        Params._dummy(),
        "precision",
        "numbers in which networks compute; bfloat16 needs AVX512_BF16 or AMX (one of "
        "['float32', 'bfloat16'])",
        typeConverter=TypeConverters.toString,
    )

    def getPrecision(self) -> str:
        """Value of ``precision``: numbers in which networks compute; bfloat16 needs
        AVX512_BF16 or AMX (one of ['float32', 'bfloat16']).
        """
        return self.getOrDefault("precision")

    def setPrecision(self: S, value: str) -> S:
        """Sets ``precision``: numbers in which networks compute; bfloat16 needs AVX512_BF16
        or AMX (one of ['float32', 'bfloat16']).
        """
        return self._set(precision=value)


class HasPredictionCol(Params):
    """Params that stages share."""

    predictionCol: "Param[str]" = Param(
        Params._dummy(),
        "predictionCol",
        "column of predicted classes, whole numbers from 0 on as doubles (the name of a "
        "column)",
        typeConverter=TypeConverters.toString,
    )

    def getPredictionCol(self) -> str:
        """Value of ``predictionCol``: column of predicted classes, whole numbers from 0 on
        as doubles (the name of a column).
        """
        return self.getOrDefault("predictionCol")

    def setPredictionCol(self: S, value: str) -> S:
        """Sets ``predictionCol``: column of predicted classes, whole numbers from 0 on as
        doubles (the name of a column).
        """
        return self._set(predictionCol=value)


class HasPreparedCol(Params):
    """Params that stages share."""

    preparedCol: "Param[str]" = Param(
        Params._dummy(),
        "preparedCol",
        "column of prepared images; it must not exist in the input (the name of a column)",
        typeConverter=TypeConverters.toString,
    )

    def getPreparedCol(self) -> str:
        """Value of ``preparedCol``: column of prepared images; it must not exist in the
        input (the name of a column).
        """
        return self.getOrDefault("preparedCol")

    def setPreparedCol(self: S, value: str) -> S:
        """Sets ``preparedCol``: column of prepared images; it must not exist in the input
        (the name of a column).
        """
        return self._set(preparedCol=value)


class HasProbabilityCol(Params):
    """Params that stages share."""

    probabilityCol: "Param[str]" = Param(
        Params._dummy(),
        "probabilityCol",
        "column of class probabilities, one array or vector a row (the name of a column)",
        typeConverter=TypeConverters.toString,
    )

    def getProbabilityCol(self) -> str:
        """Value of ``probabilityCol``: column of class probabilities, one array or vector a
        row (the name of a column).
        """
        return self.getOrDefault("probabilityCol")

    def setProbabilityCol(self: S, value: str) -> S:
        """Sets ``probabilityCol``: column of class probabilities, one array or vector a row
        (the name of a column).
        """
        return self._set(probabilityCol=value)


class HasRounds(Params):
    """Params that stages share."""

    checkpointDir: "Param[str]" = Param(
        Params._dummy(),
        "checkpointDir",
        "where the training is saved as it goes (a directory, or empty for no checkpoints)",
        typeConverter=TypeConverters.toString,
    )

    def getCheckpointDir(self) -> str:
        """Value of ``checkpointDir``: where the training is saved as it goes (a directory,
        or empty for no checkpoints).
        """
        return self.getOrDefault("checkpointDir")

    def setCheckpointDir(self: S, value: str) -> S:
        """Sets ``checkpointDir``: where the training is saved as it goes (a directory, or
        empty for no checkpoints).
        """
        return self._set(checkpointDir=value)

    checkpointInterval: "Param[int]" = Param(
        Params._dummy(),
        "checkpointInterval",
        "iterations between two checkpoints (a whole number, at least 1)",
        typeConverter=TypeConverters.toInt,
    )

    def getCheckpointInterval(self) -> int:
        """Value of ``checkpointInterval``: iterations between two checkpoints (a whole
        number, at least 1).
        """
        return self.getOrDefault("checkpointInterval")

    def setCheckpointInterval(self: S, value: int) -> S:
        """Sets ``checkpointInterval``: iterations between two checkpoints (a whole number,
        at least 1).
        """
        return self._set(checkpointInterval=value)

    checkpointsKept: "Param[int]" = Param(
        Params._dummy(),
        "checkpointsKept",
        "newest checkpoints that stay, 0 for all (a whole number, at least 0)",
        typeConverter=TypeConverters.toInt,
    )

    def getCheckpointsKept(self) -> int:
        """Value of ``checkpointsKept``: newest checkpoints that stay, 0 for all (a whole
        number, at least 0).
        """
        return self.getOrDefault("checkpointsKept")

    def setCheckpointsKept(self: S, value: int) -> S:
        """Sets ``checkpointsKept``: newest checkpoints that stay, 0 for all (a whole number,
        at least 0).
        """
        return self._set(checkpointsKept=value)

    collapsePatience: "Param[int]" = Param(
        Params._dummy(),
        "collapsePatience",
        "iterations without a chance for G before training stops as collapsed, 0 for never (a "
        "whole number, at least 0)",
        typeConverter=TypeConverters.toInt,
    )

    def getCollapsePatience(self) -> int:
        """Value of ``collapsePatience``: iterations without a chance for G before training
        stops as collapsed, 0 for never (a whole number, at least 0).
        """
        return self.getOrDefault("collapsePatience")

    def setCollapsePatience(self: S, value: int) -> S:
        """Sets ``collapsePatience``: iterations without a chance for G before training stops
        as collapsed, 0 for never (a whole number, at least 0).
        """
        return self._set(collapsePatience=value)

    resume: "Param[bool]" = Param(
        Params._dummy(),
        "resume",
        "continue from the newest checkpoint in checkpointDir (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getResume(self) -> bool:
        """Value of ``resume``: continue from the newest checkpoint in checkpointDir (true or
        false).
        """
        return self.getOrDefault("resume")

    def setResume(self: S, value: bool) -> S:
        """Sets ``resume``: continue from the newest checkpoint in checkpointDir (true or
        false).
        """
        return self._set(resume=value)


class HasSeed(Params):
    """Params that stages share."""

    seed: "Param[int]" = Param(
        Params._dummy(),
        "seed",
        "seed of every random choice; equal seeds and data give equal results (a whole number "
        "of 64 bits)",
        typeConverter=TypeConverters.toInt,
    )

    def getSeed(self) -> int:
        """Value of ``seed``: seed of every random choice; equal seeds and data give equal
        results (a whole number of 64 bits).
        """
        return self.getOrDefault("seed")

    def setSeed(self: S, value: int) -> S:
        """Sets ``seed``: seed of every random choice; equal seeds and data give equal
        results (a whole number of 64 bits).
        """
        return self._set(seed=value)


class HasValueRange(Params):
    """Params that stages share."""

    valueRange: "Param[str]" = Param(
        Params._dummy(),
        "valueRange",
        "range of image arrays and vectors, [0, 1] or [-1, 1] (one of ['unit', 'signed'])",
        typeConverter=TypeConverters.toString,
    )

    def getValueRange(self) -> str:
        """Value of ``valueRange``: range of image arrays and vectors, [0, 1] or [-1, 1] (one
        of ['unit', 'signed']).
        """
        return self.getOrDefault("valueRange")

    def setValueRange(self: S, value: str) -> S:
        """Sets ``valueRange``: range of image arrays and vectors, [0, 1] or [-1, 1] (one of
        ['unit', 'signed']).
        """
        return self._set(valueRange=value)


class HasVotes(Params):
    """Params that stages share."""

    minCodeStd: "Param[float]" = Param(
        Params._dummy(),
        "minCodeStd",
        "smallest standard deviation of a code that votes (a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getMinCodeStd(self) -> float:
        """Value of ``minCodeStd``: smallest standard deviation of a code that votes (a
        finite number, at least 0.0).
        """
        return self.getOrDefault("minCodeStd")

    def setMinCodeStd(self: S, value: float) -> S:
        """Sets ``minCodeStd``: smallest standard deviation of a code that votes (a finite
        number, at least 0.0).
        """
        return self._set(minCodeStd=value)

    numVotes: "Param[int]" = Param(
        Params._dummy(),
        "numVotes",
        "votes the classifier is made from (a whole number, at least 1)",
        typeConverter=TypeConverters.toInt,
    )

    def getNumVotes(self) -> int:
        """Value of ``numVotes``: votes the classifier is made from (a whole number, at least
        1).
        """
        return self.getOrDefault("numVotes")

    def setNumVotes(self: S, value: int) -> S:
        """Sets ``numVotes``: votes the classifier is made from (a whole number, at least 1)."""
        return self._set(numVotes=value)

    votesSampleSize: "Param[int]" = Param(
        Params._dummy(),
        "votesSampleSize",
        "rows compared in one vote (a whole number, at least 2)",
        typeConverter=TypeConverters.toInt,
    )

    def getVotesSampleSize(self) -> int:
        """Value of ``votesSampleSize``: rows compared in one vote (a whole number, at least
        2).
        """
        return self.getOrDefault("votesSampleSize")

    def setVotesSampleSize(self: S, value: int) -> S:
        """Sets ``votesSampleSize``: rows compared in one vote (a whole number, at least 2)."""
        return self._set(votesSampleSize=value)


class HasWatching(Params):
    """Params that stages share."""

    evaluationInterval: "Param[int]" = Param(
        Params._dummy(),
        "evaluationInterval",
        "iterations between two evaluations, 0 for none (a whole number, at least 0)",
        typeConverter=TypeConverters.toInt,
    )

    def getEvaluationInterval(self) -> int:
        """Value of ``evaluationInterval``: iterations between two evaluations, 0 for none (a
        whole number, at least 0).
        """
        return self.getOrDefault("evaluationInterval")

    def setEvaluationInterval(self: S, value: int) -> S:
        """Sets ``evaluationInterval``: iterations between two evaluations, 0 for none (a
        whole number, at least 0).
        """
        return self._set(evaluationInterval=value)

    evaluationPatience: "Param[int]" = Param(
        Params._dummy(),
        "evaluationPatience",
        "iterations without a better score after which training ends, 0 for never (a whole "
        "number, at least 0)",
        typeConverter=TypeConverters.toInt,
    )

    def getEvaluationPatience(self) -> int:
        """Value of ``evaluationPatience``: iterations without a better score after which
        training ends, 0 for never (a whole number, at least 0).
        """
        return self.getOrDefault("evaluationPatience")

    def setEvaluationPatience(self: S, value: int) -> S:
        """Sets ``evaluationPatience``: iterations without a better score after which
        training ends, 0 for never (a whole number, at least 0).
        """
        return self._set(evaluationPatience=value)

    evaluators: "Param[Sequence[Evaluator]]" = Param(
        Params._dummy(),
        "evaluators",
        "what scores the model on the way, the deciding one first (an array of Evaluators)",
        typeConverter=TypeConverters.toList,
    )

    def getEvaluators(self) -> List[Evaluator]:
        """Value of ``evaluators``: what scores the model on the way, the deciding one first
        (an array of Evaluators).
        """
        return self.getOrDefault("evaluators")

    def setEvaluators(self: S, value: Sequence[Evaluator]) -> S:
        """Sets ``evaluators``: what scores the model on the way, the deciding one first (an
        array of Evaluators).
        """
        return self._set(evaluators=value)

    keepBest: "Param[bool]" = Param(
        Params._dummy(),
        "keepBest",
        "return the model of the best score, not the last one (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getKeepBest(self) -> bool:
        """Value of ``keepBest``: return the model of the best score, not the last one (true
        or false).
        """
        return self.getOrDefault("keepBest")

    def setKeepBest(self: S, value: bool) -> S:
        """Sets ``keepBest``: return the model of the best score, not the last one (true or
        false).
        """
        return self._set(keepBest=value)

    validationIndicatorCol: "Param[str]" = Param(
        Params._dummy(),
        "validationIndicatorCol",
        "boolean column that is true in rows to score and not to train on (the name of a "
        "column, or empty to score training rows)",
        typeConverter=TypeConverters.toString,
    )

    def getValidationIndicatorCol(self) -> str:
        """Value of ``validationIndicatorCol``: boolean column that is true in rows to score
        and not to train on (the name of a column, or empty to score training rows).
        """
        return self.getOrDefault("validationIndicatorCol")

    def setValidationIndicatorCol(self: S, value: str) -> S:
        """Sets ``validationIndicatorCol``: boolean column that is true in rows to score and
        not to train on (the name of a column, or empty to score training rows).
        """
        return self._set(validationIndicatorCol=value)


class HeldOutEvaluator(Params):
    """Params that stages share."""

    testFraction: "Param[float]" = Param(
        Params._dummy(),
        "testFraction",
        "share of the rows that models are scored on and not fitted to; 0: scored in sample (a "
        "number from 0.0 to 0.9)",
        typeConverter=TypeConverters.toFloat,
    )

    def getTestFraction(self) -> float:
        """Value of ``testFraction``: share of the rows that models are scored on and not
        fitted to; 0: scored in sample (a number from 0.0 to 0.9).
        """
        return self.getOrDefault("testFraction")

    def setTestFraction(self: S, value: float) -> S:
        """Sets ``testFraction``: share of the rows that models are scored on and not fitted
        to; 0: scored in sample (a number from 0.0 to 0.9).
        """
        return self._set(testFraction=value)

    testRows: "Param[int]" = Param(
        Params._dummy(),
        "testRows",
        "rows a model is scored on at most; a random sample of more (a whole number, at least "
        "1)",
        typeConverter=TypeConverters.toInt,
    )

    def getTestRows(self) -> int:
        """Value of ``testRows``: rows a model is scored on at most; a random sample of more
        (a whole number, at least 1).
        """
        return self.getOrDefault("testRows")

    def setTestRows(self: S, value: int) -> S:
        """Sets ``testRows``: rows a model is scored on at most; a random sample of more (a
        whole number, at least 1).
        """
        return self._set(testRows=value)

    trainRows: "Param[int]" = Param(
        Params._dummy(),
        "trainRows",
        "rows a model is fitted to at most; a random sample of more (a whole number, at least "
        "1)",
        typeConverter=TypeConverters.toInt,
    )

    def getTrainRows(self) -> int:
        """Value of ``trainRows``: rows a model is fitted to at most; a random sample of more
        (a whole number, at least 1).
        """
        return self.getOrDefault("trainRows")

    def setTrainRows(self: S, value: int) -> S:
        """Sets ``trainRows``: rows a model is fitted to at most; a random sample of more (a
        whole number, at least 1).
        """
        return self._set(trainRows=value)


class ImageClassifierParams(Params):
    """Params that stages share."""

    epochs: "Param[int]" = Param(
        Params._dummy(),
        "epochs",
        "passes over the training data (a whole number, at least 1)",
        typeConverter=TypeConverters.toInt,
    )

    def getEpochs(self) -> int:
        """Value of ``epochs``: passes over the training data (a whole number, at least 1)."""
        return self.getOrDefault("epochs")

    def setEpochs(self: S, value: int) -> S:
        """Sets ``epochs``: passes over the training data (a whole number, at least 1)."""
        return self._set(epochs=value)

    learningRate: "Param[float]" = Param(
        Params._dummy(),
        "learningRate",
        "learning rate of gradient descent (a finite number above 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getLearningRate(self) -> float:
        """Value of ``learningRate``: learning rate of gradient descent (a finite number
        above 0.0).
        """
        return self.getOrDefault("learningRate")

    def setLearningRate(self: S, value: float) -> S:
        """Sets ``learningRate``: learning rate of gradient descent (a finite number above
        0.0).
        """
        return self._set(learningRate=value)

    momentum: "Param[float]" = Param(
        Params._dummy(),
        "momentum",
        "share of the last step that the next one keeps (a number from 0.0 to 0.999)",
        typeConverter=TypeConverters.toFloat,
    )

    def getMomentum(self) -> float:
        """Value of ``momentum``: share of the last step that the next one keeps (a number
        from 0.0 to 0.999).
        """
        return self.getOrDefault("momentum")

    def setMomentum(self: S, value: float) -> S:
        """Sets ``momentum``: share of the last step that the next one keeps (a number from
        0.0 to 0.999).
        """
        return self._set(momentum=value)

    network: "Param[str]" = Param(
        Params._dummy(),
        "network",
        "layers of the classifier: two convolutions, or four with batch normalisation (one of "
        "['small', 'sprites'])",
        typeConverter=TypeConverters.toString,
    )

    def getNetwork(self) -> str:
        """Value of ``network``: layers of the classifier: two convolutions, or four with
        batch normalisation (one of ['small', 'sprites']).
        """
        return self.getOrDefault("network")

    def setNetwork(self: S, value: str) -> S:
        """Sets ``network``: layers of the classifier: two convolutions, or four with batch
        normalisation (one of ['small', 'sprites']).
        """
        return self._set(network=value)


class ImagePreparationParams(Params):
    """Params that stages share."""

    applyOrientation: "Param[bool]" = Param(
        Params._dummy(),
        "applyOrientation",
        "whether pictures are turned as their Exif data say (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getApplyOrientation(self) -> bool:
        """Value of ``applyOrientation``: whether pictures are turned as their Exif data say
        (true or false).
        """
        return self.getOrDefault("applyOrientation")

    def setApplyOrientation(self: S, value: bool) -> S:
        """Sets ``applyOrientation``: whether pictures are turned as their Exif data say
        (true or false).
        """
        return self._set(applyOrientation=value)

    colourMode: "Param[str]" = Param(
        Params._dummy(),
        "colourMode",
        "channels of the result (one of ['keep', 'grey', 'rgb'])",
        typeConverter=TypeConverters.toString,
    )

    def getColourMode(self) -> str:
        """Value of ``colourMode``: channels of the result (one of ['keep', 'grey', 'rgb'])."""
        return self.getOrDefault("colourMode")

    def setColourMode(self: S, value: str) -> S:
        """Sets ``colourMode``: channels of the result (one of ['keep', 'grey', 'rgb'])."""
        return self._set(colourMode=value)

    cropOrder: "Param[str]" = Param(
        Params._dummy(),
        "cropOrder",
        "whether the square is cut out before images are resized, or after (one of ['before', "
        "'after'])",
        typeConverter=TypeConverters.toString,
    )

    def getCropOrder(self) -> str:
        """Value of ``cropOrder``: whether the square is cut out before images are resized,
        or after (one of ['before', 'after']).
        """
        return self.getOrDefault("cropOrder")

    def setCropOrder(self: S, value: str) -> S:
        """Sets ``cropOrder``: whether the square is cut out before images are resized, or
        after (one of ['before', 'after']).
        """
        return self._set(cropOrder=value)

    cropSize: "Param[int]" = Param(
        Params._dummy(),
        "cropSize",
        "rows and columns of the centre to cut out (a whole number from 1 to 26754)",
        typeConverter=TypeConverters.toInt,
    )

    def getCropSize(self) -> int:
        """Value of ``cropSize``: rows and columns of the centre to cut out (a whole number
        from 1 to 26754).
        """
        return self.getOrDefault("cropSize")

    def setCropSize(self: S, value: int) -> S:
        """Sets ``cropSize``: rows and columns of the centre to cut out (a whole number from
        1 to 26754).
        """
        return self._set(cropSize=value)

    flip: "Param[str]" = Param(
        Params._dummy(),
        "flip",
        "whether left and right are exchanged in half of the images (one of ['none', "
        "'random'])",
        typeConverter=TypeConverters.toString,
    )

    def getFlip(self) -> str:
        """Value of ``flip``: whether left and right are exchanged in half of the images (one
        of ['none', 'random']).
        """
        return self.getOrDefault("flip")

    def setFlip(self: S, value: str) -> S:
        """Sets ``flip``: whether left and right are exchanged in half of the images (one of
        ['none', 'random']).
        """
        return self._set(flip=value)

    handleInvalid: "Param[str]" = Param(
        Params._dummy(),
        "handleInvalid",
        "what happens to rows whose image cannot be decoded (one of ['error', 'skip'])",
        typeConverter=TypeConverters.toString,
    )

    def getHandleInvalid(self) -> str:
        """Value of ``handleInvalid``: what happens to rows whose image cannot be decoded
        (one of ['error', 'skip']).
        """
        return self.getOrDefault("handleInvalid")

    def setHandleInvalid(self: S, value: str) -> S:
        """Sets ``handleInvalid``: what happens to rows whose image cannot be decoded (one of
        ['error', 'skip']).
        """
        return self._set(handleInvalid=value)

    imageSize: "Param[int]" = Param(
        Params._dummy(),
        "imageSize",
        "rows and columns to resize images to (a whole number from 1 to 16384)",
        typeConverter=TypeConverters.toInt,
    )

    def getImageSize(self) -> int:
        """Value of ``imageSize``: rows and columns to resize images to (a whole number from
        1 to 16384).
        """
        return self.getOrDefault("imageSize")

    def setImageSize(self: S, value: int) -> S:
        """Sets ``imageSize``: rows and columns to resize images to (a whole number from 1 to
        16384).
        """
        return self._set(imageSize=value)

    imageWidth: "Param[int]" = Param(
        Params._dummy(),
        "imageWidth",
        "columns to resize images to (a whole number from 1 to 16384)",
        typeConverter=TypeConverters.toInt,
    )

    def getImageWidth(self) -> int:
        """Value of ``imageWidth``: columns to resize images to (a whole number from 1 to
        16384).
        """
        return self.getOrDefault("imageWidth")

    def setImageWidth(self: S, value: int) -> S:
        """Sets ``imageWidth``: columns to resize images to (a whole number from 1 to 16384)."""
        return self._set(imageWidth=value)

    interpolation: "Param[str]" = Param(
        Params._dummy(),
        "interpolation",
        "how pixels are weighted when images are resized (one of ['bilinear', 'nearest', "
        "'area', 'bilinear-bytes', 'bilinear-aliased', 'lanczos'])",
        typeConverter=TypeConverters.toString,
    )

    def getInterpolation(self) -> str:
        """Value of ``interpolation``: how pixels are weighted when images are resized (one
        of ['bilinear', 'nearest', 'area', 'bilinear-bytes', 'bilinear-aliased',
        'lanczos']).
        """
        return self.getOrDefault("interpolation")

    def setInterpolation(self: S, value: str) -> S:
        """Sets ``interpolation``: how pixels are weighted when images are resized (one of
        ['bilinear', 'nearest', 'area', 'bilinear-bytes', 'bilinear-aliased', 'lanczos']).
        """
        return self._set(interpolation=value)

    pathCol: "Param[str]" = Param(
        Params._dummy(),
        "pathCol",
        "column with the file of each image, for messages; it may be missing (the name of a "
        "column)",
        typeConverter=TypeConverters.toString,
    )

    def getPathCol(self) -> str:
        """Value of ``pathCol``: column with the file of each image, for messages; it may be
        missing (the name of a column).
        """
        return self.getOrDefault("pathCol")

    def setPathCol(self: S, value: str) -> S:
        """Sets ``pathCol``: column with the file of each image, for messages; it may be
        missing (the name of a column).
        """
        return self._set(pathCol=value)

    range: "Param[str]" = Param(
        Params._dummy(),
        "range",
        "whether values are stretched from the least to the largest of all images (one of "
        "['keep', 'minmax'])",
        typeConverter=TypeConverters.toString,
    )

    def getRange(self) -> str:
        """Value of ``range``: whether values are stretched from the least to the largest of
        all images (one of ['keep', 'minmax']).
        """
        return self.getOrDefault("range")

    def setRange(self: S, value: str) -> S:
        """Sets ``range``: whether values are stretched from the least to the largest of all
        images (one of ['keep', 'minmax']).
        """
        return self._set(range=value)

    recipe: "Param[str]" = Param(
        Params._dummy(),
        "recipe",
        "the preparation of a paper's code (one of celeba-infogancr, celeba-factorvae, "
        "chairs-factorvae, celeba-oogan, cars3d-disentanglement-lib, "
        "smallnorb-disentanglement-lib, celeba-disentangling-vae, chairs-disentangling-vae, "
        "mnist-disentangling-vae, mnist-mathieu, sprites-mathieu, yaleb-mathieu)",
        typeConverter=TypeConverters.toString,
    )

    def getRecipe(self) -> str:
        """Value of ``recipe``: the preparation of a paper's code (one of celeba-infogancr,
        celeba-factorvae, chairs-factorvae, celeba-oogan, cars3d-disentanglement-lib,
        smallnorb-disentanglement-lib, celeba-disentangling-vae, chairs-disentangling-vae,
        mnist-disentangling-vae, mnist-mathieu, sprites-mathieu, yaleb-mathieu).
        """
        return self.getOrDefault("recipe")

    def setRecipe(self: S, value: str) -> S:
        """Sets ``recipe``: the preparation of a paper's code (one of celeba-infogancr,
        celeba-factorvae, chairs-factorvae, celeba-oogan, cars3d-disentanglement-lib,
        smallnorb-disentanglement-lib, celeba-disentangling-vae, chairs-disentangling-vae,
        mnist-disentangling-vae, mnist-mathieu, sprites-mathieu, yaleb-mathieu).
        """
        return self._set(recipe=value)

    window: "Param[str]" = Param(
        Params._dummy(),
        "window",
        "where the square is cut out (one of ['centre', 'random'])",
        typeConverter=TypeConverters.toString,
    )

    def getWindow(self) -> str:
        """Value of ``window``: where the square is cut out (one of ['centre', 'random'])."""
        return self.getOrDefault("window")

    def setWindow(self: S, value: str) -> S:
        """Sets ``window``: where the square is cut out (one of ['centre', 'random'])."""
        return self._set(window=value)


class InfoGanCrParams(Params):
    """Params that stages share."""

    alphaRise: "Param[int]" = Param(
        Params._dummy(),
        "alphaRise",
        "iterations over which alpha rises once it is on (a whole number, at least 0)",
        typeConverter=TypeConverters.toInt,
    )

    def getAlphaRise(self) -> int:
        """Value of ``alphaRise``: iterations over which alpha rises once it is on (a whole
        number, at least 0).
        """
        return self.getOrDefault("alphaRise")

    def setAlphaRise(self: S, value: int) -> S:
        """Sets ``alphaRise``: iterations over which alpha rises once it is on (a whole
        number, at least 0).
        """
        return self._set(alphaRise=value)

    gammaTc: "Param[float]" = Param(
        Params._dummy(),
        "gammaTc",
        "weight of the total correlation of the codes, 0 for none (a finite number, at least "
        "0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getGammaTc(self) -> float:
        """Value of ``gammaTc``: weight of the total correlation of the codes, 0 for none (a
        finite number, at least 0.0).
        """
        return self.getOrDefault("gammaTc")

    def setGammaTc(self: S, value: float) -> S:
        """Sets ``gammaTc``: weight of the total correlation of the codes, 0 for none (a
        finite number, at least 0.0).
        """
        return self._set(gammaTc=value)

    gapAfter: "Param[float]" = Param(
        Params._dummy(),
        "gapAfter",
        "the gap from gapSwitch on; the default is the preset's (a number from 0 up to, not "
        "including, 2)",
        typeConverter=TypeConverters.toFloat,
    )

    def getGapAfter(self) -> float:
        """Value of ``gapAfter``: the gap from gapSwitch on; the default is the preset's (a
        number from 0 up to, not including, 2).
        """
        return self.getOrDefault("gapAfter")

    def setGapAfter(self: S, value: float) -> S:
        """Sets ``gapAfter``: the gap from gapSwitch on; the default is the preset's (a
        number from 0 up to, not including, 2).
        """
        return self._set(gapAfter=value)

    gapFall: "Param[int]" = Param(
        Params._dummy(),
        "gapFall",
        "iterations over which the gap moves to gapAfter, from gapSwitch on (a whole number, "
        "at least 0)",
        typeConverter=TypeConverters.toInt,
    )

    def getGapFall(self) -> int:
        """Value of ``gapFall``: iterations over which the gap moves to gapAfter, from
        gapSwitch on (a whole number, at least 0).
        """
        return self.getOrDefault("gapFall")

    def setGapFall(self: S, value: int) -> S:
        """Sets ``gapFall``: iterations over which the gap moves to gapAfter, from gapSwitch
        on (a whole number, at least 0).
        """
        return self._set(gapFall=value)

    gapSwitch: "Param[int]" = Param(
        Params._dummy(),
        "gapSwitch",
        "iteration at which the gap becomes gapAfter; the default is the preset's share of "
        "maxIter, or never (a whole number, at least 0)",
        typeConverter=TypeConverters.toInt,
    )

    def getGapSwitch(self) -> int:
        """Value of ``gapSwitch``: iteration at which the gap becomes gapAfter; the default
        is the preset's share of maxIter, or never (a whole number, at least 0).
        """
        return self.getOrDefault("gapSwitch")

    def setGapSwitch(self: S, value: int) -> S:
        """Sets ``gapSwitch``: iteration at which the gap becomes gapAfter; the default is
        the preset's share of maxIter, or never (a whole number, at least 0).
        """
        return self._set(gapSwitch=value)

    sharedCode: "Param[bool]" = Param(
        Params._dummy(),
        "sharedCode",
        "whether pairs share one code alone (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getSharedCode(self) -> bool:
        """Value of ``sharedCode``: whether pairs share one code alone (true or false)."""
        return self.getOrDefault("sharedCode")

    def setSharedCode(self: S, value: bool) -> S:
        """Sets ``sharedCode``: whether pairs share one code alone (true or false)."""
        return self._set(sharedCode=value)

    sharedNoise: "Param[bool]" = Param(
        Params._dummy(),
        "sharedNoise",
        "whether pairs share their noise (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getSharedNoise(self) -> bool:
        """Value of ``sharedNoise``: whether pairs share their noise (true or false)."""
        return self.getOrDefault("sharedNoise")

    def setSharedNoise(self: S, value: bool) -> S:
        """Sets ``sharedNoise``: whether pairs share their noise (true or false)."""
        return self._set(sharedNoise=value)


class InfoGanParams(Params):
    """Params that stages share."""

    adversarialLoss: "Param[str]" = Param(
        Params._dummy(),
        "adversarialLoss",
        "what D and G minimise; the default is the preset's (one of [jsd, hinge, "
        "wasserstein-gp])",
        typeConverter=TypeConverters.toString,
    )

    def getAdversarialLoss(self) -> str:
        """Value of ``adversarialLoss``: what D and G minimise; the default is the preset's
        (one of [jsd, hinge, wasserstein-gp]).
        """
        return self.getOrDefault("adversarialLoss")

    def setAdversarialLoss(self: S, value: str) -> S:
        """Sets ``adversarialLoss``: what D and G minimise; the default is the preset's (one
        of [jsd, hinge, wasserstein-gp]).
        """
        return self._set(adversarialLoss=value)

    categories: "Param[Sequence[int]]" = Param(
        Params._dummy(),
        "categories",
        "numbers of categories of the first codes; the default is none, or the preset's "
        "(numbers of categories, each at least 2)",
        typeConverter=TypeConverters.toListInt,
    )

    def getCategories(self) -> List[int]:
        """Value of ``categories``: numbers of categories of the first codes; the default is
        none, or the preset's (numbers of categories, each at least 2).
        """
        return self.getOrDefault("categories")

    def setCategories(self: S, value: Sequence[int]) -> S:
        """Sets ``categories``: numbers of categories of the first codes; the default is
        none, or the preset's (numbers of categories, each at least 2).
        """
        return self._set(categories=value)

    gradientPenalty: "Param[float]" = Param(
        Params._dummy(),
        "gradientPenalty",
        "weight of D's gradient penalty; the default is 10 with wasserstein-gp, else 0 (a "
        "finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getGradientPenalty(self) -> float:
        """Value of ``gradientPenalty``: weight of D's gradient penalty; the default is 10
        with wasserstein-gp, else 0 (a finite number, at least 0.0).
        """
        return self.getOrDefault("gradientPenalty")

    def setGradientPenalty(self: S, value: float) -> S:
        """Sets ``gradientPenalty``: weight of D's gradient penalty; the default is 10 with
        wasserstein-gp, else 0 (a finite number, at least 0.0).
        """
        return self._set(gradientPenalty=value)

    vars()["lambda"] = Param(
        Params._dummy(),
        "lambda",
        "weight of the information term; the default is the preset's (a finite number, at "
        "least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    @property
    def lambda_(self) -> "Param[float]":
        """The Param ``lambda``, a keyword of Python."""
        return getattr(self, "lambda")

    def getLambda(self) -> float:
        """Value of ``lambda``: weight of the information term; the default is the preset's
        (a finite number, at least 0.0).
        """
        return self.getOrDefault("lambda")

    def setLambda(self: S, value: float) -> S:
        """Sets ``lambda``: weight of the information term; the default is the preset's (a
        finite number, at least 0.0).
        """
        return self._set(**{"lambda": value})

    lambdaCategorical: "Param[float]" = Param(
        Params._dummy(),
        "lambdaCategorical",
        "weight of the information term of categorical codes; the default is the preset's, or "
        "lambda (a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getLambdaCategorical(self) -> float:
        """Value of ``lambdaCategorical``: weight of the information term of categorical
        codes; the default is the preset's, or lambda (a finite number, at least 0.0).
        """
        return self.getOrDefault("lambdaCategorical")

    def setLambdaCategorical(self: S, value: float) -> S:
        """Sets ``lambdaCategorical``: weight of the information term of categorical codes;
        the default is the preset's, or lambda (a finite number, at least 0.0).
        """
        return self._set(lambdaCategorical=value)

    packSize: "Param[int]" = Param(
        Params._dummy(),
        "packSize",
        "images that D judges together (a whole number from 1 to 64)",
        typeConverter=TypeConverters.toInt,
    )

    def getPackSize(self) -> int:
        """Value of ``packSize``: images that D judges together (a whole number from 1 to
        64).
        """
        return self.getOrDefault("packSize")

    def setPackSize(self: S, value: int) -> S:
        """Sets ``packSize``: images that D judges together (a whole number from 1 to 64)."""
        return self._set(packSize=value)

    qDeviationFloor: "Param[float]" = Param(
        Params._dummy(),
        "qDeviationFloor",
        "least standard deviation of Q's distribution with qVariance learned (a number from "
        "0.0 to 1.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getQDeviationFloor(self) -> float:
        """Value of ``qDeviationFloor``: least standard deviation of Q's distribution with
        qVariance learned (a number from 0.0 to 1.0).
        """
        return self.getOrDefault("qDeviationFloor")

    def setQDeviationFloor(self: S, value: float) -> S:
        """Sets ``qDeviationFloor``: least standard deviation of Q's distribution with
        qVariance learned (a number from 0.0 to 1.0).
        """
        return self._set(qDeviationFloor=value)

    qVariance: "Param[str]" = Param(
        Params._dummy(),
        "qVariance",
        "variance of Q's distribution of continuous codes (one of ['unit', 'learned', 'full'])",
        typeConverter=TypeConverters.toString,
    )

    def getQVariance(self) -> str:
        """Value of ``qVariance``: variance of Q's distribution of continuous codes (one of
        ['unit', 'learned', 'full']).
        """
        return self.getOrDefault("qVariance")

    def setQVariance(self: S, value: str) -> S:
        """Sets ``qVariance``: variance of Q's distribution of continuous codes (one of
        ['unit', 'learned', 'full']).
        """
        return self._set(qVariance=value)

    qVarianceStart: "Param[int]" = Param(
        Params._dummy(),
        "qVarianceStart",
        "iteration from which Q's variance is what qVariance says (a whole number, at least 0)",
        typeConverter=TypeConverters.toInt,
    )

    def getQVarianceStart(self) -> int:
        """Value of ``qVarianceStart``: iteration from which Q's variance is what qVariance
        says (a whole number, at least 0).
        """
        return self.getOrDefault("qVarianceStart")

    def setQVarianceStart(self: S, value: int) -> S:
        """Sets ``qVarianceStart``: iteration from which Q's variance is what qVariance says
        (a whole number, at least 0).
        """
        return self._set(qVarianceStart=value)


class LatentDrawParams(Params):
    """Params that stages share."""

    codeNames: "Param[Sequence[str]]" = Param(
        Params._dummy(),
        "codeNames",
        "names of the codes (different names without '=' and ',' that are no whole numbers)",
        typeConverter=TypeConverters.toListString,
    )

    def getCodeNames(self) -> List[str]:
        """Value of ``codeNames``: names of the codes (different names without '=' and ','
        that are no whole numbers).
        """
        return self.getOrDefault("codeNames")

    def setCodeNames(self: S, value: Sequence[str]) -> S:
        """Sets ``codeNames``: names of the codes (different names without '=' and ',' that
        are no whole numbers).
        """
        return self._set(codeNames=value)

    idCol: "Param[str]" = Param(
        Params._dummy(),
        "idCol",
        "column of row ids (the name of a column)",
        typeConverter=TypeConverters.toString,
    )

    def getIdCol(self) -> str:
        """Value of ``idCol``: column of row ids (the name of a column)."""
        return self.getOrDefault("idCol")

    def setIdCol(self: S, value: str) -> S:
        """Sets ``idCol``: column of row ids (the name of a column)."""
        return self._set(idCol=value)

    noiseDim: "Param[int]" = Param(
        Params._dummy(),
        "noiseDim",
        "noise values of the model (a whole number from 0 to 10000)",
        typeConverter=TypeConverters.toInt,
    )

    def getNoiseDim(self) -> int:
        """Value of ``noiseDim``: noise values of the model (a whole number from 0 to 10000)."""
        return self.getOrDefault("noiseDim")

    def setNoiseDim(self: S, value: int) -> S:
        """Sets ``noiseDim``: noise values of the model (a whole number from 0 to 10000)."""
        return self._set(noiseDim=value)

    noisePrior: "Param[str]" = Param(
        Params._dummy(),
        "noisePrior",
        "distribution of noise; the default is that of codes (one of [uniform, normal])",
        typeConverter=TypeConverters.toString,
    )

    def getNoisePrior(self) -> str:
        """Value of ``noisePrior``: distribution of noise; the default is that of codes (one
        of [uniform, normal]).
        """
        return self.getOrDefault("noisePrior")

    def setNoisePrior(self: S, value: str) -> S:
        """Sets ``noisePrior``: distribution of noise; the default is that of codes (one of
        [uniform, normal]).
        """
        return self._set(noisePrior=value)

    numCodes: "Param[int]" = Param(
        Params._dummy(),
        "numCodes",
        "codes of the model (a whole number from 1 to 10000)",
        typeConverter=TypeConverters.toInt,
    )

    def getNumCodes(self) -> int:
        """Value of ``numCodes``: codes of the model (a whole number from 1 to 10000)."""
        return self.getOrDefault("numCodes")

    def setNumCodes(self: S, value: int) -> S:
        """Sets ``numCodes``: codes of the model (a whole number from 1 to 10000)."""
        return self._set(numCodes=value)

    prior: "Param[str]" = Param(
        Params._dummy(),
        "prior",
        "distribution of codes and noise (one of ['uniform', 'normal'])",
        typeConverter=TypeConverters.toString,
    )

    def getPrior(self) -> str:
        """Value of ``prior``: distribution of codes and noise (one of ['uniform',
        'normal']).
        """
        return self.getOrDefault("prior")

    def setPrior(self: S, value: str) -> S:
        """Sets ``prior``: distribution of codes and noise (one of ['uniform', 'normal'])."""
        return self._set(prior=value)


class OoganParams(Params):
    """Params that stages share."""

    categories: "Param[Sequence[int]]" = Param(
        Params._dummy(),
        "categories",
        "numbers of categories of the first codes; the default is none, or the preset's "
        "(numbers of categories, each at least 2)",
        typeConverter=TypeConverters.toListInt,
    )

    def getCategories(self) -> List[int]:
        """Value of ``categories``: numbers of categories of the first codes; the default is
        none, or the preset's (numbers of categories, each at least 2).
        """
        return self.getOrDefault("categories")

    def setCategories(self: S, value: Sequence[int]) -> S:
        """Sets ``categories``: numbers of categories of the first codes; the default is
        none, or the preset's (numbers of categories, each at least 2).
        """
        return self._set(categories=value)

    codeDistance: "Param[str]" = Param(
        Params._dummy(),
        "codeDistance",
        "distance of codes where Q has no variances; the default is the preset's (one of "
        "[squared, l1])",
        typeConverter=TypeConverters.toString,
    )

    def getCodeDistance(self) -> str:
        """Value of ``codeDistance``: distance of codes where Q has no variances; the default
        is the preset's (one of [squared, l1]).
        """
        return self.getOrDefault("codeDistance")

    def setCodeDistance(self: S, value: str) -> S:
        """Sets ``codeDistance``: distance of codes where Q has no variances; the default is
        the preset's (one of [squared, l1]).
        """
        return self._set(codeDistance=value)

    competeFree: "Param[bool]" = Param(
        Params._dummy(),
        "competeFree",
        "whether G's input is compete-free (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getCompeteFree(self) -> bool:
        """Value of ``competeFree``: whether G's input is compete-free (true or false)."""
        return self.getOrDefault("competeFree")

    def setCompeteFree(self: S, value: bool) -> S:
        """Sets ``competeFree``: whether G's input is compete-free (true or false)."""
        return self._set(competeFree=value)

    gamma: "Param[float]" = Param(
        Params._dummy(),
        "gamma",
        "weight of the one-hot cross-entropy; the default is the preset's (a finite number, at "
        "least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getGamma(self) -> float:
        """Value of ``gamma``: weight of the one-hot cross-entropy; the default is the
        preset's (a finite number, at least 0.0).
        """
        return self.getOrDefault("gamma")

    def setGamma(self: S, value: float) -> S:
        """Sets ``gamma``: weight of the one-hot cross-entropy; the default is the preset's
        (a finite number, at least 0.0).
        """
        return self._set(gamma=value)

    grouped: "Param[bool]" = Param(
        Params._dummy(),
        "grouped",
        "whether Q reads each code off its own maps, with orthogonal kernels (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getGrouped(self) -> bool:
        """Value of ``grouped``: whether Q reads each code off its own maps, with orthogonal
        kernels (true or false).
        """
        return self.getOrDefault("grouped")

    def setGrouped(self: S, value: bool) -> S:
        """Sets ``grouped``: whether Q reads each code off its own maps, with orthogonal
        kernels (true or false).
        """
        return self._set(grouped=value)

    vars()["lambda"] = Param(
        Params._dummy(),
        "lambda",
        "weight of the likelihood of the codes; the default is the preset's (a finite number, "
        "at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    @property
    def lambda_(self) -> "Param[float]":
        """The Param ``lambda``, a keyword of Python."""
        return getattr(self, "lambda")

    def getLambda(self) -> float:
        """Value of ``lambda``: weight of the likelihood of the codes; the default is the
        preset's (a finite number, at least 0.0).
        """
        return self.getOrDefault("lambda")

    def setLambda(self: S, value: float) -> S:
        """Sets ``lambda``: weight of the likelihood of the codes; the default is the
        preset's (a finite number, at least 0.0).
        """
        return self._set(**{"lambda": value})

    learningRate: "Param[float]" = Param(
        Params._dummy(),
        "learningRate",
        "Adam's learning rate for G, D and Q; the default is the preset's (a finite number "
        "above 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getLearningRate(self) -> float:
        """Value of ``learningRate``: Adam's learning rate for G, D and Q; the default is the
        preset's (a finite number above 0.0).
        """
        return self.getOrDefault("learningRate")

    def setLearningRate(self: S, value: float) -> S:
        """Sets ``learningRate``: Adam's learning rate for G, D and Q; the default is the
        preset's (a finite number above 0.0).
        """
        return self._set(learningRate=value)

    noisePrior: "Param[str]" = Param(
        Params._dummy(),
        "noisePrior",
        "distribution of noise; the default is the preset's (one of [uniform, normal])",
        typeConverter=TypeConverters.toString,
    )

    def getNoisePrior(self) -> str:
        """Value of ``noisePrior``: distribution of noise; the default is the preset's (one
        of [uniform, normal]).
        """
        return self.getOrDefault("noisePrior")

    def setNoisePrior(self: S, value: str) -> S:
        """Sets ``noisePrior``: distribution of noise; the default is the preset's (one of
        [uniform, normal]).
        """
        return self._set(noisePrior=value)

    oneCode: "Param[bool]" = Param(
        Params._dummy(),
        "oneCode",
        "whether one code is 1 for all images in every other one-hot batch (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getOneCode(self) -> bool:
        """Value of ``oneCode``: whether one code is 1 for all images in every other one-hot
        batch (true or false).
        """
        return self.getOrDefault("oneCode")

    def setOneCode(self: S, value: bool) -> S:
        """Sets ``oneCode``: whether one code is 1 for all images in every other one-hot
        batch (true or false).
        """
        return self._set(oneCode=value)

    oneHot: "Param[bool]" = Param(
        Params._dummy(),
        "oneHot",
        "whether codes are drawn as one-hot vectors in turn (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getOneHot(self) -> bool:
        """Value of ``oneHot``: whether codes are drawn as one-hot vectors in turn (true or
        false).
        """
        return self.getOrDefault("oneHot")

    def setOneHot(self: S, value: bool) -> S:
        """Sets ``oneHot``: whether codes are drawn as one-hot vectors in turn (true or
        false).
        """
        return self._set(oneHot=value)

    probabilistic: "Param[bool]" = Param(
        Params._dummy(),
        "probabilistic",
        "whether Q has a variance a code (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getProbabilistic(self) -> bool:
        """Value of ``probabilistic``: whether Q has a variance a code (true or false)."""
        return self.getOrDefault("probabilistic")

    def setProbabilistic(self: S, value: bool) -> S:
        """Sets ``probabilistic``: whether Q has a variance a code (true or false)."""
        return self._set(probabilistic=value)


class PresetParams(Params):
    """Params that stages share."""

    batchSize: "Param[int]" = Param(
        Params._dummy(),
        "batchSize",
        "images per mini-batch and worker; the default is the preset's (a whole number, at "
        "least 1)",
        typeConverter=TypeConverters.toInt,
    )

    def getBatchSize(self) -> int:
        """Value of ``batchSize``: images per mini-batch and worker; the default is the
        preset's (a whole number, at least 1).
        """
        return self.getOrDefault("batchSize")

    def setBatchSize(self: S, value: int) -> S:
        """Sets ``batchSize``: images per mini-batch and worker; the default is the preset's
        (a whole number, at least 1).
        """
        return self._set(batchSize=value)

    maxIter: "Param[int]" = Param(
        Params._dummy(),
        "maxIter",
        "iterations of every worker; the default is the preset's (a whole number, at least 1)",
        typeConverter=TypeConverters.toInt,
    )

    def getMaxIter(self) -> int:
        """Value of ``maxIter``: iterations of every worker; the default is the preset's (a
        whole number, at least 1).
        """
        return self.getOrDefault("maxIter")

    def setMaxIter(self: S, value: int) -> S:
        """Sets ``maxIter``: iterations of every worker; the default is the preset's (a whole
        number, at least 1).
        """
        return self._set(maxIter=value)


class SelectionParams(Params):
    """Params that stages share."""

    numRuns: "Param[int]" = Param(
        Params._dummy(),
        "numRuns",
        "runs per grid point, with consecutive seeds (a whole number from 1 to 10000)",
        typeConverter=TypeConverters.toInt,
    )

    def getNumRuns(self) -> int:
        """Value of ``numRuns``: runs per grid point, with consecutive seeds (a whole number
        from 1 to 10000).
        """
        return self.getOrDefault("numRuns")

    def setNumRuns(self: S, value: int) -> S:
        """Sets ``numRuns``: runs per grid point, with consecutive seeds (a whole number from
        1 to 10000).
        """
        return self._set(numRuns=value)

    parallelism: "Param[int]" = Param(
        Params._dummy(),
        "parallelism",
        "runs at the same time (a whole number from 1 to 1000)",
        typeConverter=TypeConverters.toInt,
    )

    def getParallelism(self) -> int:
        """Value of ``parallelism``: runs at the same time (a whole number from 1 to 1000)."""
        return self.getOrDefault("parallelism")

    def setParallelism(self: S, value: int) -> S:
        """Sets ``parallelism``: runs at the same time (a whole number from 1 to 1000)."""
        return self._set(parallelism=value)

    resume: "Param[bool]" = Param(
        Params._dummy(),
        "resume",
        "take the models that subModelDir already has (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getResume(self) -> bool:
        """Value of ``resume``: take the models that subModelDir already has (true or false)."""
        return self.getOrDefault("resume")

    def setResume(self: S, value: bool) -> S:
        """Sets ``resume``: take the models that subModelDir already has (true or false)."""
        return self._set(resume=value)

    subModelDir: "Param[str]" = Param(
        Params._dummy(),
        "subModelDir",
        "where each model is saved as soon as it is trained (a directory, or empty for none)",
        typeConverter=TypeConverters.toString,
    )

    def getSubModelDir(self) -> str:
        """Value of ``subModelDir``: where each model is saved as soon as it is trained (a
        directory, or empty for none).
        """
        return self.getOrDefault("subModelDir")

    def setSubModelDir(self: S, value: str) -> S:
        """Sets ``subModelDir``: where each model is saved as soon as it is trained (a
        directory, or empty for none).
        """
        return self._set(subModelDir=value)


class StyleContentModelParams(Params):
    """Params that stages share."""

    appendGenerated: "Param[bool]" = Param(
        Params._dummy(),
        "appendGenerated",
        "append the generated images (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getAppendGenerated(self) -> bool:
        """Value of ``appendGenerated``: append the generated images (true or false)."""
        return self.getOrDefault("appendGenerated")

    def setAppendGenerated(self: S, value: bool) -> S:
        """Sets ``appendGenerated``: append the generated images (true or false)."""
        return self._set(appendGenerated=value)

    specifiedCol: "Param[str]" = Param(
        Params._dummy(),
        "specifiedCol",
        "column of codes that carry the label (the name of a column)",
        typeConverter=TypeConverters.toString,
    )

    def getSpecifiedCol(self) -> str:
        """Value of ``specifiedCol``: column of codes that carry the label (the name of a
        column).
        """
        return self.getOrDefault("specifiedCol")

    def setSpecifiedCol(self: S, value: str) -> S:
        """Sets ``specifiedCol``: column of codes that carry the label (the name of a
        column).
        """
        return self._set(specifiedCol=value)

    unspecifiedCol: "Param[str]" = Param(
        Params._dummy(),
        "unspecifiedCol",
        "column of codes that carry everything but the label (the name of a column)",
        typeConverter=TypeConverters.toString,
    )

    def getUnspecifiedCol(self) -> str:
        """Value of ``unspecifiedCol``: column of codes that carry everything but the label
        (the name of a column).
        """
        return self.getOrDefault("unspecifiedCol")

    def setUnspecifiedCol(self: S, value: str) -> S:
        """Sets ``unspecifiedCol``: column of codes that carry everything but the label (the
        name of a column).
        """
        return self._set(unspecifiedCol=value)


class StyleContentParams(Params):
    """Params that stages share."""

    batchSize: "Param[int]" = Param(
        Params._dummy(),
        "batchSize",
        "triplets per mini-batch and worker; the default is the preset's (a whole number, at "
        "least 1)",
        typeConverter=TypeConverters.toInt,
    )

    def getBatchSize(self) -> int:
        """Value of ``batchSize``: triplets per mini-batch and worker; the default is the
        preset's (a whole number, at least 1).
        """
        return self.getOrDefault("batchSize")

    def setBatchSize(self: S, value: int) -> S:
        """Sets ``batchSize``: triplets per mini-batch and worker; the default is the
        preset's (a whole number, at least 1).
        """
        return self._set(batchSize=value)

    frozenSpecified: "Param[bool]" = Param(
        Params._dummy(),
        "frozenSpecified",
        "whether the specified code stays as initialModel has it (true or false)",
        typeConverter=TypeConverters.toBoolean,
    )

    def getFrozenSpecified(self) -> bool:
        """Value of ``frozenSpecified``: whether the specified code stays as initialModel has
        it (true or false).
        """
        return self.getOrDefault("frozenSpecified")

    def setFrozenSpecified(self: S, value: bool) -> S:
        """Sets ``frozenSpecified``: whether the specified code stays as initialModel has it
        (true or false).
        """
        return self._set(frozenSpecified=value)

    klWeight: "Param[float]" = Param(
        Params._dummy(),
        "klWeight",
        "weight of the unspecified code's divergence; the default is the preset's (a finite "
        "number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getKlWeight(self) -> float:
        """Value of ``klWeight``: weight of the unspecified code's divergence; the default is
        the preset's (a finite number, at least 0.0).
        """
        return self.getOrDefault("klWeight")

    def setKlWeight(self: S, value: float) -> S:
        """Sets ``klWeight``: weight of the unspecified code's divergence; the default is the
        preset's (a finite number, at least 0.0).
        """
        return self._set(klWeight=value)

    labelWeight: "Param[float]" = Param(
        Params._dummy(),
        "labelWeight",
        "weight of the unspecified code's dependence on the label; the default is the preset's "
        "(a finite number, at least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getLabelWeight(self) -> float:
        """Value of ``labelWeight``: weight of the unspecified code's dependence on the
        label; the default is the preset's (a finite number, at least 0.0).
        """
        return self.getOrDefault("labelWeight")

    def setLabelWeight(self: S, value: float) -> S:
        """Sets ``labelWeight``: weight of the unspecified code's dependence on the label;
        the default is the preset's (a finite number, at least 0.0).
        """
        return self._set(labelWeight=value)

    vars()["lambda"] = Param(
        Params._dummy(),
        "lambda",
        "weight of the adversarial losses; the default is the preset's (a finite number, at "
        "least 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    @property
    def lambda_(self) -> "Param[float]":
        """The Param ``lambda``, a keyword of Python."""
        return getattr(self, "lambda")

    def getLambda(self) -> float:
        """Value of ``lambda``: weight of the adversarial losses; the default is the preset's
        (a finite number, at least 0.0).
        """
        return self.getOrDefault("lambda")

    def setLambda(self: S, value: float) -> S:
        """Sets ``lambda``: weight of the adversarial losses; the default is the preset's (a
        finite number, at least 0.0).
        """
        return self._set(**{"lambda": value})

    learningRate: "Param[float]" = Param(
        Params._dummy(),
        "learningRate",
        "learning rate for encoder and decoder (a finite number above 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getLearningRate(self) -> float:
        """Value of ``learningRate``: learning rate for encoder and decoder (a finite number
        above 0.0).
        """
        return self.getOrDefault("learningRate")

    def setLearningRate(self: S, value: float) -> S:
        """Sets ``learningRate``: learning rate for encoder and decoder (a finite number
        above 0.0).
        """
        return self._set(learningRate=value)

    learningRateD: "Param[float]" = Param(
        Params._dummy(),
        "learningRateD",
        "learning rate for the discriminator (a finite number above 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getLearningRateD(self) -> float:
        """Value of ``learningRateD``: learning rate for the discriminator (a finite number
        above 0.0).
        """
        return self.getOrDefault("learningRateD")

    def setLearningRateD(self: S, value: float) -> S:
        """Sets ``learningRateD``: learning rate for the discriminator (a finite number above
        0.0).
        """
        return self._set(learningRateD=value)

    optimiser: "Param[str]" = Param(
        Params._dummy(),
        "optimiser",
        "how networks learn: adam, or sgd as in the paper (one of [adam, sgd])",
        typeConverter=TypeConverters.toString,
    )

    def getOptimiser(self) -> str:
        """Value of ``optimiser``: how networks learn: adam, or sgd as in the paper (one of
        [adam, sgd]).
        """
        return self.getOrDefault("optimiser")

    def setOptimiser(self: S, value: str) -> S:
        """Sets ``optimiser``: how networks learn: adam, or sgd as in the paper (one of
        [adam, sgd]).
        """
        return self._set(optimiser=value)

    specifiedDim: "Param[int]" = Param(
        Params._dummy(),
        "specifiedDim",
        "values of the specified code; the default is the preset's (a whole number from 1 to "
        "10000)",
        typeConverter=TypeConverters.toInt,
    )

    def getSpecifiedDim(self) -> int:
        """Value of ``specifiedDim``: values of the specified code; the default is the
        preset's (a whole number from 1 to 10000).
        """
        return self.getOrDefault("specifiedDim")

    def setSpecifiedDim(self: S, value: int) -> S:
        """Sets ``specifiedDim``: values of the specified code; the default is the preset's
        (a whole number from 1 to 10000).
        """
        return self._set(specifiedDim=value)

    unspecifiedDim: "Param[int]" = Param(
        Params._dummy(),
        "unspecifiedDim",
        "values of the unspecified code; the default is the preset's (a whole number from 1 to "
        "10000)",
        typeConverter=TypeConverters.toInt,
    )

    def getUnspecifiedDim(self) -> int:
        """Value of ``unspecifiedDim``: values of the unspecified code; the default is the
        preset's (a whole number from 1 to 10000).
        """
        return self.getOrDefault("unspecifiedDim")

    def setUnspecifiedDim(self: S, value: int) -> S:
        """Sets ``unspecifiedDim``: values of the unspecified code; the default is the
        preset's (a whole number from 1 to 10000).
        """
        return self._set(unspecifiedDim=value)


class VaeModelParams(Params):
    """Params that stages share."""

    encoding: "Param[str]" = Param(
        Params._dummy(),
        "encoding",
        "codes are the mean of the encoder's distribution, that mean for active codes and 0 "
        "for others, or a sample (one of ['mean', 'active', 'sample'])",
        typeConverter=TypeConverters.toString,
    )

    def getEncoding(self) -> str:
        """Value of ``encoding``: codes are the mean of the encoder's distribution, that mean
        for active codes and 0 for others, or a sample (one of ['mean', 'active',
        'sample']).
        """
        return self.getOrDefault("encoding")

    def setEncoding(self: S, value: str) -> S:
        """Sets ``encoding``: codes are the mean of the encoder's distribution, that mean for
        active codes and 0 for others, or a sample (one of ['mean', 'active', 'sample']).
        """
        return self._set(encoding=value)


class VaeParams(Params):
    """Params that stages share."""

    annealIter: "Param[int]" = Param(
        Params._dummy(),
        "annealIter",
        "iterations over which the regularisation rises (a whole number, at least 0)",
        typeConverter=TypeConverters.toInt,
    )

    def getAnnealIter(self) -> int:
        """Value of ``annealIter``: iterations over which the regularisation rises (a whole
        number, at least 0).
        """
        return self.getOrDefault("annealIter")

    def setAnnealIter(self: S, value: int) -> S:
        """Sets ``annealIter``: iterations over which the regularisation rises (a whole
        number, at least 0).
        """
        return self._set(annealIter=value)

    learningRate: "Param[float]" = Param(
        Params._dummy(),
        "learningRate",
        "Adam's learning rate for encoder and decoder (a finite number above 0.0)",
        typeConverter=TypeConverters.toFloat,
    )

    def getLearningRate(self) -> float:
        """Value of ``learningRate``: Adam's learning rate for encoder and decoder (a finite
        number above 0.0).
        """
        return self.getOrDefault("learningRate")

    def setLearningRate(self: S, value: float) -> S:
        """Sets ``learningRate``: Adam's learning rate for encoder and decoder (a finite
        number above 0.0).
        """
        return self._set(learningRate=value)
