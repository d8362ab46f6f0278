parser grammar GenPlanParser;

options { tokenVocab = GenPlanLexer; }

file : ( NEWLINE | OTHER )* EOF ;
