# SPDX-License-Identifier: Apache-2.0
import copy
import uuid


class Param:
    def __class_getitem__(cls, _):
        return cls

    def __init__(self, parent, name, doc, typeConverter=None):
        self.parent = parent.uid
        self.name = name
        self.doc = doc
        self.typeConverter = typeConverter

    def _copy_new_parent(self, parent):
        param = copy.copy(self)
        param.parent = parent.uid
        return param

    def __hash__(self):
        return hash((self.parent, self.name))

    def __eq__(self, other):
        return (self.parent, self.name) == (other.parent, other.name)


def _checked(*kinds):
    def convert(value):
        if type(value) not in kinds:
            raise TypeError("Could not convert %s to %s" % (value, kinds[0].__name__))
        return kinds[0](value)

    return staticmethod(convert)


def _each(convert):
    return staticmethod(lambda values: [convert(each) for each in TypeConverters.toList(values)])


class TypeConverters:
    toInt = _checked(int)
    toFloat = _checked(float, int)
    toString = _checked(str)
    toBoolean = _checked(bool)
    toList = _checked(list, tuple)
    toListInt = _each(toInt.__func__)
    toListFloat = _each(toFloat.__func__)
    toListString = _each(toString.__func__)


class Params:
    def __init__(self):
        self.uid = type(self).__name__ + "_" + uuid.uuid4().hex[-12:]
        self._paramMap = {}
        self._defaultParamMap = {}
        for name in dir(type(self)):
            param = getattr(type(self), name)
            if isinstance(param, Param):
                setattr(self, name, param._copy_new_parent(self))

    @staticmethod
    def _dummy():
        dummy = Params()
        dummy.uid = "undefined"
        return dummy

    @property
    def params(self):
        return sorted(
            (each for each in vars(self).values() if isinstance(each, Param)),
            key=lambda param: param.name,
        )

    def hasParam(self, name):
        return isinstance(getattr(self, name, None), Param)

    def getParam(self, name):
        return getattr(self, name)

    def isSet(self, param):
        return self._resolveParam(param) in self._paramMap

    def hasDefault(self, param):
        return self._resolveParam(param) in self._defaultParamMap

    def isDefined(self, param):
        return self.isSet(param) or self.hasDefault(param)

    def getOrDefault(self, param):
        param = self._resolveParam(param)
        return self._paramMap[param] if self.isSet(param) else self._defaultParamMap[param]

    def _resolveParam(self, param):
        return getattr(self, param) if isinstance(param, str) else param

    def _converted(self, name, value):
        try:
            return getattr(self, name).typeConverter(value)
        except TypeError as e:
            raise TypeError('Invalid param value given for param "%s". %s' % (name, e))

    def _set(self, **values):
        for name, value in values.items():
            self._paramMap[getattr(self, name)] = self._converted(name, value)
        return self

    def _setDefault(self, **values):
        for name, value in values.items():
            self._defaultParamMap[getattr(self, name)] = self._converted(name, value)
        return self

    def _resetUid(self, uid):
        self.uid = uid
        for held in (self._paramMap, self._defaultParamMap):
            values = {param.name: value for param, value in held.items()}
            held.clear()
            for name, value in values.items():
                param = copy.copy(getattr(self, name))
                param.parent = uid
                held[param] = value
        for param in self.params:
            renamed = copy.copy(param)
            renamed.parent = uid
            setattr(self, param.name, renamed)
        return self

    def copy(self, extra=None):
        that = copy.copy(self)
        that._paramMap = dict(self._paramMap)
        that._defaultParamMap = dict(self._defaultParamMap)
        that._paramMap.update(extra or {})
        return that

    def _copyValues(self, to):
        for held, target in (
            (self._defaultParamMap, to._defaultParamMap),
            (self._paramMap, to._paramMap),
        ):
            for param, value in held.items():
                if to.hasParam(param.name):
                    target[to.getParam(param.name)] = value
        return to
