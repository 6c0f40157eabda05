"""A row as plain values, to be printed or kept: nothing of it needs the gazetteer again."""

from collections.abc import Mapping
from typing import Any

from elci.domain.extraction.acts import ExtractedAct
from elci.domain.extraction.parties import ExtractedParty
from elci.domain.extraction.remarks import Problem, Remark
from elci.domain.extraction.rows import ExtractedRow
from elci.domain.places.answers import Candidate
from elci.domain.places.gazetteer import Place
from elci.domain.places.reasons import Reason


def printed_row(row: ExtractedRow) -> dict[str, Any]:
    """Return everything that a row says; sentences stand in Turkish and in English."""
    return {
        "row": row.row,
        "page": row.page,
        "raw": dict(row.raw),
        "party": None if row.party is None else _party(row.party),
        "instrument": None if row.instrument is None else row.instrument.value,
        "acts": [_act(act) for act in row.acts],
        "status": row.status,
        "grade": None if row.grade is None else row.grade.value,
        "grade_as_printed": row.grade_as_printed,
        "units": list(row.units),
        "note": row.note,
        "confidence": round(row.confidence, 3),
        "auto": row.auto,
        "skipped": row.skipped,
        "reasons": [_said(each) for each in row.reasons],
        "problems": [_said(each) for each in row.problems],
    }


def printed_place(place: Place) -> dict[str, Any]:
    """Return what a person needs to tell one place from another."""
    return {
        "place": place.id,
        "geonameid": place.geonameid,
        "kind": place.kind.value,
        "tr": place.name_in("tr"),
        "en": place.name_in("en"),
        "country": place.country,
        "region": place.region,
        "population": place.population,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def _party(party: ExtractedParty) -> dict[str, Any]:
    place = party.resolution.place
    return {
        "name": party.name,
        "as_read": party.as_read,
        "country": None if place is None else place.country,
        "country_as_read": party.country_as_read,
        "geonameid": None if place is None else place.geonameid,
        "kind": party.kind,
        "body": party.body_kind.value,
        "acronym": party.acronym,
        "succeeded": party.succeeded,
        "place": None if place is None else place.id,
        "score": round(party.resolution.score, 3),
        "candidates": [_candidate(each) for each in party.resolution.candidates],
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {**printed_place(candidate.place), "score": round(candidate.score, 3)}


def _act(act: ExtractedAct) -> dict[str, Any]:
    return {
        "kind": act.kind.value,
        "date": str(act.date),
        "places": list(act.places),
        "organ": act.organ,
        "number": act.number,
        "raw": act.raw,
    }


def _said(said: Reason | Remark | Problem) -> Mapping[str, str]:
    return {
        "code": said.code.value,
        "tr": said.sentence_in("tr"),
        "en": said.sentence_in("en"),
    }
