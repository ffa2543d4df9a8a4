/* code/grammar.h - who fills which slot of a predicate, by the tree alone.
 *
 * Passive, relative and participial clauses, control and raising, coordination, light verbs are dealt with here
 * once for all frames. All functions take token indices and answer with token indices, -1 for none. */
#ifndef DEM_CODE_GRAMMAR_H
#define DEM_CODE_GRAMMAR_H
#include "code/rules.h"
#include "record/sentence.h"

enum { DEM_GRAMMAR_MAX = 16 };

/* The preposition or mark that introduces token i, as written ("With"); empty if none. */
dem_str dem_grammar_case(const dem_sentence *s, int i);
/* True if token i has a case or mark child that reads `prep` (any case). */
bool dem_grammar_case_is(const dem_sentence *s, int i, const char *prep);
/* True if it has one that reads one of list[n]; the macro is for arrays. */
bool dem_grammar_case_one_of(const dem_sentence *s, int i, const char *const *list, size_t n);
#define DEM_GRAMMAR_CASE_ONE_OF(s, i, list)                                                                    \
    dem_grammar_case_one_of((s), (i), (list), sizeof(list) / sizeof *(list))
/* h and the nominals coordinated with it or joined by "along with", in order; their number (at least 1, at most DEM_GRAMMAR_MAX). */
int dem_grammar_conjuncts(const dem_sentence *s, int h, int out[DEM_GRAMMAR_MAX]);

/* True of a phrase that joins somebody to those who act or suffer: "along with Ghana", "together with", "alongside". */
bool dem_grammar_beside(const dem_sentence *s, int i);
/* Those who are joined to h by such a phrase, into out[]; their number ("Ghana, together with Togo, rejected the plan"). */
int dem_grammar_company(const dem_sentence *s, int h, int out[DEM_GRAMMAR_MAX]);

/* The first of those who are named as examples of h ("allies such as Germany", "countries including Chad"), or -1. */
int dem_grammar_example(const dem_sentence *s, int h);

/* True if the verb stands in the passive: "was arrested", "troops bombed by", "arrested and charged". */
bool dem_grammar_passive(const dem_sentence *s, int v);
/* "Egypt was one of the first countries to send troops", "became the last to leave": the word whose subject does what the
 * infinitive at v tells, the predicate noun or "become"; -1 if v is no such infinitive. */
int dem_grammar_ranked(const dem_sentence *s, int v);
/* The subject as it stands: own, shared through coordination, of the controlling verb, antecedent of a relative
 * clause, noun that a participle belongs to. */
int dem_grammar_surface_subject(const dem_sentence *s, int v);
/* The one who acts: the subject of an active verb, the by-phrase of a passive one. */
int dem_grammar_subject(const dem_sentence *s, int v);
/* What is acted on: the object of an active verb, the subject of a passive one. */
int dem_grammar_object(const dem_sentence *s, int v);
/* The clause or infinitive that completes a verb, adjective or noun ("agreed to withdraw"). */
int dem_grammar_complement(const dem_sentence *s, int pred);

/* True of a noun that its subject is said to be: "It was the first meeting between X and Y", "He is a criminal". */
bool dem_grammar_predicate_nominal(const dem_sentence *s, int n);

/* The verb of "claimed responsibility for" before event noun `n`, whose subject did it; -1 if there is none. */
int dem_grammar_owned_up(const dem_rules *rules, const dem_sentence *s, int n);

/* The reverse: the noun that container nouns hold ("a series of attacks": attacks), else n itself. */
int dem_grammar_inner(const dem_rules *rules, const dem_sentence *s, int n);
/* "held up the loan", "put off the visit": with its particle the light verb v says that it was not done. */
bool dem_grammar_held_back(const dem_sentence *s, int v);

/* The light verb that carries event noun n ("held talks", "talks were held", "a visit paid by"), or -1. */
int dem_grammar_light(const dem_rules *rules, const dem_sentence *s, int n);
/* n itself, or the noun it belongs to through container nouns ("a series of attacks": series). */
int dem_grammar_outer(const dem_rules *rules, const dem_sentence *s, int n);

/* Heads of the phrases that fill `slot` of predicate `pred`; their number. Coordinated fillers are given by
 * their first. */
int dem_grammar_fill(const dem_rules *rules, const dem_sentence *s, int pred, dem_pos pos, const dem_slot *slot,
                     int out[DEM_GRAMMAR_MAX]);

/* The particle of a verb ("off"), or -1: a compound:prt child, or an adverb or preposition without object
 * behind it. */
int dem_grammar_particle(const dem_sentence *s, int v, dem_str particle);
/* True if token `below` is `above` or hangs below it. */
bool dem_grammar_under(const dem_sentence *s, int below, int above);
/* As what token `t` may tell an event. False if it may not: a part of a name or compound, an adjective before a noun. */
bool dem_grammar_position(const dem_sentence *s, int t, dem_pos *pos);

#endif
