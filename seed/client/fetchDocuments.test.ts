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
  const ids = ['a', 'b', 'c', 'd']
  for (const _id of ids) await lake.client.create({_id, _type: 'talk', title: 'x'.repeat(20_000_000)})
  const found: string[] = []
  for await (const {_id} of fetchDocuments(lake.client, ['d', 'none', 'a', 'c', 'b'])) found.push(_id)
  expect([found, asked]).toEqual([
    ['d', 'a', 'c', 'b'],
    [5, 3, 2],
  ])
})

test('many documents are asked for some at a time', async () => {
  const ids = Array.from({length: 220}, (_, index) => `talk-${index}`)
  await lake.client.mutate(ids.map((_id) => ({create: {_id, _type: 'talk', title: _id}})))
  const found: string[] = []
  for await (const {_id} of fetchDocuments(lake.client, ids)) found.push(_id)
  expect([found, asked]).toEqual([ids, [100, 100, 20]])
})
