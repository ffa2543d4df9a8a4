/* cli/eval.h - the parts of demarche eval that have files of their own. */
#ifndef DEM_CLI_EVAL_H
#define DEM_CLI_EVAL_H
#include <stdbool.h>
#include <stdint.h>

enum { DEM_EVAL_FILES = 32 };

/* demarche eval --actors */
typedef struct dem_eval_actors {
    const char *file[DEM_EVAL_FILES];
    int n;
    bool errors;    /* list what was read otherwise */
    uint32_t floor; /* percent of phrases that must be right; 0 = none */
} dem_eval_actors;

/* One more file, or a floor; false if that cannot be, which was said then. */
bool dem_eval_actors_add(dem_eval_actors *a, const char *file);
bool dem_eval_actors_floor(dem_eval_actors *a, const char *percent);
/* Measures all files and prints a line for each, as a table or (tsv) as file, measure, value. Gives the exit status. */
int dem_eval_actors_run(const dem_eval_actors *a, const char *data_dir, bool tsv);

/* demarche eval GOLD */
typedef struct dem_eval_gold {
    const char *file;    /* reports coded by hand; NULL: none */
    const char *records; /* records to measure; NULL: code the reports of the file */
    const char *html;    /* a page to write; NULL: none */
    bool errors;         /* list the sentences that differ, and why */
} dem_eval_gold;

/* Measures and prints, as a table or (tsv) as file, what, measure, value. Gives the exit status. */
int dem_eval_gold_run(const dem_eval_gold *g, const char *data_dir, bool tsv);

#endif
