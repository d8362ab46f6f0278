// The shapes of the language, and around them everything that can be written by mistake: the grammar
// accepts every sequence of tokens that the layout gives, so that ANTLR's own recovery, which invents
// and deletes tokens, is never entered. What is missing or too much is reported when the tree is built.
// Each decision needs one token; keep it so, for speed and for proof (GrammarTest).
//
// The layout guarantees that braces and brackets balance, that no `{` follows a `}` directly, that line
// ends in brackets are hidden, that DOT stands between two names and LAST_DOT behind one, that MAGNITUDE,
// PERCENT, UNIT, SLASH and PER stand only where `quantity` has them, and that RANGE and BOUND are
// followed by NUMBER.
parser grammar GenPlanParser;

options { tokenVocab = GenPlanLexer; }

file     : members EOF ;

members  : member? ( ( LINE_END | COMMA | MISSING_SEPARATOR ) member? )* ;

member   : head tail? | tail ;

// `word`, `word word`, `a.b`; whatever follows is too much.
head     : path ( ( label | oddity ) stray* )? | ( TEXT | oddity ) stray* ;
label    : path | TEXT ;

// `: value`, `>= value`, `{ members }`.
tail     : assign ( ( scalar | mistake ) block? extra* | block extra* )? | block extra* ;
assign   : COLON | OPERATOR | EQUALS ;

block    : OPEN_BRACE members CLOSE_BRACE ;

list     : OPEN_BRACKET element? ( ( COMMA | MISSING_SEPARATOR ) element? )* CLOSE_BRACKET ;
element  : ( scalar | mistake ) block? extra* | block extra* ;

scalar   : path | TEXT | DATE | UNQUOTED | amount | list ;
amount   : quantity ( RANGE quantity )? | BOUND quantity | dashed ;
dashed   : DASH_RANGE MAGNITUDE? PERCENT? unit? ;
quantity : NUMBER MAGNITUDE? PERCENT? unit? ;
unit     : UNIT ( SLASH PER? MAGNITUDE? UNIT? )? ;
path     : NAME ( DOT NAME )* LAST_DOT? ;

// What is too much: in a head, in place of a value, and behind a complete value or block.
oddity   : DATE | UNQUOTED | amount | list | JUNK ;
stray    : label | oddity ;
mistake  : COLON | EQUALS | OPERATOR | JUNK ;
extra    : ( scalar | mistake ) block? ;
