"""Old pages laid out with tables: the tables are taken apart, so that their cells are text.

Method: how browsers and Mozilla's Readability tell tables of data from tables of layout, by what
only the first have (headings, captions) and only the second (tables within, a story in a cell).
"""

from lxml.html import HtmlElement, html_parser

_OF_DATA = ("caption", "col", "colgroup", "tfoot", "thead", "th")
_OF_LAYOUT = ("table", "p", "h1", "h2", "h3", "ul", "ol", "blockquote", "form")
_A_STORY = 60  # words of what is no entry of a table
_BREAKS = 4  # breaks of a line in such a cell


def without_layout_tables(tree: HtmlElement) -> HtmlElement:
    """The same tree, its tables of layout and their cells made into plain blocks in place."""
    for table in [*tree.iter("table")]:
        if _is_of_layout(table):
            for part in [*_parts(table), table]:
                part.tag = "div"
                part.attrib.clear()
                if part.find("p") is not None:
                    _put_into_paragraphs(part)
    return tree


def _put_into_paragraphs(cell: HtmlElement) -> None:
    """Give loose text a paragraph: old pages put <p> between paragraphs, and none at the first."""
    loose = _paragraph(cell.text)
    cell.text = None
    for child in [*cell]:
        if child.tag in _INLINE:
            loose.append(child)
            continue
        child.addprevious(loose)
        loose = _paragraph(child.tail)
        child.tail = None
    cell.append(loose)


def _paragraph(text: str | None) -> HtmlElement:
    paragraph = html_parser.makeelement("p")
    paragraph.text = text
    return paragraph


_INLINE = ("a", "abbr", "b", "big", "br", "em", "font", "i", "small", "span", "strong", "u")


def _parts(table: HtmlElement) -> list[HtmlElement]:
    """The rows and cells of a table, not those of the tables in it."""
    return [
        part
        for part in table.iter("tbody", "tr", "td", "th", "thead", "tfoot")
        if next(part.iterancestors("table"), None) is table
    ]


def _is_of_layout(table: HtmlElement) -> bool:
    if table.get("role") == "presentation" or table.find(".//table") is not None:
        return True
    if table.get("summary") or next(table.iter(*_OF_DATA), None) is not None:
        return False
    cells = [*table.iter("td")]
    if len(cells) == 1:
        return True
    in_one_column = all(cell.getprevious() is None for cell in cells)
    return any(_holds_a_story(cell) for cell in cells) or (in_one_column and _is_long(table))


def _holds_a_story(cell: HtmlElement) -> bool:
    """Whether a cell holds a long text and, in it, blocks of a page or many breaks of a line."""
    breaks = sum(1 for _ in cell.iter("br"))
    return _is_long(cell) and (breaks >= _BREAKS or next(cell.iter(*_OF_LAYOUT), None) is not None)


def _is_long(element: HtmlElement) -> bool:
    return len(str(element.text_content()).split()) >= _A_STORY
