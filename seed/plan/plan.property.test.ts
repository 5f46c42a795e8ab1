import {type Arbitrary, array, assert, constantFrom, integer, nat, oneof, option, property, record} from 'fast-check'
import {expect, test} from 'vitest'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {fieldNames, fieldOf, seal} from '../documents/fingerprint.ts'
import {fromDocument} from '../documents/fromDocument.ts'
import {type Page, readPage} from '../documents/page.ts'
import {emptySite} from '../documents/testing/emptySite.ts'
import {toDocument} from '../documents/toDocument.ts'
import type {AnyDocument, Talk} from '../documents/types.ts'
import {hashContent} from '../values/hashContent.ts'
import {type PlanStep, type StoredDocument, planPage} from './plan.ts'

const PATH = 'content/event/t/index.md'
/** A talk as its words: a title, tags and paragraphs. Every word that a side writes is its own. */
interface Words {
  title: string
  tags: string[]
  body: string[]
}

const BASE: Words = {title: 'base0', tags: ['base1', 'base2'], body: ['base3', 'base4', 'base5', 'base6']}

type Edit =
  | {list: 'tags' | 'body'; kind: 'insert' | 'remove' | 'change' | 'move'; at: number; to: number}
  | {title: true}

const edit: Arbitrary<Edit> = oneof(
  record({
    list: constantFrom('tags' as const, 'body' as const),
    kind: constantFrom('insert' as const, 'remove' as const, 'change' as const, 'move' as const),
    at: nat(5),
    to: nat(5),
  }),
  record({title: constantFrom(true as const)}),
)
const edits = array(edit, {maxLength: 4})

/** The words after some edits of one side. */
function applied(base: Words, list: readonly Edit[], side: string): Words {
  const words: Words = {title: base.title, tags: [...base.tags], body: [...base.body]}
  for (const [index, change] of list.entries()) {
    const fresh = `${side}${index}`
    if ('title' in change) {
      words.title = fresh
      continue
    }
    const items = words[change.list]
    const at = Math.min(change.at, Math.max(0, items.length - 1))
    if (change.kind === 'insert') items.splice(Math.min(change.at, items.length), 0, fresh)
    else if (items.length === 0) continue
    else if (change.kind === 'remove') items.splice(at, 1)
    else if (change.kind === 'change') items[at] = fresh
    else items.splice(Math.min(change.to, items.length - 1), 0, ...items.splice(at, 1))
  }
  return words
}

const textOf = ({title, tags, body}: Words) =>
  `---\ntitle: ${title}\ntags: [${tags.join(', ')}]\n---\n${body.map((word) => `${word}\n`).join('\n')}`

const pageOf = (words: Words) => readPage(pageFileAt(PATH, 'talk'), textOf(words))

function sealed(page: Page): AnyDocument {
  const {document, draft} = toDocument(page, emptySite)
  return seal(document, {converter: '', source: '', files: '', draft, assets: {}})
}

/** The stored talk after an editor made the edits: blocks keep their keys, new ones have keys of their own. */
function edited(document: AnyDocument, list: readonly Edit[]): StoredDocument {
  const talk = document as Talk
  const words = applied(BASE, list, 'studio')
  const block = new Map(BASE.body.map((word, index) => [word, talk.body?.[index]] as const))
  const slots = applied({...BASE, body: BASE.body.map((_, index) => String(index))}, list, 'studio').body
  const body = words.body.map((word, index) => {
    const old = block.get(word)
    if (old) return old
    const key = talk.body?.[Number(slots[index])]?._key ?? `new${word}`
    return {
      _type: 'block' as const,
      _key: key,
      style: 'normal' as const,
      markDefs: [],
      children: [{_type: 'span' as const, _key: 's', marks: [], text: word}],
    }
  })
  const {tags: _, body: __, ...others} = talk
  return {
    ...others,
    title: words.title,
    ...(words.tags.length > 0 && {tags: words.tags}),
    ...(body.length > 0 && {body}),
    _rev: 'r',
  }
}

function wordsIn(document: AnyDocument): Set<string> {
  const {title, tags, body} = document as Talk
  return new Set(JSON.stringify({title, tags, body}).match(/(base|file|studio)\d+/g))
}

