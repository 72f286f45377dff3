"""How English puts words of time together: one rule a line, tried from top to bottom.

A rule is a regular expression over kinds of words (see `lexicon.pattern`). All rules are compiled
into one expression, so that a text is read in a single pass whatever the number of rules.
"""

import re
from functools import cache

from twosource.reading.times.lexicon import pattern

# Pieces that several rules share.
_PIECES = {
    "MONTH": "<month|loose_month> (?: <dot> (?! <break> ) )?",
    "WEEKDAY": "<weekday|loose_weekday> (?: <dot> (?! <break> ) )?",
    "EDGE": "(?: <the>? <start|end|mid> <of> <the>?"
    " | <the>? <early|late|mid|earlier|later|sometime> <hyphen|in>? <the>? )",
    "SIDE": "(?: <last|next|this|same|coming|following|previous|past|present|latest|vague>"
    " | <that> (?! <last|next|this|past|coming> ) )",
    "MOD": "(?: <approx|nearly|over> | <more|less> <than> | <at> <least|most> | <up> <to>"
    " | <no> <more|less|later> <than> | <exactly> )",
    "NUM": "(?: (?: <number|day|decimal|year|old_year> (?: <hyphen>? <magnitude> <cardinal>? )*"
    " | (?: <cardinal> | (?<!<the>)<magnitude> ) (?: <hyphen>? <cardinal|magnitude> )* )"
    " <fraction>?"
    " (?: <hyphen>? <and>? <hyphen>? <a>? <hyphen>? <fraction|half> )? )",
    "VAGUE_NUM": "(?: <a>? <open> <of>? )",
    "NO_RATE": "(?<! <number|day|decimal|year|old_year|cardinal|magnitude|percent> )",
    "UNIT": "<unit|minute|quarter|century|weekend>",
    "YEAR_OF": "(?: <comma|of|in>? <the>? <fiscal>? (?: <year|short_year> )"
    " | <of>? <the>? <last|this|next|that|same|following|previous> <fiscal|same>? <unit> )",
    "CLOCK": "(?: <clock> <ampm>? | <day|decimal|number|cardinal> <ampm> | <noon>"
    " | <number|year|old_year|decimal> (?= <zone> ) ) <zone>?",
    "MINUTES": "(?: (?: <day|cardinal> | <a>? <open> ) <minute> )",
    "ON_DAY": "(?: <comma|on>* (?: {WEEKDAY} <daypart>? | <relday> <daypart>? | <last> <daypart>"
    " | <tonight> ) )",
}

_PIECE = re.compile(r"{(\w+)}")

