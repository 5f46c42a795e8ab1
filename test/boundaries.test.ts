import {expect, test} from 'vitest'
import {type Import, readImportGraph} from './support/importGraph.ts'

const graph = readImportGraph(process.cwd())
const product = graph.filter(({from}) => !/\.test\.tsx?$|(^|\/)(fixtures|conformance)\//.test(from))

const roomOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')
const OWN = new Set(['builds', 'schemas', 'seed', 'studio', 'lake', 'site', 'start', 'test', 'bench', ''])
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
  expect(crossings('studio', ({to}) => roomOf(to) === 'schemas' || to === 'builds/buildOnce.ts')).toEqual([])
})

test('the seed takes only types from the schemas', () => {
  expect(crossings('seed', ({to, typeOnly}) => roomOf(to) === 'schemas' && typeOnly)).toEqual([])
})

test('the site takes only types from the schemas, and how it is built', () => {
  const isAllowed = ({from, to, typeOnly}: Import) =>
    (roomOf(to) === 'schemas' && typeOnly) || (from === 'site/loadSite.ts' && to === 'builds/buildOnce.ts')
  expect(crossings('site', isAllowed)).toEqual([])
})

test('how builds are made knows nothing of what is built', () => {
  expect(crossings('builds', () => false)).toEqual([])
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

test('inside the seed, imports go one way: from what drives an import or an export down to single pages', () => {
  const floors = [
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
  const shared = new Set(['seed/ids.ts', 'seed/matchItems.ts', 'seed/notices.ts'])
  const folderOf = (path: string) => /^seed\/([^/]+)\//.exec(path)?.[1] ?? ''
  const floorOf = (path: string) =>
    shared.has(path) ? -1 : floors.findIndex((rooms) => rooms.includes(folderOf(path)))
  const own = product.filter(({from, to}) => from.startsWith('seed/') && to.startsWith('seed/'))
  const wrong = own.filter(
    ({from, to}) => folderOf(from) !== folderOf(to) && floorOf(from) <= floorOf(to) && !/\/testing\//.test(from),
  )
  expect(wrong.map(describeImport)).toEqual([])
  expect(own.filter(({from}) => floorOf(from) === -1 && !shared.has(from)).map(({from}) => from)).toEqual([])
})

test('inside the store, imports go one way: from datasets down to the database', () => {
  const floors = [['database'], ['tables'], ['documents'], ['history'], ['indexes'], ['reading', 'commits'], ['']]
  const folderOf = (path: string) => /^lake\/store\/([^/]+)\//.exec(path)?.[1] ?? ''
  const floorOf = (path: string) => floors.findIndex((rooms) => rooms.includes(folderOf(path)))
  const own = product.filter(({from, to}) => from.startsWith('lake/store/') && to.startsWith('lake/store/'))
  const wrong = own.filter(({from, to}) => folderOf(from) !== folderOf(to) && floorOf(from) <= floorOf(to))
  expect(wrong.map(describeImport)).toEqual([])
  expect(own.filter(({from}) => floorOf(from) === -1).map(({from}) => from)).toEqual([])
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
