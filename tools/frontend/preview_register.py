"""A few real partners of Istanbul, so that the preview shows words and places of a usual length."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Partner:
    """One row of the preview."""

    name: str
    country: str
    latitude: float
    longitude: float
    since: str
    standing: str = "in_force"
    instrument: str = "sister_city"

    @property
    def key(self) -> str:
        """A word for ``id`` and ``data-partner``."""
        return "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in self.name)


HOST = (41.01, 28.95)

PARTNERS = (
    Partner("Rio de Janeiro", "Brezilya", -22.91, -43.2, "1965", "possibly_in_force"),
    Partner("Cidde", "Suudi Arabistan", 21.54, 39.17, "09.01.1984"),
    Partner("Kahire", "Mısır", 30.04, 31.24, "20.02.1988"),
    Partner("Berlin", "Almanya", 52.52, 13.41, "17.11.1989"),
    Partner("Köln", "Almanya", 50.94, 6.96, "15.03.1997"),
    Partner("Rabat", "Fas", 34.02, -6.84, "27.09.1991"),
    Partner("Şimonoseki", "Japonya", 33.95, 130.93, "16.05.1972"),
    Partner("Houston", "ABD", 29.76, -95.37, "19.06.1988"),
    Partner("Odessa", "Ukrayna", 46.48, 30.73, "06.1997"),
    Partner("Pusan", "Güney Kore", 35.1, 129.04, "04.06.2002"),
    Partner("Barselona", "İspanya", 41.39, 2.16, "1997", "possibly_in_force"),
    Partner("Şanghay", "Çin", 31.22, 121.46, "23.10.1989"),
    Partner("Almatı", "Kazakistan", 43.25, 76.93, "22.10.1998"),
    Partner("Oş", "Kırgızistan", 40.53, 72.8, "26.11.1998"),
    Partner("Hartum", "Sudan", 15.55, 32.53, "03.07.2001"),
    Partner("Encemine", "Çad", 12.11, 15.04, "2017", "unknown"),
    Partner("Lahor", "Pakistan", 31.56, 74.35, "1975", "suspended"),
    Partner("Cakarta", "Endonezya", -6.21, 106.85, "24.09.2007"),
    Partner("Guangzhou", "Çin", 23.12, 113.25, "18.06.2012", "in_force", "cooperation_protocol"),
    Partner("Rotterdam", "Hollanda", 51.92, 4.48, "24.06.2005", "ended"),
    Partner("Tiflis", "Gürcistan", 41.69, 44.83, "18.04.2016"),
    Partner("Filibe", "Bulgaristan", 42.15, 24.75, "07.08.2001"),
    Partner("Üsküp", "Kuzey Makedonya", 42.0, 21.43, "18.07.2003"),
    Partner("Köstence", "Romanya", 44.18, 28.65, "24.05.2001"),
    Partner("Saraybosna", "Bosna-Hersek", 43.85, 18.36, "11.07.1997"),
    Partner("Dıraç", "Arnavutluk", 41.32, 19.45, "12.12.1998"),
    Partner("Prag", "Çekya", 50.08, 14.44, "10.2013", "in_force", "memorandum"),
    Partner("Atina", "Yunanistan", 37.98, 23.73, "2001", "superseded", "goodwill_letter"),
    Partner("Buenos Aires", "Arjantin", -34.61, -58.38, "2009", "proposed", "preliminary_protocol"),
    Partner("Meksiko", "Meksika", 19.43, -99.13, "2010", "permitted", "project_agreement"),
    Partner("Amman", "Ürdün", 31.95, 35.93, "27.12.1997"),
    Partner("Şam", "Suriye", 33.51, 36.29, "05.06.2006", "unknown"),
    Partner("Dubai", "BAE", 25.2, 55.27, "22.03.1997"),
    Partner("Kazan", "Rusya Federasyonu", 55.79, 49.11, "14.10.2002"),
    Partner("Bakü", "Azerbaycan", 40.38, 49.89, "2012", "expired", "membership"),
    Partner("Bangkok", "Tayland", 13.75, 100.5, "06.11.2009"),
    Partner("Honolulu", "ABD", 21.31, -157.86, "2018", "refused"),
)
