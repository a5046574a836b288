# SPDX-License-Identifier: Apache-2.0
import itertools


class ParamGridBuilder:
    def __init__(self):
        self._grid = {}

    def addGrid(self, param, values):
        self._grid[param] = values
        return self

    def build(self):
        keys = list(self._grid)
        return [dict(zip(keys, each)) for each in itertools.product(*self._grid.values())]
