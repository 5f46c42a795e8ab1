import {Mutation} from '@sanity/mutator'
import type {Path} from '@sanity/types'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {
  alignColumn,
  insertColumn,
  insertRow,
  moveRow,
  pasteCells,
  removeColumn,
  removeRow,
  setCellText,
  startTable,
  type TableEdit,
} from './tableEdits.ts'
import {cellsOf, isHeaderRow, plainTextOf, rowsOf, type TableValue, widthOf} from './tableValue.ts'

/** Keys `n1`, `n2` …: none of the table's own. */
function keys(): () => string {
  let count = 0
  return () => `n${(count += 1)}`
}

const tables: fc.Arbitrary<TableValue> = fc
  .array(fc.array(fc.constantFrom('', '지연', '3초'), {minLength: 1, maxLength: 4}), {minLength: 1, maxLength: 4})
  .map((rows) => ({
    header: true,
    rows: rows.map((cells, row) => ({
      _type: 'tableRow',
      _key: `r${row}`,
      cells: cells.map((text, column) => ({
        _type: 'tableCell',
        _key: `c${row}${column}`,
        content: text === '' ? [] : [line(text, `b${row}${column}`)],
      })),
    })),
  }))

const line = (text: string, key: string) => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: `${key}s`, text, marks: []}],
})

const texts = (table: TableValue): (string | undefined)[][] =>
  rowsOf(table).map((row) => cellsOf(row).map((cell) => plainTextOf(cell)))

/** All rows as wide as the widest. */
const square = (rows: (string | undefined)[][]): (string | undefined)[][] => {
  const width = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => [...row, ...Array.from({length: width - row.length}, () => '')])
}

const place = fc.nat(5)

const pathText = (path: Path): string =>
  path
    .map((part) =>
      typeof part === 'object' && '_key' in part
        ? `[_key=="${part._key}"]`
        : typeof part === 'number'
          ? `[${part}]`
          : `.${String(part)}`,
    )
    .join('')
    .slice(1)

function patchOf(edit: TableEdit): Record<string, unknown> {
  const path = pathText(edit.path)
  if (edit.type === 'set') return {set: {[path]: edit.value}}
  return edit.type === 'unset' ? {unset: [path]} : {insert: {[edit.position]: path, items: edit.items}}
}

/** What the lake makes of it. */
function apply(table: TableValue, edits: TableEdit[]): TableValue {
  const mutations = edits.map((edit) => ({patch: {id: 'table', ...patchOf(edit)}}))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the mutator knows no types
  const {_id, _type, ...after} = new Mutation({mutations}).apply({_id: 'table', _type: 'table', ...table}) as Record<
    string,
    unknown
  >
  return after
}

test('a text is written into its cell and into no other', () => {
  fc.assert(
    fc.property(tables, place, place, fc.constantFrom('', '새 글'), (table, rowAt, column, text) => {
      const row = rowAt % rowsOf(table).length
      const before = square(texts(table).map((cells) => [...cells, ...Array.from({length: column}, () => '')]))
      const after = apply(table, setCellText(table, {row, column}, text, keys()))
      const expected = before.map((cells, index) => (index === row ? cells.with(column, text) : cells))
      const width = Math.max(widthOf(after), column + 1)
      const shown = square([...texts(after), Array.from({length: width}, () => '')]).slice(0, -1)
      expect(shown).toEqual(
        expected.map((cells) => square([cells, Array.from({length: width}, () => '')])[0]?.slice(0, width)),
      )
    }),
  )
})

test('a row comes and goes, and the table is as it was', () => {
  fc.assert(
    fc.property(tables, place, (table, somewhere) => {
      const at = somewhere % (rowsOf(table).length + 1)
      const longer = apply(table, insertRow(table, at, keys()))
      expect(texts(longer)).toEqual(
        texts(table).toSpliced(
          at,
          0,
          Array.from({length: widthOf(table)}, () => ''),
        ),
      )
      expect(apply(longer, removeRow(longer, at))).toEqual(table)
    }),
  )
})