# Name of the rule, then its pattern; lines that begin with blanks go on with the rule above. The
# resolver of a rule is found by its name up to "/": what follows only tells variants apart.
_RULES = """
iso                   <iso>
slashed               (?<!<version>) <slashed>
hour                  {CLOCK} {ON_DAY}?
hour/part             (?: <day|cardinal|decimal> ) <in> <the> <daypart>
hour/first            (?: <day|cardinal> ) (?= <and|to|dash|hyphen> <day|cardinal> (?: <oclock|ampm>
                        | <in> <the> <daypart> ) )
hour/oclock           (?: <day|cardinal> ) <oclock> (?: <in> <the> <daypart> | {ON_DAY} )?
hour/past             (?: (?<=<at|by|before|after|since|to>) <day|cardinal> | <a>? <quarter>
                        | <half> | {MINUTES} ) <past|to> <cardinal|day>
                        (?= <dot|comma|break|quote|mark|on|in|or|and|to> )
hour/minutes          {MINUTES} <before|after> <cardinal|day>
                        (?= <dot|comma|break|quote|mark|on|in> )
hour/noon             (?: <a>? <quarter> | <half> | <day|cardinal|open> <minute>? )
                        <past|to|before|after> <noon>
hour/was              (?<=<it> <was>) (?: <approx|nearly> )? <day|cardinal> <past|to> <cardinal>
                        (?= <dot|comma|break> )
hour/half             (?<=<at|approx>) <half> <cardinal> (?= <dot|comma|break|quote|on|in> )
hour/hours            (?<=<at>) (?<!<toll> <at>) <day> <minute> <day|number>?
                        (?= <dot|comma|break|on|and|the|it> )
hour/digits           (?<=<at>) <number|year|old_year> (?= <it|they|who> )
hour/next             (?<=<at|until|from>) <approx>? <cardinal|day>
                        <the> <next|following> <daypart|unit>
hour/relday           (?<=<at>) <approx>? <cardinal|day|decimal>
                        (?: <relday> <daypart>? | <tonight> )
hour/ten_to           (?<=<at>) (?: <a>? <quarter> | <day|cardinal> ) <to> <cardinal>
                        (?= <a|the|by|word|name> )
hour/ten_past         (?: <a>? <quarter> | <half> | <day|cardinal> <minute>? ) <past> <cardinal|day>
                        (?! <things|unit|minute> ) {ON_DAY}?
hour/this             (?<=<at|before|after|since|until>) <approx>? <cardinal|day|decimal>
                        <this> <daypart>
hour/on               (?<=<at|approx>) (?<!<toll> <at>) <approx>? <decimal|cardinal|day> <on>
                        {WEEKDAY} <daypart>?
hour/last             (?<=<at|approx>) <approx>? <decimal|cardinal|day> <last> <daypart>
hour/bare             (?<=<at|approx|until>) (?<!<toll> <at>) <approx>? <decimal>
                        (?= <dot|comma|break|quote|mark|on|and> | <or> <so> )
hour/opens            (?<=<at>) (?<![^<break>]<at>) <decimal>
                        (?= <the|it|they|who|name> | <a> <word> <was|word> )
hour/lasted           (?<=<lasts> <from>) <decimal> (?= <to|until> <decimal> )
                        | (?<=<lasts> <from> <decimal> <to|until>) <decimal>
hour/leaves           (?<=<service|services> <leaves|start|end> <at>) <approx>? <day>
                        (?= <dot|comma|break|on> | <and> (?! <day> ) )
hour/weekday          (?<=<weekday> <at>) <day> (?= <dot|comma|break> )
hour/about            (?: (?<=<weekday> <at>) | (?<=<at>) <approx> ) <cardinal> (?= <they> )
hour/between          (?<=<between>) <cardinal|day> (?= <and> <cardinal|day> <on> {WEEKDAY} )
                        | (?<=<between> <cardinal|day> <and>) <cardinal|day> <on> {WEEKDAY}
hour/local            (?<=<at|approx>) <cardinal|day|decimal> (?= <local> <time> )
hour/at               (?<=<at>) (?<!<toll> <at>) <approx|nearly|exactly>? <cardinal>
                        (?= <dot|comma|break|quote|mark|on|this|in|it|who|every|exactly>
                        | <and> <at|word|end|start> | <or> <so> )
hour/opening          (?<=<by|before|after|until>)
                        (?<![^<break><mark>]<by|before|after|until>) <cardinal|decimal>
                        (?= <the|a|comma|it|who> )
closing               (?<=<noon|ampm|oclock|zone>) <to|dash|hyphen> <cardinal|day>
                        (?= <dot|comma|break|on|and> )
hour/shortly_on       (?<=<shortly> <before|after>) <cardinal|day> <on> {WEEKDAY} <daypart>?
hour/shortly          (?<=<shortly> <before|after>) <cardinal|day|decimal>
                        (?= <the|a|it|they|who|dot|comma|break|quote|mark|in> )
hour/from             (?<=<from>) <cardinal|day> (?= <until> <cardinal|day|noon> )
hour/daily            (?<=<recurring> <from>) <cardinal|day> (?= <dot|comma|break|mark> )
hour/until            (?: (?<=<before|after|since>) | <to> ) <cardinal> (?= <dot|comma|break> )
hour/until_day        <to> <cardinal> <on|that> {WEEKDAY} <daypart>?
hour/nearly           (?<=<it> <was>) <approx|nearly> <cardinal> (?= <before> )
hour/after            (?<=<after|before>) <cardinal> <on> (?: {WEEKDAY} <daypart>? | <the>
                        <daypart> )
opening               (?: (?<=<weekday|recurring> <from|comma>) | (?<=<weekday|recurring>) ) <day>
                        <to|dash|hyphen> <day> (?= <dot|comma|break|mark> )
opening/daily         (?<=<from>) <day> <to|dash|hyphen> <day> (?= <recurring> )
hour/train            (?<=<the>) <decimal> (?= <from|to> )
stamp                 (?<=<break>) <decimal>
                        (?= <dash|it|they|who|name|the|a|in|at|on|from|for|by|this|that|numbered
                        |toll|services|cardinal|break> )
nth_weekday           <the>? <ordinal|last> {WEEKDAY} <in|of> (?: <the>? {MONTH} (?: {YEAR_OF} )?
                        | <the|last|this|next> <unit> )
half_month            <the>? <ordinal|latter> <half> <of> {MONTH} (?: {YEAR_OF} )?
nth_part              <the>? <ordinal|last|outer> <unit|weekend> <in|of>
                        (?: {MONTH} (?: {YEAR_OF} )?
                        | <the>? <unit>? <year> | <last|this|next> <unit> )
day_of_month          <the> <day|ordinal> <of> <the|last|this|next> <unit>
day_of_month/bare     (?<=<on|by|from|to|since|before|after>) <the> <ordinal>
                        (?= <dot|comma|break|quote|to|the|a|they|it|who|that>
                        | <and> (?! <the>? <ordinal> ) )
week_of               <the> <unit> (?: <of|start> | <start> <on> ) (?: {WEEKDAY} <comma>? )?
                        (?: {MONTH} <day|ordinal> | <day|ordinal> <of>? {MONTH} ) (?: {YEAR_OF} )?
every_nth             <the>? <ordinal|last> {WEEKDAY} <in|of> <every> {UNIT}
beside_named          <the> (?: <season> | {MONTH} | {WEEKDAY} | <holiday> ) <before|after>
                        (?= <dot|comma|break> )
month_day/picture     (?<=<in>) <this> {MONTH} <day> {YEAR_OF}
month_day             (?: {WEEKDAY} <comma>? )? (?<!<in>) <last|next|this>? {MONTH} <the>?
                        <day|ordinal> (?: {YEAR_OF} )?
day_span              <the>? (?: <day|ordinal> <comma> )* <day|ordinal> <to|dash|hyphen|and>
                        <day|ordinal> <of>? {MONTH} (?: {YEAR_OF} )?
month_day/british     (?: {WEEKDAY} <comma>? )? <the>? <day|ordinal> <of>? {MONTH} (?: {YEAR_OF}
                        )?
month_day/dashed      <day> <hyphen> {MONTH} <hyphen> <year|day|number>
weekday_day           (?<!<named_day>) <weekday> <comma>? <the> <day|ordinal>
                        (?! <word|things|name> )
day_tail              (?<=<day|ordinal>) <dash|hyphen|to|and> <day|ordinal> (?: {YEAR_OF} )?
                        (?! <ampm|oclock> | <in> <the> <daypart> )
day_tail/list         (?<=<day|ordinal> <comma>) <day|ordinal> (?= (?: <comma> <day|ordinal> )*
                        <comma>? <and> <day|ordinal> (?! <things|unit|minute|percent|magnitude> ) )
day_tail/last         (?<=<day|ordinal> <comma>) <and> <day|ordinal>
                        (?= <dot|comma|break|in|at|on|to|for> )
year_tail             (?<=<year>) (?:<dash|hyphen>) <day|number>
month_year            {EDGE}? {MONTH} {YEAR_OF}
month_year/words      {EDGE}? {MONTH} <cardinal> <hyphen>? <cardinal> (?: <hyphen>? <cardinal> )?
every                 <every> (?: <further> | <ordinal> | {NUM} )? (?: {UNIT} | <daypart|season>
                        )
every_name            <every> <further|ordinal>?
                        (?: {MONTH} | {WEEKDAY} <daypart>? | <holiday> )
weekdays              <weekdays> <daypart>?
weekdays/night        {WEEKDAY} <dayparts>
weekends              (?<=<at|on>) <weekend>
month                 {EDGE}? <last|next|this|that|same|coming|past|previous|following>+ {MONTH}
month/edge            {EDGE} {MONTH}
month/bare            <month> (?! <name> )
month/prepared        (?<=<in|by|since|to|from|between|of|for|before|after|and|over|hyphen>)
                        <loose_month> (?! <name> )
month/the             (?<=<the>) <loose_month> (?= <word|things> )
month/in              (?<=<in|since>) <loose_month|month>
other_date            <the>? <day|ordinal> <of>? <iranian|islamic> (?! <things> )
                        (?: <comma|of>? <year|old_year> )?
other_date/american   <iranian|islamic> <day|ordinal> <comma>? <year|old_year>
other_date/iranian    <iranian> <day|ordinal> (?! <percent|things|unit> )
other_date/year       <iranian> <old_year> | <islamic> <year|old_year>
other_date/day        <islamic> <day|ordinal> (?! <percent|things|unit> )
other_date/month      (?<=<in|since|before|after|of|for|by|to>) <islamic> (?! <name> )
other_feast           <last|next|this>? <other_feast> (?: <comma|of|in>? <year|old_year>
                        | <of>? <last|next|this> <unit> )?
holiday_before        <the> <holiday> <before> <last>
holiday               (?<!<named_day>) <the>? <last|next|this|that|following|previous>? <holiday>
                        (?: <comma>? <year> | <of>? <last|next|this> <unit> )? <unit|weekend>?
quarter               {EDGE}? <the>? (?: <year> <possessive>? | {SIDE} <fiscal>? <unit>
                        <possessive> | <fiscal> <unit>? <year>? | {SIDE} )? <fiscal>?
                        <ordinal|last|latter|outer> <hyphen>? <quarter|half>
                        (?: {YEAR_OF} | <of> <the>? <fiscal>? <unit> )?
quarter/sign          <quarter_sign> (?: <comma|of>? <year|short_year>
                        | <of>? <last|this|next> <unit> )
quarter/sign_alone    (?<=<in|of|for|by|since>) <quarter_sign> (?! <name> )
comparison            <the>? <unit> <hyphen> <earlier|ago> <hyphen>? (?: <ordinal>? <quarter> |
                        <period> )?
offset_day            {MOD}? (?: {NUM} | <a> ) <unit> (?: <ago> <on>? | <from> )
                        (?: <relday> | {WEEKDAY} )
this_day              <this> <unit|time> (?: <last|next> <unit> | <in> <year> | <relday> )
offset_this           {MOD}? (?: {NUM} | <a> ) <unit> <ago> <this> <unit>
offset_day/to_come    <a> <unit> (?: <relday> | <on> {WEEKDAY} )
offset_day/week       (?: {WEEKDAY} | <relday> ) <unit> (?! <hyphen> )
weekday_span          {WEEKDAY} <to|dash|hyphen> {WEEKDAY} <of>? <last|this|next> <unit>
weekday_span/first    <last|this|next> <unit> <from|comma>? {WEEKDAY} <to|dash|hyphen> {WEEKDAY}
weekday_span/between  (?<=<between>) {WEEKDAY} <and> {WEEKDAY} <of>? <last|this|next> <unit>
beside_weekday        <the>? {WEEKDAY} (?: <before> <last> | <after> <next> )
weekday_week          {WEEKDAY} <of>? <last|this|next> <unit>
                        | <last|this|next> <unit> <on> {WEEKDAY}
week_before           <a> <unit> <last> {WEEKDAY}
weekday_last          {WEEKDAY} <last|next> (?= <dot|comma|break|quote|mark> )
offset_range          {NUM} <or|to|hyphen|dash> {NUM} <unit> <ago>
weekdays_ago          {NUM} <weekdays|dayparts> <ago>
in_time               (?<=<in>) (?: {NUM} | <a> ) {UNIT} <quote|possessive> <time>
offset                (?<!<quarter> <of>) {MOD}? (?: {NUM} | {VAGUE_NUM} | <a> )?
                        <whole|further|more>* <hyphen>? {UNIT} (?: <and> <a> <half> )?
                        (?: <or> <so> )? (?: <ago|hence> | <earlier|later> (?! <than> )
                        | <from> <vague> | <before|after> (?= <dot|comma|break> ) )
offset/of             {MOD}? <half> <a> {UNIT} <ago>
beside_last           <the> {UNIT} (?: <before> <last> | <after> <next> ) (?! <weekday|relday> )
nth_so_far            (?<=<in|enters>) <its> <ordinal> {UNIT}
beside_day            <the>? <unit> <before|after> <last|next>? (?: <relday> | {WEEKDAY} )
beside_night          <the> <daypart> <before|after> (?: <last> | (?= <dot|comma|break> ) )
beside_told           <the> <unit|weekend> <before|after> (?= <dot|comma|break> )
in_beside_event       (?<=<in>) <the> <unit|daypart> (?= <before|after>
                        <word|the|that|its|name|a|holiday|day|month|year> )
beside_event          <the> <unit|daypart> (?= <before|after>
                        <word|the|that|its|name|a|holiday|day|month|year> )
beside_event/eve      <the> <eve> (?= <of> )
plural/since          <the> <unit|minute> (?= <since|followed> | <that> <followed> )
span                  {MOD}? <the|these>?
                        <last|next|coming|following|previous|past|latest|ordinal|outer|vague>+
                        <fiscal>? (?: {NUM} | {VAGUE_NUM} ) <whole|further|more>* {UNIT}
span/half             <the>? <last|next|past> {UNIT} <and> <a> <half>
day_part              {EDGE}? <the>? <last|this|that|next|following|same|previous>+ <daypart>
deictic               {EDGE}? <the>? {SIDE}+ <fiscal|whole|further>* <hyphen>? {UNIT}
deictic/these         <these> {UNIT}
weekday               (?<!<named_day>) {EDGE}? <the>?
                        (?: (?<=<the>) | (?! <following> <weekday> <possessive> ) )
                        <last|next|this|that|same|coming|following|past|previous>*
                        <weekday> <daypart>?
weekday/short         (?<=<on|last|next|this>) <loose_weekday> <daypart>?
relday                {EDGE}? <mid>? <hyphen>? <daypart>? {EDGE}? <relday> <daypart>?
tonight               <tonight>
before_christ/range   <number|year|old_year> (?= <to|dash|hyphen|and> <number|year|old_year> <bc> )
before_christ         {EDGE}? <the>? (?: <unit>? <year|old_year|number|day> | <ordinal> <hyphen>?
                        <century> ) <bc>
decade                {EDGE}? <the>? (?: <decade> | (?: <cardinal> <hyphen>? )? <decade_word> )
century/ad            {EDGE}? <the>? <ordinal> <hyphen>? <century> <ad>
century               {EDGE}? <the>? <ordinal|coming|last|this> <hyphen>? <century>
                        (?! <of> <the> )
century/first         <the>? <ordinal> (?= <and|or|to> <ordinal> <century> )
season                {EDGE}? <the>? {SIDE}* <season> <of>? (?: <year|short_year>
                        (?: <dash|hyphen> <day|number> )?
                        | <the>? <last|this|next|that|same|following|previous> <unit> )
season/deictic        {EDGE}? <the>? {SIDE}+ <season>
season/bare           (?: {EDGE} <the>? | (?<=<in|since|by|of|over|to|from|before>) <the> )
                        <season>
season/in             (?<=<in>) <season> (?! <word|things|name|hyphen> )
fiscal                {EDGE}? <the>? <fiscal> <unit>? <year>
edge_unit             <the>? <start|end|mid|latest> <of> <the>? <fiscal>? {UNIT}
edge_unit/joined      (?: <mid> | <early> | <late> ) <hyphen> {UNIT}
year_end              <the>? <unit> <hyphen>? <end>
year/ad               <year|old_year|number> <ad> | (?<=<in|by|since|from|to|and>) <ad>
                        <year|old_year|number|day>
year                  {EDGE}? (?: <the> <unit> )? (?<! <currency|number|decimal|numbered> ) <year>
                        (?! <things|unit|magnitude> | <currency> (?! <day|number|decimal|year> ) )
                        (?! (?<=<at>.) <it|they|who> )
year/prepared         (?<=<in|by|since|the|possessive>) <year> (?! <unit|magnitude> )
year/short            (?<=<in|since|of|by>) <short_year>
year/act              (?<=<act> <of>) <year> (?! <unit|magnitude> )
year/end              (?<=<from|to|and|between>) <year> (?! <unit|magnitude|things> )
year/second           (?<=<year> <and|to>) <year> (?! <unit|magnitude> )
year/old              (?<=<in|by|since|from|to|and|between>) <old_year> (?! <things|unit|word>
                        | <to|dash|hyphen|and> <year|old_year|number> <things|unit> )
year/about            (?<=<approx> <dot>) <old_year> (?! <things|unit|word> )
year/said             <the> <unit> {NUM}
recurring             <recurring> (?! <name> )
quarters_of           {MOD}? (?: <a> | <cardinal> ) <hyphen>? <quarter> <of> <a>
                        <unit|minute|century>
compound_length       {MOD}? (?: {NUM} | <a> ) {UNIT} <and> {NUM} {UNIT}
                        (?! <ago|later|earlier|before|after|old|hyphen|long> )
in_length             (?<=<in>) <approx|nearly>? (?: {NUM} | <a> ) {UNIT}
                        (?= <dot|comma|break|quote|mark|and> )
duration              {MOD}? <the>? <further>? (?: (?! <year> <quarter> ) {NUM} | {VAGUE_NUM}
                        | <half>? {NO_RATE} <a> ) <whole|further|more>* <hyphen>? {UNIT} (?: <and>
                        <a> <half> )? (?: <hyphen>? <long> )? (?! <hyphen|of>? <old> )
year_ended            <the> <fiscal>? <unit|quarter> (?= <ended> )
plural/ahead          <the> {UNIT} (?: <ahead> | <to> <come> )
bare                  {EDGE}? <the> <fiscal|whole>? <unit|quarter|weekend>
                        (?! <of|name|word|things|hyphen|ahead> )
weekend               (?<=<over|in|at>) <the> <weekend>
stated_quarter        <the> <year> <quarter>
bare/period           <the> <latest> <fiscal>? <period>
plural                {UNIT} <hyphen> <long>
plural/prepared       (?<=<in|for|lasts>) {UNIT} (?: <or> {UNIT} )? (?! <hyphen> )
plural/beside         (?<!<early|late>) <unit|minute> (?= <of|before|after> )
year/words            (?<!<hyphen>) <cardinal> <hyphen>? <cardinal> (?: <hyphen>? <cardinal> )?
vague                 (?<!<as>) <vague> (?! <after|before|as> )
vague/at              (?<=<at>) <present> (?! <word|name|things> )
vague/noun            <the> <vague|near>? (?: <past> | <future> ) (?! <word|name|things> )
vague/in              (?<=<in>) <the> <vague|near>? (?: <past> | <future> )
"""