function result(stored: StoredDocument, {mutations}: PlanStep): StoredDocument {
  const merged: Record<string, unknown> = {...stored}
  for (const mutation of mutations) {
    if (!('patch' in mutation)) continue
    Object.assign(merged, mutation.patch.set)
    for (const field of mutation.patch.unset ?? []) delete merged[field]
  }
  return merged as unknown as StoredDocument
}

function plan(fileEdits: readonly Edit[], studioEdits: readonly Edit[], prefer?: 'file' | 'studio') {
  const base = pageOf(BASE)
  const file = pageOf(applied(BASE, fileEdits, 'file'))
  const desired = sealed(file)
  const published = edited(sealed(base), studioEdits)
  const input = {desired, draft: false, base: {document: toDocument(base, emptySite).document, draft: false}}
  const step = planPage({...input, published}, prefer)
  return {file, desired, published, step, merged: result(published, step), base: sealed(base)}
}

test('a merge keeps every word that a side wrote and every one that both kept, or lists the field as a conflict', () => {
  assert(
    property(edits, edits, (fileEdits, studioEdits) => {
      const {desired, published, step, merged, base} = plan(fileEdits, studioEdits)
      const listed = step.conflicts.map(({field}) => ({
        path: PATH,
        field,
        file: fieldOf(desired, field),
        studio: fieldOf(published, field),
      }))
      expect([step.conflicts, step.conflicts.length > 0 && step.mutations.length > 0]).toEqual([listed, false])
      const [was, theirs, ours, now] = [wordsIn(base), wordsIn(desired), wordsIn(published), wordsIn(merged)]
      const kept = [...theirs, ...ours].filter((word) => !was.has(word) || (theirs.has(word) && ours.has(word)))
      const revived = [...now].filter((word) => was.has(word) && !theirs.has(word) && !ours.has(word))
      const lost = step.conflicts.length > 0 ? [] : kept.filter((word) => !now.has(word))
      expect([lost, revived]).toEqual([[], []])
    }),
    {numRuns: 600},
  )
})

test('a merge says nothing twice, and its array items have keys of their own', () => {
  assert(
    property(
      edits,
      edits,
      option(constantFrom('file' as const, 'studio' as const)),
      (fileEdits, studioEdits, prefer) => {
        const {merged} = plan(fileEdits, studioEdits, prefer ?? undefined)
        const keys = (merged as Talk).body?.map(({_key}) => _key) ?? []
        expect(new Set(keys).size).toBe(keys.length)
      },
    ),
    {numRuns: 400},
  )
})

test('a preferred side loses nothing and leaves no conflict', () => {
  assert(
    property(edits, edits, constantFrom('file' as const, 'studio' as const), (fileEdits, studioEdits, prefer) => {
      const {desired, published, step, merged, base} = plan(fileEdits, studioEdits, prefer)
      const own = wordsIn(prefer === 'file' ? desired : published)
      const was = wordsIn(base)
      expect([step.conflicts, [...own].filter((word) => !was.has(word) && !wordsIn(merged).has(word))]).toEqual([
        [],
        [],
      ])
    }),
    {numRuns: 400},
  )
})

test('merging again changes nothing, and the merged talk is written into the file and read back as it is', () => {
  assert(
    property(edits, edits, integer({min: 0, max: 2}), (fileEdits, studioEdits, choice) => {
      const prefer = ([undefined, 'file', 'studio'] as const)[choice]
      const {file, desired, step, merged} = plan(fileEdits, studioEdits, prefer)
      if (step.conflicts.length > 0) return
      const base = {document: toDocument(file, emptySite).document, draft: false}
      const again = planPage({desired, draft: false, published: merged, base}, prefer)
      expect([again.action, again.changes, again.conflicts]).toEqual(['unchanged', [], []])
      const sources = {nameOf: () => undefined, fileName: () => undefined, assetId: () => undefined}
      const {text} = fromDocument({
        document: merged,
        draft: false,
        page: file,
        site: emptySite,
        sources,
        assets: new Map(),
      })
      const written = readPage(file.file, text)
      const reread = toDocument(written, emptySite).document
      const differs = fieldNames(merged, reread).filter(
        (name) => name !== '_rev' && hashContent(fieldOf(merged, name)) !== hashContent(fieldOf(reread, name)),
      )
      expect(differs).toEqual([])
      const next = planPage({desired: sealed(written), draft: false, published: merged, base}, prefer)
      expect([next.changes, next.conflicts]).toEqual([[], []])
    }),
    {numRuns: 200},
  )
})
