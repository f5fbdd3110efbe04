"""What a web page says about its article: title, authors, site, address and language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from newsie.read.formats.html.json_ld import JsonObject, article_in, names_of, objects_in, text_of, types_of
from newsie.read.formats.html.paragraphs import paragraphs_of
from newsie.read.formats.html.tree import is_elsewhere

NO_LETTERS = re.compile(r"[\W_]+")
SEPARATOR = re.compile(r"\s+[|–—·•»«:-]\s+|\s*\|\s*")
SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://\S+)")
BYLINE = re.compile(r"^\s*(?:by|written by|from)\s+", re.IGNORECASE)
SIGNED = re.compile(
    r"(?:(?:written|reported|story)\s+)?by:?\s+((?-i:[A-Z])[^\W\d_]+(?:[\s.'’-]+[^\W\d_]+){1,3})\s*(?:$|[|,•·(\d–—-]|\sin\s)",
    re.IGNORECASE,
)
NO_NAME = re.compile(r"https?:|www\.|^@|\S@\S")

SITE_META = ("og:site_name", "application-name", "dc.publisher", "publisher")
HEADINGS = ("h1", "h2", "h3", "h4", "b", "strong", "font")
OTHER_HEADINGS = ("p", "div", "span", "td", "a")
MOST_HEADINGS = 10
LONGEST_TITLE = 300
LEAST_SPACES = 3
"""The words of a menu or box are fewer than those of a title."""

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
        given = [text_of(self.article, "headline"), self.meta.get("og:title"), self._shown_title, *self._headings]
        given += [self.meta.get("twitter:title"), self._title_element]
        titles = (without_site(title, self._site_names) for title in given if title)
        return [title for title in titles if title and _key(title) not in self._site_names]

    @cached_property
    def title(self) -> str | None:
        """The title: one that the page has twice, or that another one only adds a section to, or else the first."""
        titles = self.titles
        keys = [_key(title) for title in titles]
        repeated = (title for title, key in zip(titles, keys, strict=True) if keys.count(key) > 1)
        extended = (title for title in titles if any(SEPARATOR.split(other)[0] == title != other for other in titles))
        return next(iter([*repeated, *extended, *titles]), None)

    @cached_property
    def heading(self) -> HtmlElement | None:
        """The element that shows the title, or else the first heading of the first level."""
        return heading_in(self.tree, self.title or "")

    @cached_property
    def site(self) -> str | None:
        """The name of the site, as the page gives it or as its title element has it beside the title, or its host."""
        publishers = [text_of(self.article, "publisher")]
        sites = [text_of(value, "name") for value in self.objects if "WebSite" in types_of(value)]
        given = [*(self.meta.get(name) for name in SITE_META), *publishers, *sites, self._beside_title]
        names = [name for name in given if name and not NO_NAME.search(name)]
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
        named = names_of(self.article, "author") or [self.meta[name] for name in AUTHOR_META if name in self.meta][:1]
        names = _people(named) or self._authors_shown or _people(self._bylines)
        return tuple(name for name in dict.fromkeys(names) if _key(name) not in self._site_names)

    @cached_property
    def _authors_shown(self) -> list[str]:
        """The names that trafilatura finds, of two words or more."""
        from trafilatura.metadata import extract_author

        return [name for name in _people([extract_author(self.tree) or ""]) if " " in name]

    @cached_property
    def _bylines(self) -> list[str]:
        """The names in the first short line that begins with "By"."""
        texts = (paragraph.text for paragraph in paragraphs_of(self.tree.find("body")))
        return [match[1] for text in texts if len(text) <= LONGEST_TITLE and (match := SIGNED.match(text))][:1]

    @cached_property
    def language(self) -> str | None:
        """The code of the language that the page says it is in, without its country: "en"."""
        given = self.tree.get("lang") or self.meta.get("og:locale") or text_of(self.article, "inLanguage") or ""
        code = re.split(r"[-_]", given.strip().lower())[0]
        return code if re.fullmatch(r"[a-z]{2,3}", code) else None

    @cached_property
    def _headings(self) -> list[str]:
        """The texts of the headings of the first level, or of the first one of a lower level that may be a title."""
        texts = [text for heading in islice(self.tree.iter("h1"), MOST_HEADINGS) if (text := _text_in(heading))]
        return texts or [text for e in self.tree.iter("h2", "h3") if (text := _title_below(e))][:1]

    @cached_property
    def _title_element(self) -> str:
        return _text_in(self.tree.find("head/title")) or ""

    @cached_property
    def _shown_title(self) -> str | None:
        """The longest text shown as a heading that is one end of the title element, whose rest names the site."""
        whole = _key(self._title_element)
        shown = (text for e in self.tree.iter(*HEADINGS) if len(text := _text_in(e) or "") <= LONGEST_TITLE)
        ends = [text for text in shown if (key := _key(text)) and (whole.startswith(key) or whole.endswith(key))]
        return max(ends, key=len, default=None)

    @cached_property
    def _beside_title(self) -> str | None:
        """What the title element has besides the title: its last part is the site's name, if it is no date."""
        shown = self._shown_title or self.meta.get("og:title")
        if not shown or shown not in self._title_element:
            return None
        before, _, after = self._title_element.partition(shown)
        parts = SEPARATOR.split(after) if after else SEPARATOR.split(before)[::-1]
        names = [name for part in reversed(parts) if (name := part.strip(" |–—·•»«:-")) and not re.search(r"\d", name)]
        return next(iter(names), None)

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


def _title_below(element: HtmlElement) -> str | None:
    """The text of a heading of a lower level, if it may be a title: of some words, and not of another page."""
    text = _text_in(element) or ""
    is_linked = element.find(".//a[@href]") is not None or next(element.iterancestors("a"), None) is not None
    return text if text.count(" ") >= LEAST_SPACES and not is_linked and not is_elsewhere(element) else None


def heading_in(tree: HtmlElement, title: str) -> HtmlElement | None:
    """Return the element that shows a page's title, a heading if one does, or else the first one of the first level."""
    for tags in (HEADINGS, OTHER_HEADINGS):
        for element in tree.iter(*tags):
            if _key(_text_in(element) or "") == _key(title) != "":
                return element
    return next(tree.iter("h1"), None)


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
    return NO_LETTERS.sub("", text.lower())


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
