import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, test} from 'vitest'
import {readFingerprint, seal} from '../seed/documents/fingerprint.ts'
import type {Talk} from '../seed/documents/types.ts'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import type {BodyBlock} from '../seed/markdown/types.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const PATH = 'content/event/talk/index.md'
const ID = '*[_type == "talk"][0]'
const PAGE = `---
title: 발표
date: "2024-10-03T13:00:00Z"
image:
  caption: '사진: <kbd>홍길동</kbd>'
---

첫 문단.

- 넓은

- 목록

| 그림 |
|---|
| ![배지](badge.png) |
`

const used = useSite((folder) => writeFiles(folder, {[PATH]: PAGE}))
const read = () => used.read(PATH)
let client: SanityClient
let site = ''

beforeEach(() => {
  client = used.client()
  site = used.site()
})

/** The talk as an older converter made it: more of it is Markdown, the caption is text without objects. */
function asImportedBefore(talk: Talk & {_rev?: string}): Talk {
  const {_rev, ...document} = talk
  const raw = (key: string, markdown: string): BodyBlock => ({_type: 'rawMarkdown', _key: key, markdown})
  const [paragraph] = talk.body ?? []
  const body = [
    ...(paragraph === undefined ? [] : [paragraph]),
    raw('0123456789ab', '- 넓은\n\n- 목록'),
    raw('0123456789ac', '| 그림 |\n|---|\n| ![배지](badge.png) |'),
  ]
  const caption = (talk.image?.caption ?? []).map((block) => ({
    ...block,
    children: [{_type: 'span' as const, _key: 'a', text: '사진: <kbd>홍길동</kbd>', marks: []}],
  }))
  const before: Talk = {...document, body, image: {_type: 'image', ...talk.image, caption}}
  const {fields: _, ...about} = readFingerprint(talk.hugo?.fingerprint)
  const sealed = seal(before, {...about, converter: '1.before'})
  return {...before, ...(sealed.hugo && {hugo: sealed.hugo})}
}

/** Imports the page, and puts the talk in the lake back to what an older version imported. */
async function importBefore(): Promise<{now: Talk; before: Talk}> {
  await importSite({client, folder: site})
  const now = await client.fetch<Talk>(ID)
  const before = asImportedBefore(now)
  await client.createOrReplace({...before})
  return {now, before}
}

test('a lake that an older version filled exports the same bytes', async () => {
  await importBefore()
  await exportSite({client, folder: site})
  expect(read()).toBe(PAGE)
})

test('it is brought up to date by the next import, which takes nothing for an edit', async () => {
  const {now} = await importBefore()
  const {conflicts} = await importSite({client, folder: site})
  const after = await client.fetch<Talk>(ID)
  expect(conflicts).toEqual([])
  expect([after.body, after.image, after.hugo]).toEqual([now.body, now.image, now.hugo])
  await exportSite({client, folder: site})
  expect(read()).toBe(PAGE)
})

test('what an editor changed in it stays, and changes its own lines only', async () => {
  const {before} = await importBefore()
  await client.patch(before._id).set({'body[0].children[0].text': '고친 문단.'}).commit()
  const {conflicts} = await importSite({client, folder: site})
  expect(conflicts).toEqual([])
  await exportSite({client, folder: site})
  expect(read()).toBe(PAGE.replace('첫 문단.', '고친 문단.'))
})
