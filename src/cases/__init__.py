"""Reporting on corruption cases as data that can be cited."""
