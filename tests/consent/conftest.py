from tests.istanbul import istanbul, loaded_istanbul

__all__ = ["istanbul", "loaded_istanbul"]
