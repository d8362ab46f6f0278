// Tokens of a plan. Every character ends up in some token; what is wrong but recognisable (`2-4`,
// `'text'`, `# comment`) is a token of its own, so that its message can say what to write instead.
//
// ANTLR keeps the transitions of its automaton only for ASCII characters, so the stream (TextStream)
// gives a class in place of each other character:
//   \u0001 may start a name          \u0002 may go on in a name      \u0003 anything else
//   \u0004 white space               \u0005 \u0006 the quotation marks “ ”
//   \u0007 \u0008 the comparisons ≥ ≤
//   \u000E the quotation marks ‘ ’   \u000F the dashes – — ～
// and the ASCII counterpart in place of the full-width marks of Chinese keyboards. It gives one character
// for all that no rule tells apart, `a` for nearly all letters: a rule that needs a certain one (`kMBT`)
// needs it in TextStream, too; GrammarTest says so.
lexer grammar GenPlanLexer;

options { superClass = dev.genplan.syntax.LexerBase; }

// Given by the layout to tokens whose neighbors make them special, or invented by it without any text
// (MISSING_SEPARATOR).
tokens {
  MAGNITUDE,
  UNIT,
  PER,
  BOUND,
  LAST_DOT,
  UNQUOTED,
  MISSING_SEPARATOR,
  JUNK
}

// A line may end with \r alone; editors count it as a line end, too.
LINE_END      : '\r' '\n'? | '\n' ;
SPACE         : [ \t\u0004]+ ;

DOC_COMMENT   : '///' ( ~[/\r\n] ~[\r\n]* )? ;
COMMENT       : '//' ~[\r\n]* ;
BLOCK_COMMENT : '/*' { blockComment(); } ;
HASH_COMMENT  : '#' ~[\r\n]* ;

// `hf://org/name` without quotes: what starts at the two slashes is no comment. The scheme is as simple
// as that of a name, or reading a long path would take a try to its end for each of its names.
ADDRESS       : [A-Za-z] [A-Za-z0-9]* '://' ~[ \t\r\n,"{}[\]\u0004\u0005\u0006]+ ;
NAME          : START PART* ( '@' PART+ )? ;

DATE          : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT ( '-' DIGIT DIGIT )? ;
ODD_DATE
  : DIGIT+ '-' DIGIT+ '-' DIGIT+
  | DIGIT DIGIT DIGIT DIGIT '/' DIGIT DIGIT? ( '/' DIGIT DIGIT? )?
  | DIGIT DIGIT DIGIT DIGIT '.' DIGIT DIGIT? '.' DIGIT DIGIT?
  ;
DASH_RANGE    : DECIMAL [kMBT%]? ( DASH | ' '+ DASH ' '+ ) DECIMAL ;
NUMBER        : '-'? ( DECIMAL | '.' DIGITS ) ( [eE] [+\-]? DIGIT+ )? ;

TEXT_BLOCK    : '"""' { textBlock(); } ;
TEXT          : '"' TEXT_PART* '"' | [\u0005\u0006] QUOTED_PART* ["\u0005\u0006] ;
OPEN_TEXT     : ( '"' TEXT_PART* | [\u0005\u0006] QUOTED_PART* ) '\\'? { openText(); } ;
SINGLE_TEXT
  : '\'' ~['\r\n]* '\''
  | '`' ~[`\r\n]* '`'
  | '\u000E' ~[\u000E\r\n]* '\u000E'
  ;

OPERATOR      : '>=' | '<=' | '==' | '>' | '<' | '=>' | '=<' | [\u0007\u0008] ;
EQUALS        : '=' ;
COLON         : ':' ;
COMMA         : ',' ;
SEMICOLON     : ';' ;
RANGE         : '..' ;
DOT           : '.' ;
SLASH         : '/' ;
PERCENT       : '%' ;
OPEN_BRACE    : '{' ;
CLOSE_BRACE   : '}' ;
OPEN_BRACKET  : '[' ;
CLOSE_BRACKET : ']' ;

UNKNOWN       : . ;

fragment TEXT_PART   : '\\' ~[\r\n] | ~["\\\r\n] ;
fragment QUOTED_PART : '\\' ~[\r\n] | ~["\\\r\n\u0005\u0006] ;
fragment DIGIT       : [0-9] ;
fragment DIGITS      : DIGIT ( DIGIT | '_' )* ;
fragment DECIMAL     : DIGITS ( '.' DIGITS )? ;
fragment DASH        : [\-~\u000F] ;
fragment START       : [A-Za-z\u0001] ;
fragment PART        : [A-Za-z0-9_\u0001\u0002\-] | '.' DIGIT ;
