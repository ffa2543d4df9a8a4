/* fetch/visit.c - see visit.h. */
#include "fetch/visit.h"
#include "base/buf.h"
#include <stdlib.h>

dem_visit *dem_visit_new(dem_visit_kind kind, dem_str url)
{
    enum { SMALL = 1024 };
    dem_visit *v = dem_xalloc(sizeof *v);
    dem_arena_init(&v->arena, SMALL);
    v->kind = kind;
    if (dem_url_read(&v->arena, url, (dem_str){NULL, 0}, &v->at)) {
        v->wanted = v->at.text;
        return v;
    }
    dem_visit_free(v);
    return NULL;
}

dem_visit *dem_visit_robots(dem_str origin)
{
    dem_buf url = {0};
    dem_buf_add(&url, origin);
    dem_buf_addz(&url, "/robots.txt");
    dem_visit *v = dem_visit_new(DEM_VISIT_ROBOTS, dem_buf_str(&url));
    dem_buf_release(&url);
    if (v) v->wanted = dem_arena_str(&v->arena, origin);
    return v;
}

void dem_visit_free(dem_visit *v)
{
    if (!v) return;
    dem_arena_release(&v->arena);
    free(v);
}

bool dem_visit_redirect(dem_visit *v, dem_str location)
{
    dem_url to;
    if (v->hops >= DEM_MAX_HOPS || !dem_url_read(&v->arena, location, v->at.text, &to)) return false;
    v->at = to;
    v->hops++;
    v->tries = 0;
    return true;
}

bool dem_http_redirects(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

void dem_visits_push(dem_visits *list, dem_visit *v)
{
    v->next = NULL;
    if (list->last) list->last->next = v;
    else list->first = v;
    list->last = v;
}

void dem_visits_unshift(dem_visits *list, dem_visit *v)
{
    v->next = list->first;
    list->first = v;
    if (!list->last) list->last = v;
}

dem_visit *dem_visits_take(dem_visits *list)
{
    dem_visit *v = list->first;
    if (!v) return NULL;
    list->first = v->next;
    if (!list->first) list->last = NULL;
    v->next = NULL;
    return v;
}

void dem_visits_join(dem_visits *list, dem_visits *more)
{
    if (!more->first) return;
    more->last->next = list->first;
    list->first = more->first;
    if (!list->last) list->last = more->last;
    *more = (dem_visits){0};
}

void dem_visits_free(dem_visits *list)
{
    for (dem_visit *v; (v = dem_visits_take(list));) dem_visit_free(v);
}
