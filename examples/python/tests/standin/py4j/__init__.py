# SPDX-License-Identifier: Apache-2.0
"""A small client of Py4J's gateway, for tests on machines without Py4J."""
