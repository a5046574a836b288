# SPDX-License-Identifier: Apache-2.0
"""Stands in for PySpark in tests on machines without it: the parts that the package builds on.

What it does on a stage and on the gateway is what PySpark 3.5 does; there is no more of it.
"""
import functools


class SparkContext:
    _active_spark_context = None

    def __init__(self, gateway):
        self._gateway = gateway
        self._jvm = gateway.jvm
        SparkContext._active_spark_context = self


def keyword_only(method):
    @functools.wraps(method)
    def wrapper(self, *arguments, **keywords):
        if arguments:
            raise TypeError("Method %s forces keyword arguments." % method.__name__)
        self._input_kwargs = keywords
        return method(self, **keywords)

    return wrapper
