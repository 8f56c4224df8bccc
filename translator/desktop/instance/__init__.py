"""One running program for each user: who it is, and how other starts reach it.

``reaching`` and what it imports is the standard library alone, so that a start that only
has to say something to the running program has said it before Qt would be imported.
"""
