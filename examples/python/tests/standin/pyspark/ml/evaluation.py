# SPDX-License-Identifier: Apache-2.0
from pyspark.ml.wrapper import JavaParams


class Evaluator:
    pass


class JavaEvaluator(JavaParams, Evaluator):
    def evaluate(self, dataset):
        self._transfer_params_to_java()
        return self._java_obj.evaluate(dataset._jdf)

    def isLargerBetter(self):
        self._transfer_params_to_java()
        return self._java_obj.isLargerBetter()
