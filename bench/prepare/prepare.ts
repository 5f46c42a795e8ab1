import {existsSync, renameSync, rmSync} from 'node:fs'
import {writeTalkFiles} from '../data/talkFiles.ts'
import type {Job, Preparation} from '../harness/benchCase.ts'
import {preparedPath} from './preparedPath.ts'
import {prepareFloor} from './prepareFloor.ts'
import {prepareLake} from './prepareLake.ts'
import {preparePayload} from './preparePayload.ts'

const makers = {
  lake: prepareLake,
  floor: prepareFloor,
  payload: preparePayload,
  files: (path, {talks}) => Promise.resolve(writeTalkFiles(path, talks)),
} satisfies Record<Preparation, (path: string, job: Job) => Promise<void>>

/** Makes the data that a measurement needs, unless an earlier one of this size has left it. Half-made data is made again. */
export async function prepare(needs: readonly Preparation[], job: Job): Promise<void> {
  for (const need of needs) {
    const path = preparedPath(need, job)
    if (existsSync(path)) continue
    const part = `${path}.part`
    rmSync(part, {recursive: true, force: true})
    await makers[need](part, job)
    renameSync(part, path)
  }
}
