from tests.domain.places.conftest import gazetteer

__all__ = ["gazetteer"]
