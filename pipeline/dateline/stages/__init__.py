"""The stages, one module each; `run` is all of them in order.

Nothing is imported here: a worker process needs the stage it works for, not the database of the last one.
"""
