/** Tokens of GenPlan. Every character ends up in one of them. */
lexer grammar GenPlanLexer;

// ANTLR keeps the transitions of its automaton only for ASCII characters, so the stream (TextStream)
// gives a class in place of each other character:
//   \u0001 may start a name          \u0002 may go on in a name      \u0003 anything else
//   \u0004 white space               \u0005 \u0006 the quotation marks “ ”
//   \u0007 \u0008 the comparisons ≥ ≤
// and the ASCII counterpart in place of the full-width marks of Chinese keyboards.

options { superClass = dev.genplan.syntax.LexerBase; }

TEXT_BLOCK   : '"""' { block(); } ;
TEXT         : '"' TEXT_PART* '"' | '\u0005' QUOTED_PART* [\u0005\u0006"] ;
OPEN_TEXT    : '"' TEXT_PART* '\\'? | [\u0005\u0006] QUOTED_PART* '\\'? ;
SINGLE_TEXT  : '\'' ~['\r\n]* '\'' ;

DOC_COMMENT  : '///' ( ~[/\r\n] ~[\r\n]* )? ;
COMMENT      : '//' ~[\r\n]* ;
BLOCK_COMMENT: '/*' .*? '*/' | '/*' ~[\r\n]* ;
HASH_COMMENT : '#' ~[\r\n]* ;

DATE         : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT ( '-' DIGIT DIGIT )? ;
ODD_DATE     : DIGIT+ '-' DIGIT+ '-' DIGIT+ ;
DASH_RANGE   : DECIMAL '-' DECIMAL ;
NUMBER       : '-'? DECIMAL ( [eE] [+-]? DIGIT+ )? ;
ADDRESS      : [A-Za-z] [A-Za-z0-9+.-]* '://' ~[ \t\r\n,"{}[\]\u0004\u0005\u0006]+ ;
NAME         : START ( REST | '-' | '.' DIGIT )* ( '@' [A-Za-z0-9]+ )? ;

OPERATOR     : '>=' | '<=' | '==' | '>' | '<' | [\u0007\u0008] ;
EQUALS       : '=' ;
COLON        : ':' ;
COMMA        : ',' ;
SEMICOLON    : ';' ;
RANGE        : '..' ;
DOT          : '.' ;
SLASH        : '/' ;
PERCENT      : '%' ;
OPEN_BRACE   : '{' ;
CLOSE_BRACE  : '}' ;
OPEN_BRACKET : '[' ;
CLOSE_BRACKET: ']' ;

LINE_END     : '\r'? '\n' | '\r' ;
SPACE        : [ \t\u0004]+ ;
UNKNOWN      : . ;

fragment TEXT_PART   : '\\' ~[\r\n] | ~["\\\r\n] ;
fragment QUOTED_PART : '\\' ~[\r\n] | ~["\\\r\n\u0005\u0006] ;
fragment DIGIT       : [0-9] ;
fragment DECIMAL     : DIGIT ( DIGIT | '_' )* ( '.' DIGIT ( DIGIT | '_' )* )? ;
fragment START       : [A-Za-z\u0001] ;
fragment REST        : [A-Za-z0-9_\u0001\u0002] ;
