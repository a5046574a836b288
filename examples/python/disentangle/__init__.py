# SPDX-License-Identifier: Apache-2.0
"""Disentangled image generation on Spark: the Java stages of Disentangle in PySpark.

The jar of Disentangle must be on the class path of Spark. Import this package before you load a
``Pipeline`` that has one of its stages.
"""
import sys

from disentangle import estimator, evaluator, model
from disentangle.estimator import *  # noqa: F401,F403
from disentangle.evaluator import *  # noqa: F401,F403
from disentangle.model import *  # noqa: F401,F403
from disentangle.stage import from_checkpoint, load_model

__all__ = [
    *estimator.__all__,
    *evaluator.__all__,
    *model.__all__,
    "from_checkpoint",
    "load_model",
]

# PySpark finds the Python class of a loaded Java stage by the name of its Java class.
for _module in (estimator, evaluator, model):
    sys.modules["org." + _module.__name__] = _module
