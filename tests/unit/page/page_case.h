/* A page for the tests of src/page, taken as far as its paragraphs and what is chosen of them. */
#ifndef TESTS_PAGE_CASE_H
#define TESTS_PAGE_CASE_H
#include "../base/check.h"
#include "page/kind.h"

typedef struct page_case {
    dem_arena arena;
    xmlDoc *doc;
    dem_meta meta;
    page_blocks blocks;
    page_witness witness;
    page_choice choice;
} page_case;

static inline void page_case_open(page_case *t, const char *html)
{
    dem_error err = {0};
    dem_arena_init(&t->arena, 0);
    if (page_dom_parse(&t->arena, dem_str_from(html), &t->doc, &err) != DEM_OK) fail_msg("%s", err.text);
    dem_meta_find(&t->arena, t->doc, (dem_str){NULL, 0}, &t->meta);
    t->blocks = page_blocks_find(&t->arena, xmlDocGetRootElement(t->doc));
    t->witness = page_witness_find(&t->arena, &t->blocks, &t->meta);
    t->choice = page_weigh(&t->arena, &t->blocks, &t->witness, &page_weights_learned);
}
static inline void page_case_close(page_case *t)
{
    xmlFreeDoc(t->doc);
    dem_arena_release(&t->arena);
}
/* The number of the paragraph that begins so. */
static inline uint32_t page_case_block(const page_case *t, const char *head)
{
    for (uint32_t i = 0; i < t->blocks.n; i++)
        if (dem_str_starts(page_block_text(&t->blocks, &t->blocks.block[i]), dem_str_from(head))) return i;
    fail_msg("no paragraph \"%s\"", head);
    return 0;
}
/* `part` n times, with `head` before it; the caller frees it. */
static inline char *page_case_repeat(const char *head, const char *part, size_t n)
{
    size_t a = strlen(head), b = strlen(part);
    char *out = dem_xalloc(a + b * n + 1);
    memcpy(out, head, a);
    for (size_t i = 0; i < n; i++) memcpy(out + a + i * b, part, b);
    return out;
}

#define PAGE_PARAGRAPH(what)                                                                                   \
    "<p>The army sent " what " to the town of Esk on Monday, the defence ministry said, after two bridges "    \
    "were carried away by the river.</p>"

#endif
