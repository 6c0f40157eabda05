class PartneringRefusedError(ValueError):
    """What cannot be recorded so; the text says why and what to do, in the reader's language.

    ``field`` is the field of a form that is at fault, where one is.
    """

    def __init__(self, text: str, *, field: str = "") -> None:
        super().__init__(text)
        self.field = field
