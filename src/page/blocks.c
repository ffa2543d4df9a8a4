/* page/blocks.c - see blocks.h. */
#include "page/blocks.h"
#include "base/utf8.h"
#include "record/report.h"

/* What the walk knows about where it is. */
typedef struct cutter {
    dem_arena *arena;
    DEM_VEC(page_box) box;
    DEM_VEC(page_block) block;
    DEM_VEC(char) text;
    page_block now;         /* the paragraph being read; empty while start == end */
    uint32_t in;            /* the innermost open box */
    uint32_t links, strong; /* how many such elements are open */
    const xmlNode
        *flow; /* outermost element without a box in which the paragraph began, and the end of the text in it */
    size_t flow_end;
    bool blank;        /* white space was met behind what was read */
    bool line_ended;   /* a line break was met behind what was read */
    bool word, number; /* the last character was in a word; the word has only digits so far */
} cutter;

static void end_word(cutter *c)
{
    c->now.digits += c->word && c->number;
    c->word = false;
}

static void end_block(cutter *c)
{
    end_word(c);
    if (c->text.n > c->now.start && c->now.words) {
        c->now.end = (uint32_t)c->text.n;
        c->now.box = c->in;
        if (c->flow && c->flow_end == c->text.n) c->now.hints = page_hints(c->flow);
        dem_vec_push(c->arena, &c->block, c->now);
    } else {
        c->text.n = c->now.start;
    }
    c->now = (page_block){.start = (uint32_t)c->text.n};
    c->blank = c->line_ended = false;
    c->flow = NULL;
}

static void put_char(cutter *c, const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++) dem_vec_push(c->arena, &c->text, p[i]);
}

static bool ends_sentence(uint32_t ch)
{
    return ch == '.' || ch == '!' || ch == '?' || ch == 0x2026 || ch == 0x3002 || ch == 0xFF01 ||
           ch == 0xFF1F || ch == 0x061F || ch == 0x0964;
}

/* Chinese and Japanese are written without blanks. */
static bool word_by_itself(uint32_t ch)
{
    return (ch >= 0x3040 && ch <= 0x30FF) || (ch >= 0x3400 && ch <= 0x9FFF) || (ch >= 0x20000 && ch <= 0x3FFFF);
}

static void count_char(cutter *c, uint32_t ch)
{
    page_block *b = &c->now;
    bool digit = ch < 0x80 ? ch >= '0' && ch <= '9' : dem_is_digit(ch);
    bool letter = ch < 0x80 ? (ch | 32) >= 'a' && (ch | 32) <= 'z' : dem_is_letter(ch);
    if (letter || digit) {
        if (!c->word || word_by_itself(ch)) {
            end_word(c);
            b->words++;
            b->linked += c->links > 0;
            b->strong += c->strong > 0;
            b->capitals += ch < 0x80 ? ch >= 'A' && ch <= 'Z' : dem_is_upper(ch);
            c->number = true;
        }
        c->word = true;
        c->number = c->number && digit;
        return;
    }
    b->commas += ch == ',' || ch == 0x3001 || ch == 0xFF0C || ch == 0x060C;
    b->stops += ends_sentence(ch);
    if (ch != '\'' && ch != 0x2019 && ch != 0x00AD) end_word(c);
}

/* A line that ended with a sentence is a paragraph: many pages know no other. */
static bool sentence_ended(const cutter *c)
{
    size_t at = c->text.n;
    dem_str text = {c->text.at, c->text.n};
    while (at > c->now.start) {
        uint32_t ch = dem_utf8_before(text, &at);
        if (ends_sentence(ch) || ch == ':') return true;
        if (ch != '"' && ch != '\'' && ch != ')' && ch != 0x201D && ch != 0x2019 && ch != 0xBB) return false;
    }
    return false;
}

static void add_char(cutter *c, uint32_t ch, const char *p, size_t n)
{
    if (ch < ' ' || ch == ' ' || ch == 0x7F || (ch >= 0x80 && dem_is_space(ch))) {
        c->blank = true;
        end_word(c);
        return;
    }
    if (c->line_ended && sentence_ended(c)) end_block(c);
    if (c->text.n + n >= DEM_MAX_TEXT / 2) return;
    if (c->blank && c->text.n > c->now.start) put_char(c, " ", 1);
    c->blank = c->line_ended = false;
    put_char(c, p, n);
    count_char(c, ch);
}

