"""Starts everything Handrail needs on one machine, for the demo and for the tests.

Plain Python without Django, so that it can run before settings can be read.
"""
