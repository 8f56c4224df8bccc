"""Find placeholders: what a program puts something in place of.

Those of printf (C, Python, Java, Objective-C, Ruby) and strftime; in braces (Python, .NET, ICU without choices, Rust,
JavaScript, shells); of templates (Mustache, Jinja, Liquid, Handlebars); variables of shells and of Windows. A percent
sign behind a number, and a dollar sign before one, belong to the number.
"""

import re
from collections.abc import Iterator

from translator.text.span import Span

# Behind a conversion no word goes on, but for units: "%dMB", "%ds".
_END = r"(?:(?![A-Za-z0-9_])|(?=(?:px|em|ms|[smhx]|[mck]m|kg|[KMGT]i?B?|kB|B|th|nd|st)\b))"
_NOT_A_NUMBER = r"(?<!\d)(?<!\d[ \u00a0\u202f])"
_PRINTF = rf"""
      %%
    | %\(\w[\w.]*+\)[-+\#0\ ]*+\d*+(?:\.\d++)?+[diouxXeEfFgGcrsa]                 # %(name)s
    | %\d{{1,2}}\$[-+\#0]*+\d*+(?:\.\d++)?+(?:hh|ll|[hlLqjzt])?+[diouxXeEfFgGaAcCsSpn@]   # %1$s
    | %[{{<]\w++[}}>]s?                                                            # %{{name}} %<name>s
    | {_NOT_A_NUMBER}%(?:
          [-+\#0]++(?:\d++|\*)?+(?:\.(?:\d++|\*))?+(?:hh|ll|[hlLqjzt])?+[diouxXeEfFgGs]{_END}    # %-5.2f %02d
        | (?:\d++|\*)?+\.(?:\d++|\*)(?:hh|ll|[lLqjzt])?+[dfFeEgGsxX]{_END}                       # %.2f %5.1f
        | (?:hh|ll|[hlqjzt])[dioux]{_END}                                                      # %lu
        | (?:\d++|\*)[dsfxX@]{_END}                                                          # %5d
        | [aAbBcCdDeEfFgGHiIjmMnopsSTuUvVwWxXyYzZ@]{_END}                                         # %s %@ %Y
        | [A-Za-z_]\w++%(?!\w)                                                               # %PATH%
      )
"""
_BRACED = r"""
      \{{2,3}[^{}\n]{1,300}+\}{2,3}                                    # {{name}} {{{raw}}}
    | \{[%\#][^{}\n]{1,300}?[%\#]\}                                    # {% if %}
    | [$\#]\{[^{}\n]{1,100}+\}                                         # ${var} #{var}
    | \{(?:\d{1,3}|[^\W\d][\w.\[\]-]{0,60}+)?+                         # {} {0} {name} {user.name}
        (?:![rsa])?+(?:,-?\d++)?+                                      # {0!r} {0,10}
        (?::[^{}\s]{0,40}+ | \s?,\s?(?:number|date|time|spellout|ordinal|duration)(?:\s?,[^{}\n]{0,80}+)?+ )?+\}
"""
_DOLLAR = r"""
      \$\(\w++\)                                                       # $(var)
    | (?<![\w$])\$(?!(?:[mbr]|tr)illion|thousand)[a-z_][A-Za-z0-9_]{2,}+(?!\$)                        # $name
"""
_PLACEHOLDER = re.compile(rf"(?:{_PRINTF}|{_BRACED}|{_DOLLAR})", re.VERBOSE)

_LATEX_COMMAND = re.compile(r"\\[A-Za-z]+\*?\Z")
_LONGEST_COMMAND = 30


def find_placeholders(text: str) -> Iterator[Span]:
    """Yield where there is one, as half-open ranges in order. None holds a line end."""
    if any(character in text for character in "%{$"):
        for match in _PLACEHOLDER.finditer(text):
            if not _is_argument(text, match.start()):
                yield match.span()


def _is_argument(text: str, start: int) -> bool:
    r"""Whether the brace there opens what a command of LaTeX works on, which is text: ``\textbf{bold}``."""
    if text[start] != "{" or start == 0 or not (text[start - 1].isalpha() or text[start - 1] == "*"):
        return False
    return bool(_LATEX_COMMAND.search(text[max(0, start - _LONGEST_COMMAND) : start]))
