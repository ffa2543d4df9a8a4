/* eval/subjects.h - what the contexts are learned from (code/subject.h): records of coded reports that have a gold record. */
#ifndef DEM_EVAL_SUBJECTS_H
#define DEM_EVAL_SUBJECTS_H
#include "base/error.h"
#include "base/vec.h"
#include "engine/engine.h"
#include "eval/logistic.h"

typedef struct dem_subject_samples {
    DEM_VEC(dem_sample)
    of[DEM_CONTEXT_COUNT]; /* a sample a record each; sample i of every context is of the same record */
    DEM_VEC(dem_contexts)
    rule, spoken, gold; /* [records] what the rules give, what words speak of, what is right */
} dem_subject_samples;

/* Codes the reports of a gold file and takes each record that has a gold record of its type in its sentence. Arrays are
 * allocated in `arena`. DEM_E_IO or DEM_E_FORMAT if the file cannot be read. */
dem_status dem_subjects_gold(dem_subject_samples *s, dem_arena *arena, const dem_engine *engine,
                             const char *path, dem_error *err);

#endif
