/* code/meeting.c - who visits whom, and in what format sides meet (codebook 3.2, D3, D4). */
#include "code/judgement.h"

static bool organisation(const dem_entity *e)
{
    return memcmp(e->code, "IGO", 4) == 0 || memcmp(e->code, "UNO", 4) == 0 || memcmp(e->code, "EUR", 4) == 0;
}

/* "A Tokyo-bound jet returned to Los Angeles": the travel of a thing is nobody's visit; a ship may pay one. */
static bool thing_travels(const dem_judgement *j)
{
    const dem_members *a = &j->k->actor;
    if (dem_str_is(j->s->tok[j->k->pred].lemma, "visit")) return false;
    for (uint32_t i = 0; i < a->n; i++) {
        const dem_mention *m = a->mention[i];
        if (!m || m->kind != DEM_MENTION_ROLE || !m->role || m->role->role_kind != DEM_ROLE_THING) return false;
    }
    return a->n > 0;
}

/* Two entities are needed for a meeting; travelling at home is no visit. */
bool dem_meeting_sides(dem_judgement *j)
{
    if (j->type != DEM_CONSULT) return true;
    dem_candidate *k = j->k;
    uint32_t members = k->actor.n + k->recipient.n;
    if (thing_travels(j)) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "a thing meets nobody");
    bool visit = dem_modes_has(j->modes, DEM_CONSULT_visit);
    bool joins =
        dem_str_is(j->s->tok[k->pred].lemma, "join"); /* the others are at the table already (codebook D63) */
    if (members < 2 && !(members == 1 && !visit && (joins || organisation(&k->actor.entity[0]))))
        return dem_judgement_refuse(j, DEM_DROP_RECIPIENT, "a meeting needs two sides");
    if (visit && k->recipient.n && dem_judgement_codes(j) < 2)
        return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "travel within one's country");
    return true;
}

/* ---- mode of meetings ------------------------------------------------------------------------------------ */

static void into_visit(dem_judgement *j, uint32_t host)
{
    dem_members *a = &j->k->actor, *r = &j->k->recipient;
    r->entity[0] = a->entity[host];
    r->mention[0] = a->mention[host];
    r->n = 1;
    a->entity[0] = a->entity[1 - host];
    a->mention[0] = a->mention[1 - host];
    a->n = 1;
    j->modes = dem_modes_with(j->modes, DEM_CONSULT_visit);
    j->cameo = "";
}

void dem_meeting_modes(dem_judgement *j, const dem_place *p)
{
    if (j->type != DEM_CONSULT || !dem_modes_empty(j->modes)) return;
    if (dem_judgement_codes(j) >= 3 && j->k->recipient.n == 0) { /* a mediator is no third side */
        j->modes = dem_modes_with(j->modes, DEM_CONSULT_multilateral);
        return;
    }
    if (!p->name.n || j->k->actor.n != 2 || j->k->recipient.n || dem_judgement_codes(j) != 2) return;
    /* "their meeting": one word for two sides cannot be visitor and host at once. */
    bool one_word = j->k->actor.entity[0].span.start == j->k->actor.entity[1].span.start;
    for (uint32_t i = 0; i < 2; i++)
        if (memcmp(j->k->actor.entity[i].code, p->country, 4) == 0) {
            if (!one_word) into_visit(j, i);
            return;
        }
    j->modes = dem_modes_with(j->modes, DEM_CONSULT_third_party);
    j->cameo = "";
}
