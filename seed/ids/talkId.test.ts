import {expect, test} from 'vitest'
import {talkId} from './talkId.ts'

test.each([
  ['content/event/example/index.md', 'talk-example-433c854cbd91'],
  ['content/talk/example/index.md', 'talk-example-fff416a44f2f'],
  ['content/event/example/index.ko.md', 'talk-example-68876f6e90c7'],
  ['content/event/example.pt-br.md', 'talk-example-7043781c5097'],
  ['content/event/Go 1.22 & Café/index.md', 'talk-go-1-22-caf-74b5cf3e6da3'],
  [`content/event/${'a'.repeat(60)}/index.md`, `talk-${'a'.repeat(40)}-a7100f375994`],
  ['content/event/백엔드/index.md', 'talk-de20f5d53305'],
  ['content/event/백엔드/index.md'.normalize('NFD'), 'talk-de20f5d53305'],
])('the talk at %s keeps its id from one version to the next', (path, id) => {
  expect(talkId(path)).toBe(id)
})
