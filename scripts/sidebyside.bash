# SPDX-License-Identifier: Apache-2.0
# For long runs of a test that waits most of the time: source it.

# side_by_side TEST OUT VARIABLE COUNT [VARIABLE STEP]: shares COUNT out to four runs of TEST, which take it from the
# environment variable, and where a second one is named another multiple of STEP, plus 1, each. Their lines are left in the
# folder OUT. False when one fails.
side_by_side() {
    local test=$1 out=$2 counted=$3 count=$4 seeded=${5-} step=${6-0}
    local runs=4 failed=0 run share pids=()
    rm -rf -- "$out"
    mkdir -p "$out"
    for ((run = 0; run < runs; ++run)); do
        share=$(((count + run) / runs))
        ((share > 0)) || continue
        env "$counted=$share" ${seeded:+"$seeded=$((run * step + 1))"} QTEST_FUNCTION_TIMEOUT=86400000 \
            QT_QPA_PLATFORM=offscreen "$test" >"$out/$run.log" 2>&1 &
        pids+=($!)
    done
    for run in "${pids[@]}"; do
        wait "$run" || failed=1
    done
    grep -hE '^(FAIL|Totals)' "$out"/*.log
    return "$failed"
}
