import {talkDocuments} from '../data/talkDocuments.ts'
import {floorServer} from '../floorServer.ts'
import type {Job} from '../harness/benchCase.ts'

/** A floor database that holds the talks. */
export function prepareFloor(path: string, {talks}: Job): Promise<void> {
  const {saveAll, close} = floorServer(path)
  saveAll(talkDocuments(talks))
  close()
  return Promise.resolve()
}
