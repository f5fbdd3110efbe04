"""What a web page says about its article: title, authors, site, address and language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from newsie.read.formats.json_ld import JsonObject, article_in, names_of, objects_in, text_of, types_of

SEPARATOR = re.compile(r"\s+[|–—·•»«:-]\s+|\s*\|\s*")
SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://\S+)")
BYLINE = re.compile(r"^\s*(?:by|written by|from)\s+", re.IGNORECASE)
NO_NAME = re.compile(r"https?:|www\.|^@|\S@\S")

SITE_META = ("og:site_name", "application-name", "dc.publisher", "publisher")
TITLE_META = ("og:title", "twitter:title")
AUTHOR_META = ("author", "article:author", "parsely-author", "dc.creator", "byl")


@dataclass(frozen=True)
class PageMetadata:
    """The metadata of a page's tree. `address` is where the page was found, if that is known."""

    tree: HtmlElement
    address: str | None = None

    @cached_property
    def meta(self) -> dict[str, str]:
        """The values of meta elements by their names in lower case; the first of a name counts."""
        found: dict[str, str] = {}
        for element in self.tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            if value := " ".join(element.get("content", "").split()):
                found.setdefault(name.strip().lower(), value)
        return found

    @cached_property
    def objects(self) -> list[JsonObject]:
        """What the page says in JSON-LD."""
        return objects_in(self.tree)

    @cached_property
    def article(self) -> JsonObject:
        """The article in JSON-LD, or an empty object."""
        return article_in(self.objects, {title.lower() for title in (*self._headings, self.meta.get("og:title", ""))})

    @cached_property
    def titles(self) -> list[str]:
        """All titles that the page has for its article, without the site's name, the likeliest first."""
        given = [text_of(self.article, "headline"), *(self.meta.get(name) for name in TITLE_META), *self._headings]
        given.append(_text_in(self.tree.find("head/title")))
        titles = (without_site(title, self._site_names) for title in given if title)
        return [title for title in titles if title and _key(title) not in self._site_names]

    @cached_property
    def title(self) -> str | None:
        """The title: one that the page has twice, or that another one only adds a section to, or else the first."""
        titles = self.titles
        repeated = (title for title in titles if sum(_key(other) == _key(title) for other in titles) > 1)
        extended = (title for title in titles if any(SEPARATOR.split(other)[0] == title != other for other in titles))
        return next(iter([*repeated, *extended, *titles]), None)

    @cached_property
    def site(self) -> str | None:
        """The name of the site, or its host."""
        publishers = [text_of(self.article, "publisher")]
        sites = [text_of(value, "name") for value in self.objects if "WebSite" in types_of(value)]
        given = [name for name in (*(self.meta.get(name) for name in SITE_META), *publishers, *sites) if name]
        names = [name for name in given if not NO_NAME.search(name)]
        return next((name for name in names if "." not in name), next(iter(names), self._host))

    @cached_property
    def url(self) -> str | None:
        """The address that the page gives itself, or where it was found."""
        link = next((e.get("href") for e in self.tree.iter("link") if e.get("rel", "").lower() == "canonical"), None)
        given = [link, self.meta.get("og:url"), text_of(self.article, "url"), self.address]
        urls = [url for url in (_joined(self.address, text) for text in given if text) if url]
        return next((url for url in urls if urlsplit(url).path.strip("/")), next(iter(urls), None))

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """The names of the authors, each once."""
        from trafilatura.metadata import extract_author

        named = names_of(self.article, "author") or [self.meta[name] for name in AUTHOR_META if name in self.meta][:1]
        names = _people(named) or _people(filter(None, [extract_author(self.tree)]))
        return tuple(name for name in dict.fromkeys(names) if _key(name) not in self._site_names)

    @cached_property
    def language(self) -> str | None:
        """The code of the language that the page says it is in, without its country: "en"."""
        given = self.tree.get("lang") or self.meta.get("og:locale") or text_of(self.article, "inLanguage") or ""
        code = re.split(r"[-_]", given.strip().lower())[0]
        return code if re.fullmatch(r"[a-z]{2,3}", code) else None

    @cached_property
    def _headings(self) -> list[str]:
        return [text for heading in self.tree.iter("h1") if (text := _text_in(heading))]

    @cached_property
    def _host(self) -> str | None:
        return (urlsplit(self.url or "").hostname or "").removeprefix("www.") or None

    @cached_property
    def _site_names(self) -> set[str]:
        """The names of the site as keys, its host with and without what follows the first dot."""
        names = [
            self.site or "",
            self._host or "",
            (self._host or "").split(".")[0],
            *names_of(self.article, "publisher"),
        ]
        return {_key(name) for name in names} - {""}


def address_in(page: str) -> str | None:
    """Return where a page was saved from, as browsers and SingleFile write it in a comment at its start."""
    match = SAVED_FROM.search(page[:4096])
    return match[1].removesuffix("-->") if match else None


def without_site(title: str, site_names: Iterable[str]) -> str:
    """Return a title without the site's name at either end; behind a bar, a short last part is taken for one too."""
    names = set(site_names)
    separators = list(SEPARATOR.finditer(title))
    if separators and _is_site(title[separators[-1].end() :], names):
        return without_site(title[: separators[-1].start()], names)
    if separators and _is_site(title[: separators[0].start()], names):
        return title[separators[0].end() :]
    if separators and "|" in separators[-1][0] and len(title) - separators[-1].end() < separators[-1].start() / 2:
        return title[: separators[-1].start()]
    return title


def _is_site(text: str, names: set[str]) -> bool:
    return _key(text) in names or _key(text.removeprefix("The ")) in names


def _key(text: str) -> str:
    """A text by its letters and digits alone, to compare names as they are written here and there."""
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _people(names: Iterable[str]) -> list[str]:
    """The single names in bylines: "By Ada Obi and Jan Kraus" has two."""
    from trafilatura.json_metadata import normalize_authors

    found: list[str] = []
    for name in names:
        if not NO_NAME.search(name):
            found += (normalize_authors(None, BYLINE.sub("", name)) or "").split("; ")
    return [name for name in found if name]


def _text_in(element: HtmlElement | None) -> str | None:
    return " ".join(element.text_content().split()) or None if element is not None else None


def _joined(address: str | None, url: str) -> str | None:
    """A web address made absolute, or None if it is none."""
    try:
        joined = urljoin(address or "", url.strip())
        return joined if urlsplit(joined).scheme in ("http", "https") and urlsplit(joined).hostname else None
    except ValueError:
        return None
