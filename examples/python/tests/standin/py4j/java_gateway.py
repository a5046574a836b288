# SPDX-License-Identifier: Apache-2.0
"""Calls from Python to Java through Py4J's text protocol, as far as the tests need it."""
import socket


class Py4JJavaError(Exception):
    """What a Java method threw."""

    def __init__(self, message, java_exception):
        super().__init__("%s\n%s" % (message, java_exception.toString()))
        self.java_exception = java_exception


class GatewayParameters:
    def __init__(self, port, auth_token, auto_convert=True):
        self.port = port
        self.auth_token = auth_token


class JavaObject:
    """An object of the JVM; every attribute is a method of it."""

    def __init__(self, gateway, target):
        self._gateway_client = gateway
        self._target_id = target

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *arguments: self._gateway_client.call(self._target_id, name, arguments)


class JavaArray(JavaObject):
    def __len__(self):
        return self._gateway_client.send("a\ne\n%s\ne\n" % self._target_id)

    def __getitem__(self, index):
        if index >= len(self):
            raise IndexError(index)
        return self._gateway_client.send("a\ng\n%s\ni%d\ne\n" % (self._target_id, index))

    def __setitem__(self, index, value):
        part = self._gateway_client.argument(value)
        self._gateway_client.send("a\ns\n%s\ni%d\n%se\n" % (self._target_id, index, part))


class JavaList(JavaObject):
    def __iter__(self):
        return iter([self.get(index) for index in range(self.size())])


class JavaName:
    """A package, a class or a static method, whichever it turns out to be."""

    def __init__(self, gateway, path=()):
        self._gateway = gateway
        self._path = path

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return JavaName(self._gateway, self._path + (name,))

    def __call__(self, *arguments):
        if self._path[-1][0].isupper():
            parts = "".join(map(self._gateway.argument, arguments))
            return self._gateway.send("i\n%s\n%se\n" % (".".join(self._path), parts))
        return self._gateway.call("z:" + ".".join(self._path[:-1]), self._path[-1], arguments)


class JavaGateway:
    def __init__(self, gateway_parameters):
        self._socket = socket.create_connection(("127.0.0.1", gateway_parameters.port))
        self._answers = self._socket.makefile("r", encoding="utf-8", newline="\n")
        self.send("A\n%s\n" % gateway_parameters.auth_token)
        self.jvm = JavaName(self)
        self.entry_point = JavaObject(self, "t")

    def new_array(self, java_class, length):
        return self.send("a\nc\ns%s\ni%d\ne\n" % (".".join(java_class._path), length))

    def close(self):
        self._socket.close()

    def call(self, target, method, arguments):
        parts = "".join(map(self.argument, arguments))
        return self.send("c\n%s\n%s\n%se\n" % (target, method, parts))

    def argument(self, value):
        if value is None:
            return "n\n"
        if isinstance(value, bool):
            return "b%s\n" % str(value).lower()
        if isinstance(value, int):
            return "%s%d\n" % ("i" if -(2**31) <= value < 2**31 else "L", value)
        if isinstance(value, float):
            return "d%r\n" % value
        if isinstance(value, str):
            escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
            return "s%s\n" % escaped
        if isinstance(value, (list, tuple)):
            listed = self.jvm.java.util.ArrayList()
            for each in value:
                listed.add(each)
            return self.argument(listed)
        return "r%s\n" % value._target_id

    def send(self, command):
        self._socket.sendall(command.encode("utf-8"))
        answer = self._answers.readline()[1:-1]
        kind, value = answer[1:2], answer[2:]
        if answer[:1] != "y":
            if kind == "r":
                raise Py4JJavaError("Java threw", JavaObject(self, value))
            raise RuntimeError(answer)
        if kind in ("v", "n"):
            return None
        if kind in ("i", "L"):
            return int(value)
        if kind == "d":
            return float(value)
        if kind == "b":
            return value == "true"
        if kind == "s":
            return value.encode().decode("unicode_escape").encode("latin-1").decode()
        wrapper = {"t": JavaArray, "l": JavaList}.get(kind, JavaObject)
        return wrapper(self, value)
