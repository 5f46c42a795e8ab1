import {expect, test} from 'vitest'
import {type Import, readImportGraph} from './support/importGraph.ts'

const graph = readImportGraph(process.cwd())
const product = graph.filter(({from}) => !/\.test\.tsx?$|(^|\/)(fixtures|conformance)\//.test(from))

const roomOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')
const OWN = new Set(['builds', 'connection', 'schemas', 'seed', 'studio', 'lake', 'site', 'start', 'test', 'bench', ''])
const isOwn = ({to}: Import) => OWN.has(roomOf(to)) && /\.(tsx?|json)$/.test(to)
const describeImport = ({from, to}: Import) => `${from} -> ${to}`

/** Imports from one room into our other rooms, without the ones allowed. */
function crossings(room: string, allowed: (edge: Import) => boolean): string[] {
  return product
    .filter((edge) => roomOf(edge.from) === room && isOwn(edge) && roomOf(edge.to) !== room && !allowed(edge))
    .map(describeImport)
}

test('the graph is read: every room imports something', () => {
  const rooms = [...new Set(graph.map(({from}) => roomOf(from)))].filter((room) => room !== '')
  expect(rooms.sort()).toEqual(expect.arrayContaining(['lake', 'schemas', 'seed', 'site', 'start', 'studio', 'test']))
})

test('schemas are plain data: only @sanity/types and icons', () => {
  const foreign = product
    .filter(
      ({from, to}) => roomOf(from) === 'schemas' && roomOf(to) !== 'schemas' && !from.startsWith('schemas/typegen/'),
    )
    .filter(({to}) => !/^@sanity\/(types|icons)(\/|$)/.test(to))
  expect(foreign.map(describeImport)).toEqual([])
})

test('the lake imports nothing of ours', () => {
  expect(crossings('lake', () => false)).toEqual([])
})

test('the studio imports the schemas, and how it is built', () => {
  expect(crossings('studio', ({to}) => roomOf(to) === 'schemas' || roomOf(to) === 'builds')).toEqual([])
})

test('the seed takes only types from the schemas, and which lake to ask', () => {
  const isAllowed = ({to, typeOnly}: Import) => (roomOf(to) === 'schemas' && typeOnly) || roomOf(to) === 'connection'
  expect(crossings('seed', isAllowed)).toEqual([])
})

test('the site takes only types from the schemas, which lake to ask and how it is built', () => {
  const isAllowed = ({from, to, typeOnly}: Import) =>
    (roomOf(to) === 'schemas' && typeOnly) ||
    roomOf(to) === 'connection' ||
    (from === 'site/loadSite.ts' && roomOf(to) === 'builds')
  expect(crossings('site', isAllowed)).toEqual([])
})

test.each(['builds', 'connection'])('%s, which several rooms share, knows none of them', (room) => {
  expect(crossings(room, () => false)).toEqual([])
})

test('only the start command, tests and benchmarks import the lake', () => {
  const others = product.filter(
    ({from, to}) => to.startsWith('lake/') && !/^(lake|test|bench|start)\/|^start\.ts$/.test(from),
  )
  expect(others.map(describeImport)).toEqual([])
})

test('inside the lake, mutations and query know neither the store nor each other', () => {
  const wrong = product.filter(
    ({from, to}) =>
      (from.startsWith('lake/mutations/') && /^lake\/(store|query|endpoints|listening)\//.test(to)) ||
      (from.startsWith('lake/query/') && /^lake\/(store|mutations|endpoints|listening)\//.test(to)),
  )
  expect(wrong.map(describeImport)).toEqual([])
})

/**
 * Imports between the folders of a room that do not go down, and files that stand on no floor. Files of a folder's own are ''.
 * @param floors Folders, from the lowest.
 * @param shared Files below them all.
 */
function climbing(room: string, floors: readonly string[][], shared: readonly string[] = []) {
  const folderOf = (path: string) => /^([^/]+)\//.exec(path.slice(room.length))?.[1] ?? ''
  const floorOf = (path: string) =>
    shared.includes(path) ? -1 : floors.findIndex((folders) => folders.includes(folderOf(path)))
  const own = product.filter(
    ({from, to}) => from.startsWith(room) && to.startsWith(room) && !from.includes('/testing/'),
  )
  const isUp = ({from, to}: Import) => folderOf(from) !== folderOf(to) && floorOf(from) <= floorOf(to)
  const homeless = own.filter(({from}) => floorOf(from) === -1 && !shared.includes(from)).map(({from}) => from)
  return {imports: own.length > 0, up: own.filter(isUp).map(describeImport), homeless}
}

test('inside the seed, imports go one way: from what drives an import or an export down to single pages', () => {
  const floors = [
    ['values'],
    ['ids'],
    ['markdown', 'frontMatter'],
    ['bundle'],
    ['documents'],
    ['conversion', 'plan'],
    ['client'],
    ['assets'],
    ['export'],
    ['report'],
    ['import'],
    [''],
    ['corpus'],
  ]
  const shared = ['seed/inStep.ts', 'seed/matchItems.ts', 'seed/notices.ts']
  expect(climbing('seed/', floors, shared)).toEqual({imports: true, up: [], homeless: []})
})

test('inside the store, imports go one way: from datasets down to the database', () => {
  const floors = [['database'], ['tables'], ['documents'], ['history'], ['indexes'], ['reading', 'commits'], ['']]
  expect(climbing('lake/store/', floors)).toEqual({imports: true, up: [], homeless: []})
})

test('one file imports the SQLite driver', () => {
  const importers = product.filter(
    ({from, to, typeOnly}) => to === 'node:sqlite' && !typeOnly && !from.startsWith('bench/'),
  )
  expect(importers.map(({from}) => from)).toEqual(['lake/store/database/openDatabase.ts'])
})

test('plain Node can load what the start command imports: no JSX on the way', () => {
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const edge of product) if (edge.from === file && !edge.typeOnly && isOwn(edge)) visit(edge.to)
  }
  visit('start.ts')
  expect([...seen].filter((file) => file.endsWith('.tsx'))).toEqual([])
})
