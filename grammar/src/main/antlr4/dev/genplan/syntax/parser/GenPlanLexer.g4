lexer grammar GenPlanLexer;

NEWLINE : '\r'? '\n' ;
OTHER : . ;
