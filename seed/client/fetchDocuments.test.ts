import {afterEach, beforeEach, expect, test} from 'vitest'
import {type LakeInProcess, openLakeInProcess} from '../../test/support/lakeInProcess.ts'
import {fetchDocuments} from './fetchDocuments.ts'

let lake: LakeInProcess
const asked: number[] = []

beforeEach(() => {
  asked.length = 0
  lake = openLakeInProcess(({url}) => {
    const ids = /\/data\/doc\/production\/([^?]+)/.exec(url)?.[1]
    if (ids !== undefined) asked.push(decodeURIComponent(ids).split(',').length)
  })
})

afterEach(async () => lake.close())

test('documents that are too long for one answer are asked for in halves', async () => {
  // Two of them fit into the 64 MiB that the lake gives at once, three do not.
  const title = 'x'.repeat(22_500_000)
  for (const _id of ['a', 'b', 'c'])
    await lake.client.mutate([{create: {_id, _type: 'talk', title}}], {returnDocuments: false})
  const found: string[] = []
  for await (const {_id} of fetchDocuments(lake.client, ['c', 'none', 'a', 'b'])) found.push(_id)
  expect([found, asked]).toEqual([
    ['c', 'a', 'b'],
    [4, 2, 2],
  ])
})

test('many documents are asked for some at a time', async () => {
  const ids = Array.from({length: 220}, (_, index) => `talk-${index}`)
  await lake.client.mutate(ids.map((_id) => ({create: {_id, _type: 'talk', title: _id}})))
  const found: string[] = []
  for await (const {_id} of fetchDocuments(lake.client, ids)) found.push(_id)
  expect([found, asked]).toEqual([ids, [100, 100, 20]])
})
