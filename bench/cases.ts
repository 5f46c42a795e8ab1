import {bulkCases} from './cases/bulkCases.ts'
import {detailCase} from './cases/detailCase.ts'
import {listCase} from './cases/listCase.ts'
import {listenCases} from './cases/listenCases.ts'
import {scanCases} from './cases/scanCases.ts'
import {seedCases} from './cases/seedCases.ts'
import {startCases} from './cases/startCases.ts'
import {studioCase} from './cases/studioCase.ts'
import {writeCases} from './cases/writeCases.ts'
import type {BenchCase} from './harness/benchCase.ts'

/** Every benchmark, in the order in which they run. A new one is a line here. */
export const benchCases: Record<string, BenchCase> = {
  list: listCase,
  detail: detailCase,
  ...scanCases,
  ...writeCases,
  ...bulkCases,
  ...listenCases,
  ...startCases,
  ...seedCases,
  studio: studioCase,
}
