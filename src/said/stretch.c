/* said/stretch.c - quotations beyond the sentence of their cue: those that run on, and those that follow without a cue of their
 * own, keep the last speaker (codebook 12.4). */
#include "said/relation.h"

enum {
    SCARE_WORDS = 3, /* quotations of so many words or fewer may be no speech at all */
    LOOK_BACK = 3    /* sentences to where the last cue may stand */
};

/* The relation that has most of the quotation's words in its own sentence as content. */
static void claim(said_view *v, const said_relations *all)
{
    uint32_t *most = dem_arena_array(v->arena, uint32_t, v->run.n);
    for (size_t k = 0; k < v->run.n; k++) v->run.at[k].owner = -1;
    for (size_t i = 0; i < all->n; i++) {
        const said_relation *r = &all->at[i];
        const dem_sentence *s = &v->in->sentence[r->sentence];
        uint32_t own = v->word[r->sentence][r->cue].run; /* "I think so" does not say itself */
        if (r->within >= 0) continue;
        for (uint32_t t = 0; t < s->n;) {
            uint32_t run = v->word[r->sentence][t].run, mine = 0, words = 0;
            for (; t < s->n && v->word[r->sentence][t].run == run; t++, words++)
                mine += r->role[t] == SAID_CONTENT;
            if (!run || run == own || mine * 2 < words || mine <= most[run]) continue;
            most[run] = mine;
            v->run.at[run].owner = (int32_t)i;
        }
    }
}

/* The last relation of each sentence that is within none, -1 if there is none. */
static int32_t *last_cues(const said_view *v, const said_relations *all)
{
    int32_t *last = dem_arena_array(v->arena, int32_t, v->in->n + 1);
    for (uint32_t i = 0; i < v->in->n; i++) last[i] = -1;
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].within < 0) last[all->at[i].sentence] = (int32_t)i;
    return last;
}

/* Who speaks last in a sentence: in a quotation that ends there, else by the last cue. */
static int32_t speaker(const said_view *v, const int32_t *last, uint32_t sentence, size_t before)
{
    for (size_t k = before; k-- > 1;) {
        if (v->run.at[k].to < sentence) break;
        if (v->run.at[k].owner >= 0) return v->run.at[k].owner;
    }
    return last[sentence];
}

static void note_reach(const said_view *v, said_relations *all)
{
    for (size_t i = 0; i < all->n; i++) all->at[i].from = all->at[i].to = all->at[i].sentence;
    for (size_t k = 1; k < v->run.n; k++) {
        const said_run *run = &v->run.at[k];
        if (run->owner < 0) continue;
        said_relation *r = &all->at[run->owner];
        r->elsewhere = true;
        if (run->from < r->from) r->from = run->from;
        if (run->to > r->to) r->to = run->to;
    }
}

void said_stretch(said_view *v, said_relations *all)
{
    claim(v, all);
    const int32_t *last = last_cues(v, all);
    for (size_t k = 1; k < v->run.n; k++) {
        said_run *r = &v->run.at[k];
        if (r->words <= SCARE_WORDS) continue;
        for (uint32_t back = 1; r->owner < 0 && back <= LOOK_BACK && back <= r->from; back++)
            r->owner = speaker(v, last, r->from - back, k);
    }
    note_reach(v, all);
    for (size_t i = 0; i < all->n; i++) {
        said_relation *r = &all->at[i];
        uint32_t run = v->word[r->sentence][r->cue].run;
        int32_t owner = run ? v->run.at[run].owner : -1;
        if (r->within < 0 && owner >= 0 && all->at[owner].sentence != r->sentence) r->within = owner;
    }
}