static void add_text(cutter *c, const char *z)
{
    dem_str s = dem_str_from(z);
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        uint32_t ch = dem_utf8_next(s, &at);
        add_char(c, ch, s.p + from, at - from);
    }
}

static void break_line(cutter *c)
{
    /* The second of two breaks leaves an empty line. */
    if (c->line_ended) end_block(c);
    else c->line_ended = c->text.n > c->now.start;
    c->blank = true;
}

/* Elements that break the line only by what is in them: a link around a card, a span around paragraphs; and those of the
 * author's own making, unless in the middle of a sentence. */
static bool holds_boxes(const xmlNode *element)
{
    if (strchr((const char *)element->name, '-') && element->parent && element->parent->name &&
        page_tag_flow(page_tag_by_name((const char *)element->parent->name)) == PAGE_BOX &&
        strcmp((const char *)element->parent->name, "p") != 0)
        return true;
    for (const xmlNode *n = element->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE)
            return page_tag_flow(page_tag_by_name((const char *)n->name)) == PAGE_BOX;
    return false;
}

static bool is_strong(page_tag tag)
{
    return tag == PAGE_B || tag == PAGE_STRONG || tag == PAGE_EM;
}

static uint32_t box_kind(const page_box *box)
{
    dem_str class = page_attribute(box->node, "class");
    return (uint32_t)(dem_str_hash(class) * 31 + box->tag);
}

static void open_box(cutter *c, const xmlNode *node, page_tag tag)
{
    end_block(c);
    page_box box = {.node = node, .parent = c->in, .first = (uint32_t)c->block.n, .tag = (uint8_t)tag};
    box.hints = page_hints(node);
    box.kind = box_kind(&box);
    c->in = (uint32_t)c->box.n;
    dem_vec_push(c->arena, &c->box, box);
}

static void close_box(cutter *c)
{
    end_block(c);
    page_box *box = &c->box.at[c->in];
    box->end = (uint32_t)c->box.n;
    box->last = (uint32_t)c->block.n;
    c->in = box->parent;
}

/* True if the element is to be gone into. */
static bool enter(cutter *c, const xmlNode *node)
{
    page_tag tag = page_tag_by_name((const char *)node->name);
    page_flow flow = page_tag_flow(tag);
    if (flow == PAGE_SKIP) return false;
    if (flow == PAGE_BREAK) break_line(c);
    if (flow == PAGE_BOX || (flow == PAGE_FLOW && holds_boxes(node))) open_box(c, node, tag);
    else if (!c->flow && c->text.n == c->now.start) c->flow = node, c->flow_end = SIZE_MAX;
    c->links += tag == PAGE_A;
    c->strong += is_strong(tag);
    return true;
}

static void leave(cutter *c, const xmlNode *node)
{
    page_tag tag = page_tag_by_name((const char *)node->name);
    if (c->box.n && c->box.at[c->in].node == node) close_box(c);
    if (c->flow == node) c->flow_end = c->text.n;
    c->links -= tag == PAGE_A;
    c->strong -= is_strong(tag);
}

/* Words of boxes: from the last to the first, so that what is inside comes before what is around it. */
static void sum_boxes(page_blocks *p)
{
    for (uint32_t i = 0; i < p->n; i++) {
        p->box[p->block[i].box].words += p->block[i].words;
        p->box[p->block[i].box].linked += p->block[i].linked;
    }
    for (uint32_t i = p->n_boxes; i-- > 1;) {
        p->box[p->box[i].parent].words += p->box[i].words;
        p->box[p->box[i].parent].linked += p->box[i].linked;
    }
}

page_blocks page_blocks_find(dem_arena *arena, const xmlNode *root)
{
    cutter c = {.arena = arena};
    page_walk w = page_walk_from(root);
    while (page_walk_next(&w)) {
        const xmlNode *node = w.node;
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
            add_text(&c, (const char *)node->content);
        else if (node->type != XML_ELEMENT_NODE) continue;
        else if (w.leaving) leave(&c, node);
        else if (!enter(&c, node)) page_walk_skip(&w);
    }
    page_blocks p = {.text = {c.text.at, c.text.n},
                     .box = c.box.at,
                     .n_boxes = (uint32_t)c.box.n,
                     .block = c.block.at,
                     .n = (uint32_t)c.block.n};
    sum_boxes(&p);
    return p;
}
