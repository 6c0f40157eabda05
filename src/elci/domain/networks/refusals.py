"""Why a list of links cannot be read or measured, in the reader's language."""

from typing import Final

from elci.domain.networks.network import Network
from elci.domain.texts import Text

MOST_STEPS: Final = 200_000_000_000
"""Nodes times links up to which all distances are found: minutes, not hours."""


class LinksRefusedError(ValueError):
    """A list that cannot be read as links, or not be measured; its text says what to do."""

    def __init__(self, told: Text) -> None:
        self.told = told
        super().__init__(told.en)


def refuse_too_large(network: Network) -> None:
    """Refuse a network of which all distances cannot be found in minutes."""
    if network.n * network.m > MOST_STEPS:
        raise LinksRefusedError(
            Text(
                f"{network.n:,} uçlu ve {network.m:,} bağlı bir ağ, bütün uzaklıkların tam olarak "
                "bulunması için çok büyük. Bir bölümünü ölçünüz veya dağıtık bir motor kullanınız.",
                f"With {network.n:,} nodes and {network.m:,} links the network is too large for "
                "all distances to be found exactly. Measure a part, or use a distributed engine.",
            )
        )
