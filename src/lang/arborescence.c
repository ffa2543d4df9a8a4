/* lang/arborescence.c - Chu-Liu-Edmonds. Most sentences never get there: if the best head of every word already
 * makes a tree with the best root, no other tree can be better. */
#include "lang/arborescence.h"
#include <math.h>
#include <stdlib.h>

#define MAX (DEM_MAX_TOKENS + 1) /* words and ROOT */

/* Added to arcs from ROOT, so that one more than needed is never worth it. */
#define ROOT_PRICE 1e6

struct dem_arborescence {
    uint32_t n;                            /* words; node n is ROOT */
    uint32_t nodes;                        /* n + 1 */
    double w[MAX][MAX];                    /* w[v][u]: best arc from group u to group v, as things stand */
    uint16_t dep[MAX][MAX], gov[MAX][MAX]; /* the words that this arc joins */
    bool gone[MAX];                        /* group v is part of another */
    int16_t best[MAX];                     /* the group that v is to hang under */
    uint32_t n_cycles;
    struct {
        uint16_t rep;                /* the member whose number the group keeps */
        uint16_t n, member[MAX];     /* groups on the cycle */
        int16_t best[MAX];           /* their heads on it, in the order of members */
        uint16_t dep[MAX], gov[MAX]; /* ... and the words that these arcs join */
        uint16_t group[MAX];         /* group of every word before this cycle was closed */
    } cycle[MAX];
    uint16_t group[MAX]; /* of every word now */
};

dem_arborescence *dem_arborescence_new(void)
{
    return dem_xalloc(sizeof(dem_arborescence));
}
void dem_arborescence_free(dem_arborescence *a)
{
    free(a);
}

/* The best root: the word that loses least by hanging under ROOT. All others take their best word. */
static void greedy(const float *score, size_t stride, uint32_t n, int16_t *head)
{
    double least = 0;
    uint32_t root = n;
    for (uint32_t i = 0; i < n; i++) {
        const float *s = score + i * stride;
        int best = DEM_ROOT;
        for (uint32_t j = 0; j < n; j++)
            if (j != i && (best == DEM_ROOT || s[j] > s[best])) best = (int)j;
        head[i] = (int16_t)best;
        double loss = best == DEM_ROOT ? -HUGE_VAL : (double)s[best] - (double)s[n];
        if (root == n || loss < least) root = i, least = loss;
    }
    head[root] = DEM_ROOT;
}

static bool is_tree(const int16_t *head, uint32_t n)
{
    uint16_t seen[MAX] = {0};
    for (uint32_t i = 0; i < n; i++) {
        int v = (int)i;
        while (v != DEM_ROOT && !seen[v]) seen[v] = (uint16_t)(i + 1), v = head[v];
        if (v != DEM_ROOT && seen[v] == i + 1) return false;
    }
    return true;
}

static void load(dem_arborescence *a, const float *score, size_t stride, uint32_t n)
{
    a->n = n;
    a->nodes = n + 1;
    a->n_cycles = 0;
    for (uint32_t v = 0; v <= n; v++) {
        a->gone[v] = false;
        a->group[v] = (uint16_t)v;
        for (uint32_t u = 0; v < n && u <= n; u++) {
            a->w[v][u] = (double)score[v * stride + u] - (u == n ? ROOT_PRICE : 0);
            a->dep[v][u] = (uint16_t)v;
            a->gov[v][u] = (uint16_t)u;
        }
    }
}

static void choose(dem_arborescence *a, uint32_t v)
{
    int best = -1;
    for (uint32_t u = 0; u < a->nodes; u++)
        if (u != v && !a->gone[u] && (best < 0 || a->w[v][u] > a->w[v][best])) best = (int)u;
    a->best[v] = (int16_t)best;
}

/* A group on a cycle of best arcs reachable from `from`, or -1. `seen` marks what other searches passed. */
static int on_cycle(const dem_arborescence *a, uint32_t from, uint16_t *seen)
{
    int v = (int)from;
    while (v != (int)a->n && !seen[v]) seen[v] = (uint16_t)(from + 1), v = a->best[v];
    return v != (int)a->n && seen[v] == from + 1 ? v : -1;
}

static int find_cycle(const dem_arborescence *a)
{
    uint16_t seen[MAX] = {0};
    for (uint32_t i = 0; i < a->n; i++) {
        int v = a->gone[i] || seen[i] ? -1 : on_cycle(a, i, seen);
        if (v >= 0) return v;
    }
    return -1;
}

