from elci.observatory.actions.data_sets import Refreshment, make_current, propose
from elci.observatory.actions.results import keep_result

__all__ = ["Refreshment", "keep_result", "make_current", "propose"]
