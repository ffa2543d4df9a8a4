/* reader/zone_weigh.c - the weighing of lines: a linear model over what a line and its place show tells report from debris, and
 * one for each kind tells what debris is where no rule names it. Learned by learn-zones.
 *
 * What the rules name stays named: they are made not to err, and know threads and lists that go on to the end, which no line
 * shows by itself. Of the rest a line goes only if it is far likelier debris than report: report lost is worse than debris kept. */
#include "reader/zone_traits.h"

static const int16_t WEIGHT[ZT_COUNT] = {
#include "reader/zone_weigh.inc"
};
static const int16_t KIND[DEM_ZONE_COUNT][ZT_COUNT] = {
#include "reader/zone_kind.inc"
};

/* Above its limit a line is no report; more is asked of a full sentence, and of what no coder reads anyway. */
static int limit_of(const zone_unit *u)
{
    enum { NOISE = 3 * ZONE_ONE / 2, SENTENCE = 5 * ZONE_ONE / 2, HEADING = 3 * ZONE_ONE, SHORT = 7 };
    if (u->kind == DEM_ZONE_HEADING) return HEADING;
    return u->full && u->words >= SHORT ? SENTENCE : NOISE;
}

int zone_traits_sum(const zone_traits *t, const int16_t weight[ZT_COUNT])
{
    int sum = 0;
    for (unsigned w = 0; w < sizeof t->bits / sizeof *t->bits; w++)
        for (uint64_t bits = t->bits[w]; bits; bits &= bits - 1)
            sum += weight[w * 64 + (unsigned)__builtin_ctzll(bits)];
    return sum;
}

bool zone_traits_sell(const zone_traits *t)
{
    return zone_trait_has(t, ZT_subscribe_piece) && !zone_trait_has(t, ZT_w_legal) &&
           !zone_trait_has(t, ZT_w_letter);
}

static dem_zone_kind likeliest_kind(const zone_traits *t)
{
    if (zone_traits_sell(t)) return DEM_ZONE_PAYWALL;
    if (zone_trait_has(t, ZT_credit_behind)) return DEM_ZONE_CAPTION;
    unsigned best = DEM_ZONE_PAYWALL;
    int most = zone_traits_sum(t, KIND[best]);
    for (unsigned k = best + 1; k < DEM_ZONE_COUNT; k++) {
        int sum = zone_traits_sum(t, KIND[k]);
        if (sum > most) most = sum, best = k;
    }
    return (dem_zone_kind)best;
}

static bool is_noise(const zone_unit *u, int score)
{
    if (u->kind != DEM_ZONE_BODY && u->kind != DEM_ZONE_HEADING) return true;
    return u->by != ZONE_BY_TITLE && score > limit_of(u);
}

/* Debris comes in runs: less is asked of what could be a title or an entry beside a line that is debris. */
static bool joins(const zone_unit *u, int score)
{
    enum { BESIDE = ZONE_ONE / 2 };
    return u->kind == DEM_ZONE_BODY && zone_is_headish(u) && u->starts_upper && score > BESIDE;
}

bool *zone_decide(dem_arena *arena, zone_units us, const int *score)
{
    bool *noise = dem_arena_array(arena, bool, us.n);
    for (uint32_t i = 0; i < us.n; i++)
        noise[i] = is_noise(&us.at[i], score[i]) || (i > 0 && noise[i - 1] && joins(&us.at[i], score[i]));
    for (uint32_t i = us.n; i-- > 1;)
        if (noise[i] && joins(&us.at[i - 1], score[i - 1])) noise[i - 1] = true;
    return noise;
}

/* What a rule knows of the words of a line that is a sentence by itself, else what the weights say. */
static dem_zone_kind kind_of(const zone_unit *u, const zone_traits *t)
{
    dem_zone_kind told = zone_judge_sentence(u, DEM_ZONE_BODY);
    return told ? told : likeliest_kind(t);
}

void zone_weigh(dem_arena *arena, zone_units us)
{
    const zone_traits *t = zone_traits_find(arena, us);
    int *score = dem_arena_array(arena, int, us.n);
    for (uint32_t i = 0; i < us.n; i++) score[i] = zone_traits_sum(&t[i], WEIGHT);
    const bool *noise = zone_decide(arena, us, score);
    for (uint32_t i = 0; i < us.n; i++) {
        zone_unit *u = &us.at[i];
        if (noise[i] && (u->kind == DEM_ZONE_BODY || u->kind == DEM_ZONE_HEADING)) u->kind = kind_of(u, &t[i]);
    }
}
