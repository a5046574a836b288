# SPDX-License-Identifier: Apache-2.0
import os
import tempfile
import unittest

from tests import IS_PYSPARK
from tests.jvm import session

from pyspark.ml import Pipeline, PipelineModel
from pyspark.ml.tuning import ParamGridBuilder

import disentangle
from disentangle import (
    CodeSampler,
    DiversityPairs,
    ImageClassifier,
    InfoGanCr,
    InfoGanCrModel,
    ModelCentrality,
    MutualInformationEvaluator,
    StyleContentVaeGan,
    SupervisedSelection,
)


def quick(**params):
    return InfoGanCr(
        preset="small32", maxIter=1, batchSize=4, numCodes=2, noiseDim=2, crStart=0, **params
    )


class StagesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = session()
        reader = cls.spark.read.format("dsprites").option("imageSize", 32)
        cls.images = reader.option("factors", "scale,posX").option("sample", 40).load()
        cls.folder = tempfile.mkdtemp()
        cls.model = quick(seed=7).fit(cls.images)

    def path(self, name):
        return os.path.join(self.folder, name)

    def test_every_stage_has_what_the_jvm_has(self):
        for name in disentangle.__all__:
            kind = getattr(disentangle, name)
            if not hasattr(kind, "_start") or issubclass(kind, disentangle.stage.StageModel):
                continue
            stage = kind()
            java_params = {param.name(): param for param in stage._java_obj.params()}
            self.assertEqual(set(java_params), {param.name for param in stage.params}, name)
            before = {
                each: stage._java_obj.explainParam(param) for each, param in java_params.items()
            }
            stage._transfer_params_to_java()
            for each, param in java_params.items():
                self.assertEqual(before[each], stage._java_obj.explainParam(param), name)

    def test_models_encode_generate_and_are_read_again(self):
        self.assertEqual((2, 2), (self.model.numCodes, self.model.noiseDim))
        encoded = self.model.setAppendGenerated(False).transform(self.images)
        self.assertIn(self.model.getCodesCol(), encoded.columns)
        self.model.write().overwrite().save(self.path("model"))
        loaded = InfoGanCrModel.load(self.path("model"))
        self.assertEqual(self.model.uid, loaded.uid)
        self.assertIs(False, loaded.getAppendGenerated())
        self.assertIs(InfoGanCrModel, type(disentangle.load_model(self.path("model"))))
        codes = CodeSampler.of(loaded).transform(self.spark.range(3))
        generated = loaded.setAppendGenerated(True).transform(codes)
        self.assertEqual(3, generated.count())
        self.assertIn(loaded.getGeneratedCol(), generated.columns)

    def test_the_history_of_a_training_is_a_table(self):
        summary = self.model.summary
        self.assertEqual(1, summary.count())
        self.assertIn("iteration", summary.columns)

    def test_defaults_that_follow_from_a_preset_are_those_of_the_jvm(self):
        small, full = InfoGanCr(preset="small32"), InfoGanCr()
        self.assertNotEqual(small.getMaxIter(), full.getMaxIter())
        full.setPreset("small32")
        self.assertEqual(small.getMaxIter(), full.getMaxIter())
        self.assertIn(str(small.getMaxIter()), small.explainParam(small.maxIter))

    def test_estimators_are_read_again_with_their_evaluators(self):
        scorer = MutualInformationEvaluator(factorCols=["factor_scale"], metricName="mig_sup")
        quick(evaluators=[scorer], evaluationInterval=1).write().overwrite().save(
            self.path("estimator")
        )
        loaded = InfoGanCr.load(self.path("estimator"))
        self.assertEqual(4, loaded.getBatchSize())
        self.assertEqual("mig_sup", loaded.getEvaluators()[0].getMetricName())
        self.assertEqual(["factor_scale"], loaded.getEvaluators()[0].getFactorCols())

    def test_what_cannot_be_set_is_refused(self):
        with self.assertRaises(TypeError):
            InfoGanCr(nothing=1)
        with self.assertRaises(TypeError):
            InfoGanCr().setParams(nothing=1)
        with self.assertRaisesRegex(TypeError, "batchSize"):
            InfoGanCr(batchSize="many")
        with self.assertRaisesRegex(Exception, "parameter batchSize"):
            InfoGanCr(batchSize=0).fit(self.images)

    def test_grids_and_evaluators_choose_a_model(self):
        scorer = MutualInformationEvaluator(factorCols=["factor_scale", "factor_posX"])
        self.assertTrue(scorer.isLargerBetter())
        estimator = quick()
        grid = ParamGridBuilder().addGrid(estimator.alpha, [0.5, 1.0]).build()
        scores = []
        for point in grid:
            model = estimator.fit(self.images, point)
            scores.append(scorer.evaluate(model.transform(self.images)))
        self.assertEqual(2, len(scores))
        selection = SupervisedSelection(numRuns=1).setEvaluator(scorer)
        selected = selection.setEstimatorParamMaps(estimator, grid).fit(self.images)
        self.assertEqual(2, len(selected.models))
        self.assertIs(InfoGanCrModel, type(selected.best))
        chosen = ModelCentrality(numVotes=8, votesSampleSize=5, scaleSampleSize=20)
        self.assertEqual(2, len(chosen.setModels(selected.models).fit(self.images).models))

    @unittest.skipUnless(IS_PYSPARK, "needs PySpark")
    def test_cross_validation(self):
        from pyspark.ml.tuning import CrossValidator

        estimator = quick()
        scorer = MutualInformationEvaluator(factorCols=["factor_scale", "factor_posX"])
        grid = ParamGridBuilder().addGrid(estimator.alpha, [0.5, 1.0]).build()
        validated = CrossValidator(
            estimator=estimator, estimatorParamMaps=grid, evaluator=scorer, numFolds=2
        ).fit(self.images)
        self.assertEqual(2, len(validated.avgMetrics))
        self.assertIs(InfoGanCrModel, type(validated.bestModel))

    def test_pipelines_are_read_again(self):
        pipeline = Pipeline(stages=[quick()])
        fitted = pipeline.fit(self.images)
        fitted.write().overwrite().save(self.path("fitted"))
        loaded = PipelineModel.load(self.path("fitted"))
        self.assertIs(InfoGanCrModel, type(loaded.stages[0]))
        self.assertEqual(40, loaded.transform(self.images).count())
        pipeline.write().overwrite().save(self.path("pipeline"))
        self.assertEqual(4, Pipeline.load(self.path("pipeline")).getStages()[0].getBatchSize())

    def test_checkpoints_give_models(self):
        quick(checkpointDir=self.path("checkpoints"), checkpointInterval=1).fit(self.images)
        model = disentangle.from_checkpoint(self.path("checkpoints"))
        self.assertIs(InfoGanCrModel, type(model))
        self.assertIs(
            InfoGanCrModel, type(disentangle.from_checkpoint(self.path("checkpoints"), 1))
        )


if __name__ == "__main__":
    unittest.main()
