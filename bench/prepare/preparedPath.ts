import {join} from 'node:path'
import type {Job, Preparation} from '../harness/benchCase.ts'

/** Where prepared data of a size lies: a data folder, a database file or a Hugo site. */
export function preparedPath(kind: Preparation, {folder, size}: Job): string {
  return join(folder, `${kind}-${size}`)
}
