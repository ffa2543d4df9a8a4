/* Codes and their days. */
#include "import/parts.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h> /* needs setjmp.h and stdarg.h before it */

static const struct {
    const char *why, *text, *expected; /* NULL: no days */
} BRACKETS[] = {
    {"a code", "KENGOV", "KENGOV"},
    {"before a day", "KENGOV <19930327", "KENGOV ..1993-03-26"},
    {"from a day on", "KENGOV >20100101", "KENGOV 2010-01-01.."},
    {"between two", "KENGOV 19930101-19961231", "KENGOV 1993-01-01..1996-12-31"},
    {"years of two digits", "KENGOV 930101-021231", "KENGOV 1993-01-01..2002-12-31"},
    {"30 is of this century, 31 of the last", "KENGOV 310101-300101", "KENGOV 1931-01-01..2030-01-01"},
    {"blanks anywhere", "KENGOV  > 100101", "KENGOV 2010-01-01.."},
    {"and around the dash", "KENGOV 930101 - 961231", "KENGOV 1993-01-01..1996-12-31"},
    {"none before the sign", "KENGOV<930327", "KENGOV ..1993-03-26"},
    {"a tab", "KENGOV\t930101-961231", "KENGOV 1993-01-01..1996-12-31"},
    {"one day", "KENGOV 930101-930101", "KENGOV 1993-01-01..1993-01-01"},
    {"the 31st of a short month is its end", "KENGOV 030101-030431", "KENGOV 2003-01-01..2003-04-30"},
    {"likewise in February", "KENGOV 040201-040231", "KENGOV 2004-02-01..2004-02-29"},
    {"the first of all days", "KENGOV >00010101", "KENGOV 0001-01-01.."},
    {"nothing is before it", "KENGOV <00010101", NULL},
    {"no 32nd", "KENGOV >030132", NULL},
    {"no 13th month", "KENGOV >031301", NULL},
    {"no month 0", "KENGOV >030001", NULL},
    {"no day 0", "KENGOV >030100", NULL},
    {"no year 0", "KENGOV >00000101", NULL},
    {"seven digits", "KENGOV 2004017-20061201", NULL},
    {"ten digits", "KENGOV 1920030320-20060520", NULL},
    {"backwards", "KENGOV 961231-930101", NULL},
    {"a day alone", "KENGOV 961231", NULL},
    {"no end", "KENGOV 961231-", NULL},
    {"no start", "KENGOV -961231", NULL},
    {"a sign alone", "KENGOV <", NULL},
    {"letters", "KENGOV >199O0101", NULL},
    {"three days", "KENGOV 930101-961231-991231", NULL},
    {"an agent", "~COP", "agent COP"},
    {"that goes before its country", "NGO~", "agent NGO"},
    {"nothing", "", ""},
    {"a tilde", "~", "agent "},
};

static void add_result(dem_buf *b, const dem_bracket *r)
{
    char day[11];
    dem_buf_addf(b, "%s%.*s", r->agent ? "agent " : "", DEM_STR_ARG(r->code));
    if (!r->dated) return;
    dem_date_format(r->from, day);
    dem_buf_addf(b, " %s..", day);
    dem_date_format(r->to, day);
    dem_buf_addz(b, day);
}

static void test_brackets(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof BRACKETS / sizeof *BRACKETS; i++) {
        dem_bracket r;
        dem_buf b = {0};
        dem_buf_addz(&b, "");
        bool good = dem_bracket_read(dem_str_from(BRACKETS[i].text), &r);
        if (good) add_result(&b, &r);
        if (good != (BRACKETS[i].expected != NULL) || (good && strcmp(b.p, BRACKETS[i].expected) != 0))
            fail_msg("%s: \"%s\"", BRACKETS[i].why, b.p);
        dem_buf_release(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_brackets)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
