# SPDX-License-Identifier: Apache-2.0
# Generated from the Params of the Java stages; PythonPackageTest says how.
"""Transformers, and the models that Estimators fit."""
from typing import Any, List, Optional, Sequence, TypeVar

from pyspark import keyword_only
from pyspark.ml.param import Param, Params, TypeConverters
from pyspark.ml.wrapper import JavaModel
from pyspark.sql import DataFrame

from disentangle import params
from disentangle.stage import StageModel, StageTransformer

__all__ = [
    "ArrayImages",
    "CodeSampler",
    "DiversityPairs",
    "IbGanModel",
    "ImageClassifierModel",
    "ImagePreparation",
    "InfoGanCrModel",
    "InfoGanModel",
    "OoganModel",
    "SelectedModel",
    "StyleContentModel",
    "VaeModel",
]

S = TypeVar("S", bound="Params")


class ArrayImages(
    StageTransformer,
    params.ArrayImagesParams,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasPreparedCol,
    params.HasValueRange,
):
    """Makes images of arrays of numbers that have neither a shape nor an order, such as
    CIFAR or SVHN in Parquet.
    """

    _java_class = "org.disentangle.model.ArrayImages"

    @keyword_only
    def __init__(
        self,
        *,
        arrayLayout: str = "chw",
        arrayScale: float = 255.0,
        channels: int = 3,
        height: Optional[int] = None,
        imageCol: str = "image",
        imageFormat: str = "image",
        preparedCol: str = "prepared",
        valueRange: str = "unit",
        width: Optional[int] = None,
    ):
        super().__init__()
        self._start(self._input_kwargs)


