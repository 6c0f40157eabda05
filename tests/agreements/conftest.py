from tests.istanbul import istanbul, loaded_istanbul, pytest_collection_modifyitems

__all__ = ["istanbul", "loaded_istanbul", "pytest_collection_modifyitems"]
