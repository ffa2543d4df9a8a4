/* reader/unfold.h - an item of the input into reports that are ready to be coded.
 *
 * What takes long and needs nobody else: a page is decoded and its article found, a text is cleaned, the language is
 * told. Any number of threads may do it, each with a workspace of its own. */
#ifndef DEM_READER_UNFOLD_H
#define DEM_READER_UNFOLD_H
#include "reader/reader.h"

typedef struct dem_unfolder dem_unfolder;

typedef struct dem_unfolded {
    dem_report *report; /* [n]; in `arena` */
    uint32_t n;
    dem_str *foreign; /* [n_foreign]: the languages of reports that are not among them, as BCP 47 tags */
    uint32_t n_foreign;
} dem_unfolded;

/* Never NULL. Ended with dem_unfolder_free(), which takes NULL. */
dem_unfolder *dem_unfolder_new(void);
void dem_unfolder_free(dem_unfolder *u);

/* `item` as dem_reader_take() gave it, in the same `arena`. A whole report gives one, a page one or, if it is a live
 * page, several: their ids are that of the item, with ".1" or the like behind it. Reports in languages that are not
 * coded are left out and named in out->foreign. `notice` (may be NULL) is told what was repaired. DEM_E_FORMAT or
 * DEM_E_LIMIT if there is no report in it. */
dem_status dem_unfold(dem_unfolder *u, dem_arena *arena, const dem_item *item, dem_unfolded *out,
                      dem_notice_fn *notice, void *notice_ctx, dem_error *err);

#endif
