"""Events: the clauses of a claim, what each says happens, who takes part, and in which state it is."""
