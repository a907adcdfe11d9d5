"""What is well and what is not: the machine, a workspace, its index, its Label Studio; a bundle of it for support.

Its modules are imported one by one: the machine is looked at also where libraries that a workspace needs are missing.
"""

__all__: list[str] = []