static void take(dem_arborescence *a, uint32_t v, uint32_t u, double w, uint32_t from_v, uint32_t from_u)
{
    a->w[v][u] = w;
    a->dep[v][u] = a->dep[from_v][from_u];
    a->gov[v][u] = a->gov[from_v][from_u];
}

/* Arcs into the cycle cost what they replace; arcs out of it leave from its best member. */
static void merge_arcs(dem_arborescence *a, uint32_t rep, const uint16_t *member, uint32_t n, uint32_t u)
{
    uint32_t in = member[0], out = member[0];
    double best_in = -HUGE_VAL, best_out = -HUGE_VAL;
    for (uint32_t k = 0; k < n; k++) {
        uint32_t m = member[k];
        double gain = a->w[m][u] - a->w[m][a->best[m]];
        if (gain > best_in) best_in = gain, in = m;
        if (u < a->n && a->w[u][m] > best_out) best_out = a->w[u][m], out = m;
    }
    take(a, rep, u, best_in, in, u);
    if (u < a->n) take(a, u, rep, best_out, u, out);
}

static void close_cycle(dem_arborescence *a, uint32_t on)
{
    uint32_t k = a->n_cycles++, n = 0, v = on;
    a->cycle[k].rep = (uint16_t)on;
    memcpy(a->cycle[k].group, a->group, sizeof a->group);
    do {
        uint32_t u = (uint32_t)a->best[v];
        a->cycle[k].best[n] = a->best[v];
        a->cycle[k].dep[n] = a->dep[v][u];
        a->cycle[k].gov[n] = a->gov[v][u];
        a->cycle[k].member[n++] = (uint16_t)v;
        v = u;
    } while (v != on);
    a->cycle[k].n = (uint16_t)n;
    bool inside[MAX] = {false};
    for (uint32_t m = 0; m < n; m++) inside[a->cycle[k].member[m]] = true;
    for (uint32_t u = 0; u < a->nodes; u++)
        if (!inside[u] && !a->gone[u]) merge_arcs(a, on, a->cycle[k].member, n, u);
    for (uint32_t m = 0; m < n; m++) a->gone[a->cycle[k].member[m]] = a->cycle[k].member[m] != on;
    for (uint32_t w = 0; w < a->nodes; w++)
        if (inside[a->group[w]]) a->group[w] = (uint16_t)on;
}

/* Opens the cycles again, the last first: the member that an arc enters gives up its own. */
static void expand(dem_arborescence *a, int16_t *head)
{
    uint16_t dep[MAX] = {0}, gov[MAX] = {0}; /* of the arc that each group hangs by */
    for (uint32_t v = 0; v < a->n; v++)
        if (!a->gone[v]) dep[v] = a->dep[v][a->best[v]], gov[v] = a->gov[v][a->best[v]];
    for (uint32_t k = a->n_cycles; k-- > 0;) {
        uint32_t rep = a->cycle[k].rep;
        uint16_t entry_dep = dep[rep], entry_gov = gov[rep], entered = a->cycle[k].group[entry_dep];
        for (uint32_t m = 0; m < a->cycle[k].n; m++) {
            uint16_t v = a->cycle[k].member[m];
            dep[v] = v == entered ? entry_dep : a->cycle[k].dep[m];
            gov[v] = v == entered ? entry_gov : a->cycle[k].gov[m];
        }
    }
    for (uint32_t v = 0; v < a->n; v++) head[dep[v]] = (int16_t)(gov[v] == a->n ? DEM_ROOT : gov[v]);
}

void dem_arborescence_run(dem_arborescence *a, const float *score, size_t stride, uint32_t n, int16_t *head)
{
    greedy(score, stride, n, head);
    if (is_tree(head, n)) return;
    load(a, score, stride, n);
    for (uint32_t v = 0; v < n; v++) choose(a, v);
    for (int on; (on = find_cycle(a)) >= 0;) {
        close_cycle(a, (uint32_t)on);
        choose(a, (uint32_t)on);
        for (uint32_t v = 0; v < n; v++) /* arcs to members are arcs to the group now */
            if (!a->gone[v] && a->gone[a->best[v]]) a->best[v] = (int16_t)on;
    }
    expand(a, head);
}
