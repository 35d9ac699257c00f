"""The products of a build: one module each, and the exchange of the old build for the new one."""
