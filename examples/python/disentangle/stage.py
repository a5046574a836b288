# SPDX-License-Identifier: Apache-2.0
"""The bases of the generated classes.

They are PySpark's own wrappers of Java stages, with what those leave to stages that lie outside
``org.apache.spark``: reading, defaults that follow from other Params, and values that are stages.
"""
import inspect
from typing import Any, FrozenSet, Optional, Sequence, TypeVar

from pyspark import SparkContext
from pyspark.ml.evaluation import Evaluator, JavaEvaluator
from pyspark.ml.util import JavaMLReadable, JavaMLReader, JavaMLWritable
from pyspark.ml.wrapper import JavaEstimator, JavaModel, JavaParams, JavaTransformer
from pyspark.sql import DataFrame, SparkSession

S = TypeVar("S", bound="Stage")


class StageReader(JavaMLReader):
    """Finds the Java class of a stage by the name that its Python class has."""

    @classmethod
    def _java_loader_class(cls, clazz: Any) -> str:
        return clazz._java_class


class Stage(JavaParams, JavaMLReadable, JavaMLWritable):
    """What all classes of this package have in common."""

    #: Full name of the Java class.
    _java_class: str = ""

    #: Params whose default Java derives from other Params, such as a preset.
    _live_defaults: FrozenSet[str] = frozenset()

    @classmethod
    def read(cls) -> StageReader:
        """Reads what was saved, by this library in any language."""
        return StageReader(cls)

    def setParams(self: S, **params: Any) -> S:
        """Sets Params by name, as the constructor does: ``lambda_`` sets ``lambda``."""
        params = {name.rstrip("_"): each for name, each in params.items()}
        for name in params:
            if not self.hasParam(name):
                raise TypeError("%s has no Param %r" % (type(self).__name__, name))
        return self._set(**{name: each for name, each in params.items() if each is not None})

    def getOrDefault(self, param: Any) -> Any:
        """The value that is set, else the default, which may follow from other Params."""
        param = self._resolveParam(param)
        if param.name in self._live_defaults and not self.isSet(param):
            self._transfer_params_to_java()
            java_param = self._java_obj.getParam(param.name)
            return _python(self._java_obj.getOrDefault(java_param))
        return super().getOrDefault(param)

    def explainParam(self, param: Any) -> str:
        """Doc, default and value of a Param, as Java explains it."""
        param = self._resolveParam(param)
        self._transfer_params_to_java()
        return self._java_obj.explainParam(self._java_obj.getParam(param.name))

    def _start(self, params: Any) -> None:
        """Makes the Java stage; defaults are those in the signature of the constructor."""
        self._java_obj = self._new_java_obj(self._java_class, self.uid)
        owner = next(each for each in type(self).__mro__ if "_java_class" in vars(each))
        arguments = inspect.signature(owner.__init__).parameters.values()
        self._setDefault(
            **{each.name.rstrip("_"): each.default for each in arguments if _is_default(each)}
        )
        self.setParams(**params)

    def _make_java_param_pair(self, param: Any, value: Any) -> Any:
        param = self._resolveParam(param)
        if param.name == "evaluators":
            java_param = self._java_obj.getParam(param.name)
            return java_param.w(_java_array("evaluation.Evaluator", map(_java, value)))
        return super()._make_java_param_pair(param, value)

    def _transfer_params_from_java(self) -> None:
        """Takes values and defaults over, but for defaults that follow from other Params."""
        for param in self.params:
            java_param = self._java_obj.getParam(param.name)
            if self._java_obj.isSet(java_param):
                value = self._java_obj.getOrDefault(java_param)
                self._set(**{param.name: _python(value)})
            if self._java_obj.hasDefault(java_param) and param.name not in self._live_defaults:
                value = self._java_obj.getDefault(java_param).get()
                self._setDefault(**{param.name: _python(value)})

    def _ask(self, method: str, *arguments: Any) -> Any:
        """Calls a method of the Java stage, which has the Params as they are set here."""
        self._transfer_params_to_java()
        return _python(getattr(self._java_obj, method)(*map(_java, arguments)))

    @classmethod
    def _made_by(cls, method: str, *arguments: Any) -> Any:
        """Calls a static method of the Java class, which makes a stage."""
        return _python(getattr(_java_class(cls._java_class), method)(*map(_java, arguments)))


