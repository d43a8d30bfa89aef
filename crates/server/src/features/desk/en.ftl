# The desk
desk-title = Desk
desk-today = Today is { $day }.
desk-due = Due:
desk-when-late = Late
desk-when-today = Today
desk-when-week = Within seven days
desk-when-later = Later
desk-when-waiting = Waiting for you
desk-empty = Nothing is waiting
desk-empty-hint = A good day. New things appear here when somebody sends them or when they fall due.
