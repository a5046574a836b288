# SPDX-License-Identifier: Apache-2.0
"""Tests of the package on a JVM that somebody else started; README.md has the command.

They run on PySpark where Python finds it, and else on what stands in for it beside them.
"""
import importlib.util
import os
import sys

IS_PYSPARK = importlib.util.find_spec("pyspark") is not None
for name in ("pyspark", "py4j"):
    standin = os.path.join(os.path.dirname(__file__), "standin")
    if importlib.util.find_spec(name) is None and standin not in sys.path:
        sys.path.append(standin)
