/**
 * Shapes of GenPlan. The grammar is total: whatever can be missing is optional, and what fits nowhere is
 * taken up by a rest, so that no input makes the parser recover by itself. What is missing or left over
 * is reported when the tree is built. Braces and brackets balance here: the layout, which runs before,
 * sees to that and hides the line ends inside lists.
 */
parser grammar GenPlanParser;

options { tokenVocab = GenPlanLexer; }

file     : members EOF ;
members  : ( member | LINE_END | COMMA )* ;
member   : head ( block | assign value? rest? | leftover? ) | stray ;

head     : path path? TEXT? ;
assign   : COLON | OPERATOR | EQUALS ;
block    : OPEN_BRACE members CLOSE_BRACE ;

value    : scalar block* | list block* | block ;
scalar   : path | text | range | bound | DATE | ODD_DATE | DASH_RANGE unit? | ADDRESS ;
text     : TEXT | TEXT_BLOCK | OPEN_TEXT | SINGLE_TEXT ;
bound    : OPERATOR quantity? ;
range    : quantity ( RANGE quantity? )? ;
quantity : NUMBER ( PERCENT | unit )? ;
unit     : NAME NAME? ( SLASH NUMBER? NAME? NAME? )? ;
path     : NAME ( DOT NAME? )* ;

list     : OPEN_BRACKET ( element | COMMA )* CLOSE_BRACKET ;
element  : value rest? | odd junk* ;

rest     : odd junk* ;
leftover : odd junk* ;
stray    : ( odd | block ) junk* ;
junk     : odd | block ;
odd      : ~( LINE_END | COMMA | OPEN_BRACE | CLOSE_BRACE | OPEN_BRACKET | CLOSE_BRACKET ) | list ;
