/* lang/state.c - the moves of the arc-hybrid system. */
#include "lang/state.h"
#include "lang/feature.h"

static uint64_t mix(uint64_t h, uint64_t v)
{
    h = (h ^ v) * 0x9fb21c651e98df25u;
    return h ^ (h >> 32);
}

static void sign(dem_item *t)
{
    uint64_t h = (uint64_t)(uint16_t)t->tok << 48 | (uint64_t)(uint16_t)t->l1 << 32 |
                 (uint64_t)(uint16_t)t->l2 << 16 | (uint16_t)t->r1;
    h = mix(h + 1, (uint64_t)(uint16_t)t->r2 << 48 | (uint64_t)(uint16_t)t->marker << 32 |
                       (uint64_t)t->nl << 24 | (uint64_t)t->nr << 16);
    h = mix(h, (uint64_t)t->rl1 << 24 | (uint64_t)t->rl2 << 16 | (uint64_t)t->rr1 << 8 | t->rr2);
    h = mix(h, t->ml);
    t->sig = mix(h, t->mr);
}

static void put_on(dem_item *t, const dem_item *below)
{
    t->below = below;
    t->depth = (uint16_t)(below ? below->depth + 1 : 1);
    t->chain = mix(t->sig, below ? below->chain : 0);
}

static dem_item bare(int tok)
{
    dem_item t = {.tok = (int16_t)tok, .l1 = -1, .l2 = -1, .r1 = -1, .r2 = -1, .marker = -1};
    sign(&t);
    return t;
}

void dem_state_start(dem_state *s)
{
    memset(s, 0, sizeof *s);
    s->next = bare(0);
}

bool dem_state_allows(const dem_state *s, uint32_t n, dem_move m)
{
    bool at_end = (uint32_t)s->next.tok >= n;
    switch (m) {
    case DEM_SHIFT: return !at_end;
    case DEM_LEFT: return s->top && (!at_end || s->top->depth == 1);
    case DEM_RIGHT: return s->top && s->top->below;
    default: return false;
    }
}

static void note_marker(dem_item *head, int tok, uint8_t rel)
{
    if (rel == DEM_REL_case || rel == DEM_REL_mark) head->marker = (int16_t)tok;
}

static void add_left(dem_item *head, int tok, uint8_t rel)
{
    head->l2 = head->l1;
    head->rl2 = head->rl1;
    head->l1 = (int16_t)tok;
    head->rl1 = rel;
    head->nl += head->nl < 255;
    head->ml |= (uint64_t)1 << rel;
    note_marker(head, tok, rel);
    sign(head);
}
static void add_right(dem_item *head, int tok, uint8_t rel)
{
    head->r2 = head->r1;
    head->rr2 = head->rr1;
    head->r1 = (int16_t)tok;
    head->rr1 = rel;
    head->nr += head->nr < 255;
    head->mr |= (uint64_t)1 << rel;
    note_marker(head, tok, rel);
    sign(head);
}

bool dem_state_move(dem_state *to, const dem_state *from, dem_move m, uint8_t rel, dem_item *fresh)
{
    *to = *from;
    to->prev = from;
    to->move = (uint8_t)m;
    to->rel = rel;
    if (m == DEM_LEFT) {
        to->top = from->top->below;
        add_left(&to->next, from->top->tok, rel);
        return false;
    }
    if (m == DEM_SHIFT) {
        *fresh = from->next;
        put_on(fresh, from->top);
        to->next = bare(from->next.tok + 1);
    } else {
        *fresh = *from->top->below;
        add_right(fresh, from->top->tok, rel);
        put_on(fresh, fresh->below);
    }
    to->top = fresh;
    return true;
}

uint64_t dem_state_sig(const dem_state *s)
{
    return mix(s->next.sig, s->top ? s->top->chain : 0);
}

uint64_t dem_state_view(const dem_state *s)
{
    const dem_item *s0 = s->top, *s1 = s0 ? s0->below : NULL, *s2 = s1 ? s1->below : NULL;
    uint64_t h = mix(s->next.sig, s0 ? s0->sig : 1);
    h = mix(h, s1 ? s1->sig : 2);
    return mix(h, (s2 ? s2->sig : 3) + (s0 && s0->depth == 1));
}

uint64_t dem_state_arc_view(const dem_state *s, dem_move m)
{
    const dem_item *d = s->top, *h = m == DEM_LEFT ? &s->next : d->below,
                   *g = m == DEM_LEFT ? d->below : h->below;
    uint64_t h2 = mix(d->sig + (uint64_t)m, h->sig);
    return mix(h2, (uint64_t)(uint16_t)s->next.tok << 16 | (uint16_t)(g ? g->tok : -1));
}

uint64_t dem_state_group_view(const dem_state *s, dem_move_group g)
{
    const dem_item *s0 = s->top, *s1 = s0 ? s0->below : NULL;
    uint64_t a = s0 ? s0->sig : 1, b = s1 ? s1->sig : 2;
    switch (g) {
    case DEM_GROUP_N0: return mix(s->next.sig, 11);
    case DEM_GROUP_S0: return mix(a, 12);
    case DEM_GROUP_S1: return mix(b, 13);
    case DEM_GROUP_S0_N0: return mix(mix(a, 14), s->next.sig);
    case DEM_GROUP_S1_S0: return mix(mix(a, 15), b);
    default: return mix(dem_state_view(s), 16);
    }
}
