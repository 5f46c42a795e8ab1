import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'
import {listTimes, TALK_LISTS} from './talkLists.ts'

const talks = [
  {_id: 'soon', start: '2026-03-02T00:00:00Z'},
  {_id: 'running', start: '2026-03-01T11:00:00Z', end: '2026-03-01T13:00:00Z', featured: true},
  {_id: 'over', start: '2026-03-01T10:00:00Z', end: '2026-03-01T11:00:00Z'},
  {_id: 'today', start: '2026-02-28T15:00:00Z', allDay: true},
  {_id: 'undated'},
  {_id: 'unfinished', _originalId: 'drafts.unfinished', start: '2024-01-01T00:00:00Z'},
].map((talk) => ({_originalId: talk._id, ...talk, _type: 'talk'}))

async function idsIn(list: string): Promise<unknown> {
  const filter = TALK_LISTS.find(({id}) => id === list)?.filter
  const params = listTimes(new Date('2026-03-01T12:00:00.500Z'))
  const result = await evaluate(parse(`*[_type == "talk" && ${filter}]._id`, {params}), {dataset: talks, params})
  return result.get()
}

test.each([
  ['upcoming', ['soon', 'running', 'today']],
  ['past', ['over', 'unfinished']],
  ['drafts', ['unfinished']],
  ['featured', ['running']],
])('%s', async (list, ids) => {
  expect(await idsIn(list)).toEqual(ids)
})

test('times compare with stored instants as strings', () => {
  expect(listTimes(new Date('2026-03-01T12:00:00.500Z'))).toEqual({
    now: '2026-03-01T12:00:00Z',
    dayAgo: '2026-02-28T12:00:00Z',
  })
})
