import { documentBench } from './export/documentBench.ts'
import { sheetBench } from './export/sheetBench.ts'
import { slidesBench } from './export/slidesBench.ts'
import { report } from './harness.ts'

report('export', [await slidesBench(), await documentBench(), await sheetBench()])