class StageEstimator(Stage, JavaEstimator):
    """An Estimator of this library."""

    def _create_model(self, java_model: Any) -> Any:
        return JavaParams._from_java(java_model)


class StageTransformer(Stage, JavaTransformer):
    """A Transformer of this library that nothing fits."""


class StageModel(Stage, JavaModel):
    """A model of this library."""

    def __init__(self, java_model: Optional[Any] = None):
        super().__init__(java_model)
        if java_model is not None:
            self._transfer_params_from_java()


class StageEvaluator(Stage, JavaEvaluator):
    """An Evaluator of this library."""


class ModelSelection(StageEstimator):
    """Trains several models, or takes trained ones, and keeps the best."""

    def setEstimator(self: S, estimator: StageEstimator) -> S:
        """What is trained, instead of what was set before."""
        self._java_obj.setEstimator(estimator._to_java())
        return self

    def setEstimators(self: S, estimators: Sequence[StageEstimator]) -> S:
        """Several systems, or one with several settings, instead of what was set before."""
        self._java_obj.setEstimators(_java_list(estimators))
        return self

    def setEstimatorParamMaps(self: S, estimator: StageEstimator, grid: Sequence[Any]) -> S:
        """Trains an estimator with the settings that a ``ParamGridBuilder`` made."""
        self._java_obj.setEstimator(estimator._to_java())
        maps = [estimator._transfer_param_map_to_java(point) for point in grid]
        self._java_obj.setEstimatorParamMaps(_java_array("param.ParamMap", maps))
        return self

    def setModels(self: S, models: Sequence[StageModel]) -> S:
        """Models that are trained already, to be chosen from instead of training."""
        self._java_obj.setModels(_java_list(models))
        return self


class SupervisedModelSelection(ModelSelection):
    """A selection by the score of an Evaluator."""

    def setEvaluator(self: S, evaluator: Evaluator) -> S:
        """What scores the models."""
        self._java_obj.setEvaluator(evaluator._to_java())
        return self


def load_model(path: str) -> Any:
    """Loads a model of any system, or one that ships with the library: ``pretrained:NAME``."""
    return _python(_java_class("org.disentangle.model.DisentangledModel").load(path))


def from_checkpoint(directory: str, iteration: Optional[int] = None) -> Any:
    """The model of the newest checkpoint in a directory, or of that of an iteration."""
    models = _java_class("org.disentangle.model.DisentangledModel")
    if iteration is None:
        return _python(models.fromCheckpoint(directory))
    return _python(models.fromCheckpoint(directory, iteration))


def _is_default(argument: inspect.Parameter) -> bool:
    return argument.kind is inspect.Parameter.KEYWORD_ONLY and argument.default is not None


def _java_class(name: str) -> Any:
    found = SparkContext._active_spark_context._jvm
    for part in name.split("."):
        found = getattr(found, part)
    return found


def _java(value: Any) -> Any:
    if isinstance(value, DataFrame):
        return value._jdf
    return value._to_java() if isinstance(value, JavaParams) else value


def _java_list(stages: Sequence[Any]) -> Any:
    listed = _java_class("java.util.ArrayList")()
    for stage in stages:
        listed.add(_java(stage))
    return listed


def _java_array(kind: str, objects: Any) -> Any:
    return JavaParams._new_java_array(list(objects), _java_class("org.apache.spark.ml." + kind))


def _python(value: Any) -> Any:
    """Of whatever the Java stages return: numbers, text, rows, stages, arrays and lists of those."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if not hasattr(value, "getClass"):
        return [_python(each) for each in value]
    name = value.getClass().getName()
    if name.endswith(".Dataset"):
        return DataFrame(value, SparkSession.builder.getOrCreate())
    if name == "org.disentangle.train.History":
        session = SparkSession.builder.getOrCreate()
        return DataFrame(value.toDataFrame(session._jsparkSession), session)
    if name.startswith(("org.disentangle.", "org.apache.spark.ml.")):
        return JavaParams._from_java(value)
    return [_python(each) for each in value]