# No rule begins with one of these: most words are passed over before any rule is tried.
_NEVER_FIRST = (
    "<word|name|things|break|mark|percent|comma|dot|quote|possessive|of|or|in|on|by|for|than>"
)


def rules() -> list[tuple[str, str]]:
    """The rules in order: name and pattern."""
    joined = re.sub(r"\n +", " ", _RULES.strip())
    return [(name, rule) for name, _, rule in (line.partition(" ") for line in joined.split("\n"))]


@cache
def _compiled() -> tuple[re.Pattern[str], tuple[str, ...]]:
    alternatives, names = [], []
    for name, rule in rules():
        whole = rule
        while _PIECE.search(whole):
            whole = _PIECE.sub(lambda found: _PIECES[found[1]], whole)
        # The empty group says which rule it was. It stands behind, so that the first word of a rule
        # is the first thing that the alternative asks for: that makes it twice as fast.
        alternatives.append(f"(?:{pattern(whole)})()")
        names.append(name.partition("/")[0])
    never_first = pattern(f"(?! {_NEVER_FIRST} )")
    return re.compile(f"{never_first}(?:{'|'.join(alternatives)})"), tuple(names)


def next_phrase(kinds: str, position: int) -> tuple[str, int, int] | None:
    """The next phrase of time in a line of kinds: its rule's name, its first word, its end."""
    compiled, names = _compiled()
    found = compiled.search(kinds, position)
    if found is None:
        return None
    return names[(found.lastindex or 1) - 1], found.start(), found.end()
