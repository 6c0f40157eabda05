"""A figure as PNG."""

from typing import Final

_PAGE: Final = (
    "#set page(width: auto, height: auto, margin: 0pt)\n"
    '#image(bytes(sys.inputs.figure), format: "svg")\n'
)


def png_of(svg: str, *, pixels_per_inch: int = 200) -> bytes:
    """Return a figure as PNG, set with the typefaces that Typst brings; 200 dots an inch for print.

    A pixel of the drawing is 1/96 inch.
    """
    import typst  # noqa: PLC0415 -- large, and only wanted where a figure is made

    return typst.compile(
        _PAGE.encode(),
        ignore_system_fonts=True,
        format="png",
        ppi=pixels_per_inch,
        sys_inputs={"figure": svg},
    )
