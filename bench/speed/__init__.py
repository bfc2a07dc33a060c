"""Speed: the pipeline, its passes and its peers on the same texts, in one run, as one table.

What counts are ratios within a run: a machine that is half as fast today is half as fast for all.
"""
