import {expect, test} from 'vitest'
import {talkId} from './talkId.ts'

test('a talk is known by its path', () => {
  expect(talkId('content/event/example/index.md')).toMatch(/^talk-example-[0-9a-f]{12}$/)
  expect(talkId('content/event/example/index.md')).not.toBe(talkId('content/talk/example/index.md'))
  expect(talkId('content/event/백엔드/index.md')).toMatch(/^talk-[0-9a-f]{12}$/)
})
