import {expect, test} from 'vitest'
import type {JsonValue} from '../../document.ts'
import type {PatchOperations} from '../mutation.ts'
import {before, run} from './fixtures/runTransaction.ts'

function patched(patch: PatchOperations): Record<string, JsonValue> {
  const {_id, _type, _rev, _createdAt, _updatedAt, ...content} =
    run([before], [{patch: {id: 'a', ...patch}}])[0]?.next ?? before
  return content
}

const {n, tags, items, title} = before
const cases: {name: string; patch: PatchOperations; after: Record<string, unknown>}[] = [
  {
    name: 'set a path whose parents are missing',
    patch: {set: {'event.name': 'x'}},
    after: {n, tags, items, title, event: {name: 'x'}},
  },
  {
    name: 'set by key',
    patch: {set: {'items[_key=="k2"].v': 9}},
    after: {
      n,
      tags,
      items: [
        {_key: 'k1', v: 1},
        {_key: 'k2', v: 9},
      ],
      title,
    },
  },
  {name: 'setIfMissing of what is there', patch: {setIfMissing: {n: 5}}, after: {n, tags, items, title}},
  {
    name: 'setIfMissing before set',
    patch: {setIfMissing: {e: {}}, set: {'e.f': 1}},
    after: {n, tags, items, title, e: {f: 1}},
  },
  {
    name: 'unset by key and by index',
    patch: {unset: ['items[_key=="k1"]', 'tags[0]']},
    after: {n, tags: ['y'], items: [{_key: 'k2', v: 2}], title},
  },
  {
    name: 'inc and dec',
    patch: {inc: {n: 2}, dec: {'items[0].v': 1}},
    after: {
      n: 3,
      tags,
      items: [
        {_key: 'k1', v: 0},
        {_key: 'k2', v: 2},
      ],
      title,
    },
  },
  {name: 'append', patch: {insert: {after: 'tags[-1]', items: ['z']}}, after: {n, tags: ['x', 'y', 'z'], items, title}},
  {
    name: 'insert before',
    patch: {insert: {before: 'tags[0]', items: ['w']}},
    after: {n, tags: ['w', 'x', 'y'], items, title},
  },
  {
    name: 'replace',
    patch: {insert: {replace: 'tags[0]', items: ['a', 'b']}},
    after: {n, tags: ['a', 'b', 'y'], items, title},
  },
  {
    name: 'diffMatchPatch as the Studio sends it',
    patch: {diffMatchPatch: {title: '@@ -11,10 +11,11 @@\n %EA%B0%9C%EB%B0%9C%EC%97%90 \n+!\n'}},
    after: {n, tags, items, title: '백엔드 개발에 !대한 짧은 견해'},
  },
  {
    name: 'inc of what setIfMissing made',
    patch: {setIfMissing: {m: 0}, inc: {m: 2}},
    after: {n, tags, items, title, m: 2},
  },
  {name: 'nothing', patch: {unset: ['_empty_action_guard_pseudo_field_']}, after: {n, tags, items, title}},
]

test.each(cases)('patch: $name', ({patch, after}) => {
  expect(patched(patch)).toEqual(after)
})
