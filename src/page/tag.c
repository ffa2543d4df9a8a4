/* page/tag.c - see tag.h. */
#include "page/tag.h"

static const struct {
    const char *name;
    page_flow flow;
} TAGS[PAGE_TAG_COUNT] = {
    {"", PAGE_FLOW},
#define TAG(id, name, flow) {name, PAGE_##flow},
#include "page/tag.def"
};

page_tag page_tag_by_name(const char *name)
{
    size_t low = 1, high = PAGE_TAG_COUNT;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(TAGS[middle].name, name);
        if (order == 0) return (page_tag)middle;
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return PAGE_OTHER;
}

page_flow page_tag_flow(page_tag tag)
{
    return TAGS[tag].flow;
}