test('cells are pasted over those from a place on, and the table grows to hold them', () => {
  fc.assert(
    fc.property(tables, tables, place, place, (table, source, somewhere, column) => {
      const row = somewhere % rowsOf(table).length
      const pasted = rowsOf(source).map((cells) => cellsOf(cells).map(({content = []}) => content))
      const after = texts(apply(table, pasteCells(table, {row, column}, pasted, keys())))
      const width = Math.max(widthOf(table), column + widthOf(source))
      const height = Math.max(rowsOf(table).length, row + rowsOf(source).length)
      const [over, under] = [texts(source), texts(table)]
      const expected = Array.from({length: height}, (_, at) =>
        Array.from({length: width}, (__, index) => over[at - row]?.[index - column] ?? under[at]?.[index] ?? ''),
      )
      expect(after).toEqual(expected)
    }),
  )
})

test('rows without keys, as a script writes them, are moved by their places', () => {
  const cell = (text: string) => ({_type: 'tableCell', content: [line(text, text)]})
  const rows = ['위', '가운데', '아래'].map((text) => ({_type: 'tableRow', cells: [cell(text)]}))
  const [top, middle, bottom] = rows
  const moved = (from: number, to: number) => apply({rows}, moveRow({rows}, from, to))
  expect(moved(0, 1)).toEqual({rows: [middle, top, bottom]})
  expect(moved(0, 2)).toEqual({rows: [middle, bottom, top]})
  expect(moved(2, 0)).toEqual({rows: [bottom, top, middle]})
})

test('a row is moved and moved back', () => {
  fc.assert(
    fc.property(tables, place, place, (table, first, second) => {
      const [from, to] = [first % rowsOf(table).length, second % rowsOf(table).length]
      const moved = apply(table, moveRow(table, from, to))
      const rows = texts(table)
      expect(texts(moved)).toEqual(rows.toSpliced(from, 1).toSpliced(to, 0, rows[from] ?? []))
      expect(apply(moved, moveRow(moved, to, from))).toEqual(table)
    }),
  )
})

test('a column comes and goes with its alignment, and the texts are as they were', () => {
  fc.assert(
    fc.property(tables, place, fc.boolean(), (irregular, somewhere, isAligned) => {
      const alignments = Array.from({length: widthOf(irregular)}, (_, column) => (column === 0 ? 'right' : 'none'))
      const table = isAligned ? {...irregular, alignments} : irregular
      const at = somewhere % (widthOf(table) + 1)
      const wider = apply(table, insertColumn(table, at, keys()))
      expect(texts(wider)).toEqual(
        texts(table).map((cells) =>
          square([cells, Array.from({length: Math.max(at, cells.length)}, () => '')])[0]?.toSpliced(at, 0, ''),
        ),
      )
      expect(wider.alignments).toEqual(isAligned ? alignments.toSpliced(at, 0, 'none') : undefined)
      const back = apply(wider, removeColumn(wider, at))
      expect(square(texts(back))).toEqual(square(texts(table)))
      expect(back.alignments).toEqual(table.alignments)
    }),
  )
})

test('the last alignment that is taken back leaves none', () => {
  const table = apply({}, startTable(keys()))
  const aligned = apply(table, alignColumn(table, 1, 'center'))
  expect(aligned.alignments).toEqual(['none', 'center'])
  expect(apply(aligned, alignColumn(aligned, 1, 'none'))).toEqual(table)
})

test('a cell with more than text is left alone', () => {
  const bold = {...line('지연', 'b'), children: [{_type: 'span', _key: 's', text: '지연', marks: ['strong']}]}
  const cell = {_type: 'tableCell', _key: 'c', content: [bold]}
  const table = {rows: [{_type: 'tableRow', _key: 'r', cells: [cell]}]}
  expect(plainTextOf(cell)).toBe(undefined)
  expect(setCellText(table, {row: 0, column: 0}, '다른 글', keys())).toEqual([])
})

test('a line that is written anew keeps its keys', () => {
  const cell = {_type: 'tableCell', _key: 'c', content: [line('지연', 'b')]}
  const table = {rows: [{_type: 'tableRow', _key: 'r', cells: [cell]}]}
  expect(setCellText(table, {row: 0, column: 0}, '지연 시간', keys())).toEqual([
    {
      type: 'set',
      path: ['rows', {_key: 'r'}, 'cells', {_key: 'c'}, 'content'],
      value: [line('지연 시간', 'b')],
    },
  ])
})

test.each([
  [{}, true],
  [{header: true}, true],
  [{header: false}, false],
])('of a table with %j the first row names the columns: %s', (table, isHeader) => {
  expect([isHeaderRow(table, 0), isHeaderRow(table, 1)]).toEqual([isHeader, false])
})