class CodeSampler(
    StageTransformer,
    params.CodeDrawParams,
    params.HasCategories,
    params.HasCodesCol,
    params.HasNoiseCol,
    params.HasSeed,
    params.LatentDrawParams,
):
    """Draws codes and noise for every row."""

    _java_class = "org.disentangle.model.CodeSampler"
    _live_defaults = frozenset(
        [
            "noisePrior",
        ]
    )

    @keyword_only
    def __init__(
        self,
        *,
        bins: int = 16,
        categories: Optional[Sequence[int]] = None,
        codeDraw: str = "prior",
        codeGrid: Sequence[str] = (),
        codeNames: Sequence[str] = (),
        codesCol: str = "codes",
        fixedCodes: Sequence[str] = (),
        idCol: str = "id",
        noiseCol: str = "noise",
        noiseDim: int = 0,
        noisePrior: Optional[str] = None,
        numCodes: Optional[int] = None,
        prior: str = "uniform",
        seed: int = 42,
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def categoryCounts(self) -> List[Any]:
        """The numbers of categories in effect."""
        return self._ask("categoryCounts")

    @property
    def names(self) -> List[Any]:
        """The names of the codes."""
        return self._ask("names")

    @classmethod
    def of(cls, model: JavaModel) -> "CodeSampler":
        """A sampler for a model's latent space, with its column names."""
        return cls._made_by("of", model)


class DiversityPairs(
    StageTransformer,
    params.HasCategories,
    params.HasCodesCol,
    params.HasNoiseCol,
    params.HasPairCol,
    params.HasSeed,
    params.LatentDrawParams,
):
    """Draws the codes of two images for every row, as perceptual diversity compares them
    (Liu et al., "OOGAN", 2020).
    """

    _java_class = "org.disentangle.model.DiversityPairs"
    _live_defaults = frozenset(
        [
            "noisePrior",
        ]
    )

    @keyword_only
    def __init__(
        self,
        *,
        categories: Optional[Sequence[int]] = None,
        codeNames: Sequence[str] = (),
        codesCol: str = "codes",
        idCol: str = "id",
        noiseCol: str = "noise",
        noiseDim: int = 0,
        noisePrior: Optional[str] = None,
        numCodes: Optional[int] = None,
        pairCol: str = "pair",
        prior: str = "uniform",
        seed: int = 42,
    ):
        super().__init__()
        self._start(self._input_kwargs)

    @property
    def categoryCounts(self) -> List[Any]:
        """The numbers of categories in effect."""
        return self._ask("categoryCounts")

    @classmethod
    def of(cls, model: JavaModel) -> "DiversityPairs":
        """Pairs for a model's latent space, with its column names."""
        return cls._made_by("of", model)


class IbGanModel(
    StageModel,
    params.DisentangledModelParams,
    params.HasBatchSize,
    params.HasCodesCol,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasNoiseCol,
    params.HasPrecision,
    params.HasSeed,
    params.HasValueRange,
    params.VaeModelParams,
):
    """A trained IB-GAN."""

    _java_class = "org.disentangle.model.IbGanModel"

    @property
    def noiseDim(self) -> int:
        """Number of noise values."""
        return self._ask("noiseDim")

    @property
    def numCodes(self) -> int:
        """Number of codes."""
        return self._ask("numCodes")

    @property
    def summary(self) -> DataFrame:
        """See ``summary`` of the Java class ``org.disentangle.model.DisentangledModel``."""
        return self._ask("summary")


class ImageClassifierModel(
    StageModel,
    params.HasBatchSize,
    params.HasFeaturesCol,
    params.HasImageCol,
    params.HasPredictionCol,
    params.HasProbabilityCol,
    params.HasValueRange,
):
    """A trained image classifier."""

    _java_class = "org.disentangle.model.ImageClassifierModel"

    @property
    def losses(self) -> List[Any]:
        """Training loss of each round, in nats."""
        return self._ask("losses")

    @property
    def numClasses(self) -> int:
        """Number of classes."""
        return self._ask("numClasses")

    @property
    def numFeatures(self) -> int:
        """Length of the feature vectors."""
        return self._ask("numFeatures")


class ImagePreparation(
    StageTransformer,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasPreparedCol,
    params.HasSeed,
    params.HasValueRange,
    params.ImagePreparationParams,
):
    """Brings images of any source to the one shape that networks need."""

    _java_class = "org.disentangle.model.ImagePreparation"

    @keyword_only
    def __init__(
        self,
        *,
        applyOrientation: bool = False,
        colourMode: str = "keep",
        cropOrder: str = "before",
        cropSize: Optional[int] = None,
        flip: str = "none",
        handleInvalid: str = "error",
        imageCol: str = "image",
        imageFormat: str = "image",
        imageSize: Optional[int] = None,
        imageWidth: Optional[int] = None,
        interpolation: str = "bilinear",
        pathCol: str = "path",
        preparedCol: str = "prepared",
        range: str = "keep",
        recipe: Optional[str] = None,
        seed: int = 42,
        valueRange: str = "unit",
        window: str = "centre",
    ):
        super().__init__()
        self._start(self._input_kwargs)


class InfoGanCrModel(
    StageModel,
    params.DisentangledModelParams,
    params.HasBatchSize,
    params.HasCategoryProbabilities,
    params.HasCodesCol,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasNoiseCol,
    params.HasPrecision,
    params.HasSeed,
    params.HasValueRange,
):
    """A trained InfoGAN-CR."""

    _java_class = "org.disentangle.model.InfoGanCrModel"

    @property
    def noiseDim(self) -> int:
        """Number of noise values."""
        return self._ask("noiseDim")

    @property
    def numCodes(self) -> int:
        """Number of codes."""
        return self._ask("numCodes")

    @property
    def summary(self) -> DataFrame:
        """See ``summary`` of the Java class ``org.disentangle.model.DisentangledModel``."""
        return self._ask("summary")


class InfoGanModel(
    StageModel,
    params.DisentangledModelParams,
    params.HasBatchSize,
    params.HasCategoryProbabilities,
    params.HasCodesCol,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasNoiseCol,
    params.HasPrecision,
    params.HasSeed,
    params.HasValueRange,
):
    """A trained InfoGAN."""

    _java_class = "org.disentangle.model.InfoGanModel"

    @property
    def noiseDim(self) -> int:
        """Number of noise values."""
        return self._ask("noiseDim")

    @property
    def numCodes(self) -> int:
        """Number of codes."""
        return self._ask("numCodes")

    @property
    def summary(self) -> DataFrame:
        """See ``summary`` of the Java class ``org.disentangle.model.DisentangledModel``."""
        return self._ask("summary")


class OoganModel(
    StageModel,
    params.DisentangledModelParams,
    params.HasBatchSize,
    params.HasCategoryProbabilities,
    params.HasCodesCol,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasNoiseCol,
    params.HasPrecision,
    params.HasSeed,
    params.HasValueRange,
):
    """A trained OOGAN."""

    _java_class = "org.disentangle.model.OoganModel"

    @property
    def noiseDim(self) -> int:
        """Number of noise values."""
        return self._ask("noiseDim")

    @property
    def numCodes(self) -> int:
        """Number of codes."""
        return self._ask("numCodes")

    @property
    def summary(self) -> DataFrame:
        """See ``summary`` of the Java class ``org.disentangle.model.DisentangledModel``."""
        return self._ask("summary")


class SelectedModel(
    StageModel,
):
    """The best of several models by a selection such as ModelCentrality, with all of them,
    their scores and what these were made from.
    """

    _java_class = "org.disentangle.model.SelectedModel"

    @property
    def best(self) -> JavaModel:
        """The model that was selected."""
        return self._ask("best")

    @property
    def models(self) -> List[Any]:
        """All models, in the order of their runs."""
        return self._ask("models")


class StyleContentModel(
    StageModel,
    params.HasBatchSize,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasPrecision,
    params.HasSeed,
    params.HasValueRange,
    params.StyleContentModelParams,
):
    """A trained model of specified and unspecified codes (Mathieu et al."""

    _java_class = "org.disentangle.model.StyleContentModel"

    def interpolate(self, rows: DataFrame, from_: str, to: str, steps: int) -> DataFrame:
        """Images on straight lines between the codes of two images."""
        return self._ask("interpolate", rows, from_, to, steps)

    def sample(self, rows: DataFrame, idCol: str) -> DataFrame:
        """Images with the label of the image column's and everything else at random."""
        return self._ask("sample", rows, idCol)

    @property
    def specifiedDim(self) -> int:
        """Values of the specified code."""
        return self._ask("specifiedDim")

    @property
    def summary(self) -> DataFrame:
        """See ``summary`` of the Java class ``org.disentangle.model.StyleContentModel``."""
        return self._ask("summary")

    def swap(self, rows: DataFrame, specifiedFrom: str, unspecifiedFrom: str) -> DataFrame:
        """Images with the label of one image and everything else of another."""
        return self._ask("swap", rows, specifiedFrom, unspecifiedFrom)

    @property
    def unspecifiedDim(self) -> int:
        """Values of the unspecified code."""
        return self._ask("unspecifiedDim")


class VaeModel(
    StageModel,
    params.DisentangledModelParams,
    params.HasBatchSize,
    params.HasCodesCol,
    params.HasGeneratedCol,
    params.HasImageCol,
    params.HasImageFormat,
    params.HasNoiseCol,
    params.HasPrecision,
    params.HasSeed,
    params.HasValueRange,
    params.VaeModelParams,
):
    """A trained variational autoencoder, whatever its objective was."""

    _java_class = "org.disentangle.model.VaeModel"

    @property
    def noiseDim(self) -> int:
        """Number of noise values."""
        return self._ask("noiseDim")

    @property
    def numCodes(self) -> int:
        """Number of codes."""
        return self._ask("numCodes")

    @property
    def summary(self) -> DataFrame:
        """See ``summary`` of the Java class ``org.disentangle.model.DisentangledModel``."""
        return self._ask("summary")
