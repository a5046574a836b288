# SPDX-License-Identifier: Apache-2.0
"""The session of the JVM whose gateway the environment names."""
import os

from py4j.java_gateway import GatewayParameters, JavaGateway
from pyspark import SparkContext
from pyspark.sql import SparkSession

from tests import IS_PYSPARK

_session = None


def session():
    """The same for all tests."""
    global _session
    if _session is None:
        parameters = GatewayParameters(
            port=int(os.environ["PYSPARK_GATEWAY_PORT"]),
            auth_token=os.environ["PYSPARK_GATEWAY_SECRET"],
            auto_convert=True,
        )
        _session = _pyspark() if IS_PYSPARK else _standin(
            JavaGateway(gateway_parameters=parameters)
        )
    return _session


def _standin(gateway):
    return SparkSession(SparkContext(gateway), gateway.entry_point.active())


def _pyspark():
    from pyspark.java_gateway import launch_gateway

    gateway = launch_gateway()
    java_session = gateway.entry_point.active()
    java_context = gateway.jvm.org.apache.spark.api.java.JavaSparkContext(
        java_session.sparkContext()
    )
    context = SparkContext(gateway=gateway, jsc=java_context)
    return SparkSession(context, java_session)
