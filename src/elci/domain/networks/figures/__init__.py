"""Figures for print and for pages: drawn as SVG, and made into PNG."""
