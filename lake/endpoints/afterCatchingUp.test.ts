import {expect, onTestFinished, test} from 'vitest'
import {createTestLake} from '../fixtures/createTestLake.ts'

test.each([
  ['the history', 'history/production/documents/y7?revision=y'],
  ['all versions of a document', 'doc/production/y7?includeAllVersions=true'],
])('%s, read right after a large import, lets others be answered while it is written', async (_name, path) => {
  const lake = createTestLake()
  onTestFinished(() => lake.dispose())
  const headers = {...lake.asAdministrator, 'content-type': 'application/json'}
  for (const name of ['x', 'y', 'z']) {
    const mutations = Array.from({length: 1_500}, (_, index) => ({
      create: {_id: `${name}${index}`, _type: 'talk', n: 1},
    }))
    const body = JSON.stringify({transactionId: name, mutations})
    await lake.ask('/v1/data/mutate/production', {method: 'POST', headers, body})
  }
  let turns = 0
  const turn = (): void => {
    turns += 1
    next = setImmediate(turn)
  }
  let next = setImmediate(turn)
  const found = await lake.json(`/v1/data/${path}`, {headers})
  clearImmediate(next)
  expect(found).toMatchObject({documents: [{_id: 'y7', _rev: 'y', n: 1}]})
  expect(turns).toBeGreaterThanOrEqual(3)
})
