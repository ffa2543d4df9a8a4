/* code/rules.h - what coding needs to know beside the sentence: the lexicon, and its lists by number. */
#ifndef DEM_CODE_RULES_H
#define DEM_CODE_RULES_H
#include "geo/toponym.h"
#include "record/sentence.h"
#include "record/vectors.h"

/* The lists of lexicon/lists/grammar.txt that the grammar asks for by name. RULE_LIST(field, "name") */
#define DEM_RULE_LISTS(RULE_LIST)                                                                              \
    RULE_LIST(light, "light")                   /* hold, conduct, launch, pay, make, impose */                 \
    RULE_LIST(begin, "begin")                   /* begin, continue, resume */                                  \
    RULE_LIST(occur, "occur")                   /* take place, follow, prompt, mark */                         \
    RULE_LIST(factive, "factive")               /* condemn, welcome, survive: their object has happened */     \
    RULE_LIST(reporting, "reporting")           /* say, tell, announce */                                      \
    RULE_LIST(reporting_noun, "reporting-noun") /* statement, claim, report */                                 \
    RULE_LIST(hedge, "hedge")                   /* reportedly, allegedly */                                    \
    RULE_LIST(possible, "possible")             /* consider, mull, fear */                                     \
    RULE_LIST(habit, "habit")                   /* often, repeatedly */                                        \
    RULE_LIST(adjunct, "adjunct")               /* after, during, following, amid */                           \
    RULE_LIST(former, "former")                 /* former, ex */                                               \
    RULE_LIST(expect, "expect")                 /* expect, schedule, due, plan */                              \
    RULE_LIST(announce, "announce")             /* announce, confirm: their object is planned */               \
    RULE_LIST(proclaim, "proclaim")     /* announce, declare, repeat: their subject does what the noun says */ \
    RULE_LIST(container, "container")   /* series, wave, round: "a series of attacks" */                       \
    RULE_LIST(perceive, "perceive")     /* see, film: what is seen happens */                                  \
    RULE_LIST(outcome, "outcome")       /* result, victim: of what has happened */                             \
    RULE_LIST(reaction, "reaction")     /* response, revenge: to what has happened */                          \
    RULE_LIST(own_people, "own-people") /* role keys of people without an office: residents, crowds */         \
    RULE_LIST(attack_word, "attack-word")   /* attack, target: in words, between politicians */                \
    RULE_LIST(contest_word, "contest-word") /* fight, battle: for a seat, between politicians */               \
    RULE_LIST(achieve, "achieve")           /* manage, dare: what they govern has happened */                  \
    RULE_LIST(quantity, "quantity")         /* thousands, group, majority: "thousands of farmers" */           \
    RULE_LIST(sport, "sport")               /* goal, midfielder, league: words of sport reports */             \
    RULE_LIST(behind, "behind")         /* back, build: whom it names is not the owner ("US-backed forces") */ \
    RULE_LIST(installed, "installed")   /* install, appoint: by another state, not by the owner */             \
    RULE_LIST(origin, "origin")         /* bear, base: "the French-born minister" */                           \
    RULE_LIST(relative, "relative")     /* wife, son */                                                        \
    RULE_LIST(no_name, "no-name")       /* monday, january: capitals, but no names */                          \
    RULE_LIST(body_name, "body-name")   /* ministry, brigade: words in the names of bodies */                  \
    RULE_LIST(crime, "crime")           /* theft, murder: ordinary crime */                                    \
    RULE_LIST(decree, "decree")         /* law, letter: what they do their author does */                      \
    RULE_LIST(issue, "issue")           /* sign, pass: their subject is the author */                          \
    RULE_LIST(act, "act")               /* move, decision: stand for an act told before */                     \
    RULE_LIST(owned, "owned")           /* role keys that are nobody's unless it is said whose */              \
    RULE_LIST(member, "member")         /* role keys that take the sectors of their body: "army spokesman" */  \
    RULE_LIST(mine, "mine")             /* landmine, ordnance: what wars leave behind */                       \
    RULE_LIST(left_over, "left-over")   /* leave, date, unexploded */                                          \
    RULE_LIST(past_war, "past-war")     /* war, conflict, era */                                               \
    RULE_LIST(plant, "plant")           /* lay, hide, fire: who did it to the weapon attacks with it */        \
    RULE_LIST(disaster, "disaster")     /* flood, outbreak: what restrictions may be for */                    \
    RULE_LIST(pressure, "pressure")     /* protest, unrest: what makes them political */                       \
    RULE_LIST(crowd, "crowd")           /* protester: one of a crowd without a name */                         \
    RULE_LIST(citizen, "citizen")       /* citizen, parent: whom a state advises */                            \
    RULE_LIST(document, "document")     /* agreement, treaty: a text, unless its making is dated */            \
    RULE_LIST(step, "step")             /* referendum, election: steps of institutions */                      \
    RULE_LIST(presiding, "presiding")   /* role keys that of a court or a parliament are not the country's */  \
    RULE_LIST(assent, "assent")         /* agree, offer: no threat whatever the content is */                  \
    RULE_LIST(word_given, "word-given") /* promise, pledge: no threat if the content is a deployment */        \
    RULE_LIST(misdeed, "misdeed")       /* attack, plot: who is behind it is accused */                        \
    RULE_LIST(good_end, "good-end")     /* help, rebuild, feed: what aid is given for */                       \
    RULE_LIST(ill_end, "ill-end")       /* fight, curb: what aid is given against */                           \
    RULE_LIST(exercise, "exercise")     /* drill, war game: of several countries they are joint */             \
    RULE_LIST(peacekeeping, "peacekeeping") /* peacekeeper: their deployment is aid */                         \
    RULE_LIST(wish, "wish")                 /* want, seek: a position, not a demand */                         \
    RULE_LIST(own_up, "own-up")             /* claim, admit: with responsibility, their subject did it */      \
    RULE_LIST(responsibility, "responsibility")                                                                \
    RULE_LIST(place_noun, "place-noun")     /* city, north: "in the city of Jos", "in the Malian north" */     \
    RULE_LIST(country_word, "country-word") /* kingdom, island: a country named before */                      \
    RULE_LIST(firm_word, "firm-word")       /* company, lender */                                              \
    RULE_LIST(court_word, "court-word")     /* court, tribunal */                                              \
    RULE_LIST(media_word, "media-word")     /* newspaper, broadcaster */                                       \
    RULE_LIST(party_word, "party-word")     /* party */                                                        \
    RULE_LIST(force_word, "force-word")     /* army, militia, insurgency */                                    \
    RULE_LIST(bloc_word, "bloc-word")       /* bloc, alliance, watchdog */                                     \
    RULE_LIST(pair_alone, "pair-alone")     /* side, neighbour: "the sides" without a number */                \
    RULE_LIST(judging, "judging")           /* thank, criticise: somebody, for what was done */                \
    RULE_LIST(held, "held")                 /* hold, run: whose the thing is: "positions held by rebels" */    \
    RULE_LIST(repel, "repel")               /* repel, beat back: their subject was attacked */                 \
    RULE_LIST(treaty, "conf-treaties")      /* treaty, agreement */                                            \
    RULE_LIST(of_many, "of-many")           /* convention, climate: a treaty of many states */                 \
    RULE_LIST(own, "own")                   /* deploy, move: whose forces they are */                          \
    RULE_LIST(group_word, "group-word")     /* movement, bloc, firm */                                         \
    RULE_LIST(person_word, "person-word")   /* general, tycoon */                                              \
    RULE_LIST(pair, "pair")                 /* side, country, leader: "the two sides" */                       \
    RULE_LIST(end, "end")                   /* stop, cease, lift: what they govern comes to its end */

typedef struct dem_rules {
    const dem_lexicon *lex;
    dem_geo geo;
    dem_word_vectors vectors; /* none until somebody sets them */
#define RULE_LIST(field, name) uint32_t field;
    DEM_RULE_LISTS(RULE_LIST)
#undef RULE_LIST
} dem_rules;

/* Looks the lists up. A list that the lexicon lacks is empty. */
void dem_rules_init(dem_rules *r, const dem_lexicon *lex);

/* True if a frame of that part of speech for the lemma of `t`, with or without a modifier, tells an event of one of `types`: DEM_BIT()
 * of a dem_event_type each. */
bool dem_rules_tells(const dem_rules *r, dem_pos pos, const dem_token *t, uint64_t types);

/* True if the lemma of `t` stands in that list: dem_rules_lists(r, r->begin, t). */
static inline bool dem_rules_lists(const dem_rules *r, uint32_t list, const dem_token *t)
{
    return dem_list_has(r->lex, list, t->lemma);
}

#endif
