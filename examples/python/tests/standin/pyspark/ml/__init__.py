# SPDX-License-Identifier: Apache-2.0
from pyspark.ml.wrapper import JavaModel, JavaParams

from pyspark.ml.util import JavaMLReadable, JavaMLWritable


class _Stages(JavaMLReadable, JavaMLWritable):
    def _to_java(self):
        jvm_class = JavaParams._java_named(self._java_name)
        stages = [stage._to_java() for stage in self.stages]
        kind = JavaParams._java_named(self._kind)
        return self._made(jvm_class, JavaParams._new_java_array(stages, kind))

    @classmethod
    def _from_java(cls, java_stage):
        stages = java_stage.getStages() if cls is Pipeline else java_stage.stages()
        return cls([JavaParams._from_java(stage) for stage in stages])


class PipelineModel(_Stages):
    _java_name = "org.apache.spark.ml.PipelineModel"
    _kind = "org.apache.spark.ml.Transformer"

    def __init__(self, stages):
        self.stages = stages

    def transform(self, dataset):
        for stage in self.stages:
            dataset = stage.transform(dataset)
        return dataset

    def _made(self, jvm_class, stages):
        return jvm_class("pipelineModel", stages)


class Pipeline(_Stages):
    _java_name = "org.apache.spark.ml.Pipeline"
    _kind = "org.apache.spark.ml.PipelineStage"

    def __init__(self, stages):
        self.stages = stages

    def getStages(self):
        return self.stages

    def fit(self, dataset):
        fitted = []
        for stage in self.stages:
            model = stage.fit(dataset) if hasattr(stage, "fit") else stage
            fitted.append(model)
            if stage is not self.stages[-1]:
                dataset = model.transform(dataset)
        return PipelineModel(fitted)

    def _made(self, jvm_class, stages):
        return jvm_class().setStages(stages)
