from elci.observatory.actions.data_sets import Refreshment, counts_of, make_current, propose
from elci.observatory.actions.results import keep_missing, keep_result

__all__ = ["Refreshment", "counts_of", "keep_missing", "keep_result", "make_current", "propose"]
