# SPDX-License-Identifier: Apache-2.0
from pyspark import SparkContext


class JavaMLReader:
    def __init__(self, clazz):
        self._clazz = clazz
        found = SparkContext._active_spark_context._jvm
        for part in self._java_loader_class(clazz).split("."):
            found = getattr(found, part)
        self._jread = found.read()

    @classmethod
    def _java_loader_class(cls, clazz):
        return clazz._java_name

    def load(self, path):
        return self._clazz._from_java(self._jread.load(path))


class JavaMLReadable:
    @classmethod
    def read(cls):
        return JavaMLReader(cls)

    @classmethod
    def load(cls, path):
        return cls.read().load(path)


class JavaMLWritable:
    def write(self):
        return self._to_java().write()

    def save(self, path):
        self.write().save(path)
