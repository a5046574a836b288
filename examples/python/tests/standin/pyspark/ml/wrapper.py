# SPDX-License-Identifier: Apache-2.0
import importlib

from pyspark import SparkContext
from pyspark.ml.param import Params
from pyspark.sql import DataFrame


class JavaParams(Params):
    def __init__(self, java_obj=None):
        super().__init__()
        self._java_obj = java_obj

    @staticmethod
    def _java_named(name):
        found = SparkContext._active_spark_context._jvm
        for part in name.split("."):
            found = getattr(found, part)
        return found

    @staticmethod
    def _new_java_obj(java_class, *arguments):
        return JavaParams._java_named(java_class)(*arguments)

    @staticmethod
    def _new_java_array(values, java_class):
        gateway = SparkContext._active_spark_context._gateway
        array = gateway.new_array(java_class, len(values))
        for index, value in enumerate(values):
            array[index] = value
        return array

    def _make_java_param_pair(self, param, value):
        return self._java_obj.getParam(param.name).w(value)

    def _transfer_params_to_java(self):
        defaults = []
        for param in self.params:
            if self.isSet(param):
                pair = self._make_java_param_pair(param, self._paramMap[param])
                self._java_obj.set(pair)
            if self.hasDefault(param):
                pair = self._make_java_param_pair(param, self._defaultParamMap[param])
                defaults.append(pair)
        if defaults:
            to_seq = self._java_named("org.apache.spark.api.python.PythonUtils.toSeq")
            self._java_obj.setDefault(to_seq(defaults))

    def _transfer_param_map_to_java(self, values):
        java_map = self._java_named("org.apache.spark.ml.param.ParamMap")()
        for param, value in values.items():
            java_map.put([self._make_java_param_pair(param, value)])
        return java_map

    def _to_java(self):
        self._transfer_params_to_java()
        return self._java_obj

    @staticmethod
    def _from_java(java_stage):
        module, name = java_stage.getClass().getName().rsplit(".", 1)
        module = module.replace("org.apache.spark", "pyspark")
        stage = getattr(importlib.import_module(module), name)()
        stage._java_obj = java_stage
        stage._resetUid(java_stage.uid())
        stage._transfer_params_from_java()
        return stage

    def copy(self, extra=None):
        that = super().copy(extra)
        empty = self._java_named("org.apache.spark.ml.param.ParamMap")()
        that._java_obj = self._java_obj.copy(empty)
        that._transfer_params_to_java()
        return that

    def clear(self, param):
        self._paramMap.pop(param, None)
        self._java_obj.clear(self._java_obj.getParam(param.name))


class JavaEstimator(JavaParams):
    def fit(self, dataset, params=None):
        if params:
            return self.copy(params).fit(dataset)
        self._transfer_params_to_java()
        return self._copyValues(self._create_model(self._java_obj.fit(dataset._jdf)))


class JavaTransformer(JavaParams):
    def transform(self, dataset):
        self._transfer_params_to_java()
        return DataFrame(self._java_obj.transform(dataset._jdf), dataset.sparkSession)


class JavaModel(JavaTransformer):
    def __init__(self, java_model=None):
        super().__init__(java_model)
        if java_model is not None:
            self._resetUid(java_model.uid())
