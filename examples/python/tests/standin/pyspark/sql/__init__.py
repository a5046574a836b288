# SPDX-License-Identifier: Apache-2.0
class DataFrame:
    def __init__(self, jdf, sparkSession):
        self._jdf = jdf
        self.sparkSession = sparkSession

    @property
    def columns(self):
        return list(self._jdf.columns())

    def count(self):
        return self._jdf.count()

    def drop(self, column):
        return DataFrame(self._jdf.drop(column), self.sparkSession)


class _Reader:
    def __init__(self, session):
        self._session = session
        self._jreader = session._jsparkSession.read()

    def format(self, name):
        self._jreader = self._jreader.format(name)
        return self

    def option(self, key, value):
        self._jreader = self._jreader.option(key, str(value))
        return self

    def load(self):
        return DataFrame(self._jreader.load(), self._session)


class _Builder:
    def getOrCreate(self):
        return SparkSession._active


class SparkSession:
    _active = None
    builder = _Builder()

    def __init__(self, sparkContext, jsparkSession):
        self.sparkContext = sparkContext
        self._jsparkSession = jsparkSession
        SparkSession._active = self

    @property
    def read(self):
        return _Reader(self)

    def range(self, end):
        return DataFrame(self._jsparkSession.range(end).toDF(), self)
