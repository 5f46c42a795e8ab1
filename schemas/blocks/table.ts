import {ThListIcon} from '@sanity/icons/ThList'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {plainText} from '../text/plainText.ts'
import type {Say} from '../text/say.ts'

const ALIGNMENTS = ['left', 'center', 'right', 'none']

/** A table of short texts. */
export function table(say: Say) {
  return defineType({
    name: 'table',
    title: say({ko: '표', en: 'Table'}),
    type: 'object',
    icon: ThListIcon,
    fields: [
      defineField({
        name: 'header',
        title: say({ko: '첫 줄은 머리글', en: 'First row is the header'}),
        type: 'boolean',
        description: say({ko: '첫 줄을 굵게, 열 이름으로 표시합니다.', en: 'Shows the first row as column names.'}),
        initialValue: true,
      }),
      rowsField(say),
      defineField({
        name: 'alignments',
        title: say({ko: '열 맞춤', en: 'Column alignment'}),
        type: 'array',
        description: say({
          ko: '열마다 하나씩: left(왼쪽), center(가운데), right(오른쪽), none(기본)',
          en: 'One for each column: left, center, right or none.',
        }),
        of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(isAlignment(say))})],
      }),
    ],
    preview: {
      select: {rows: 'rows'},
      prepare: ({rows}) => {
        const lines: unknown[] = Array.isArray(rows) ? rows : []
        const first = cellTexts(lines[0])
        return {
          title: first.filter((text) => text !== '').join(' | ') || say({ko: '빈 표', en: 'Empty table'}),
          subtitle: say({
            ko: `표 · ${lines.length}줄 ${first.length}열`,
            en: `Table · ${lines.length} × ${first.length}`,
          }),
        }
      },
    },
  })
}

function rowsField(say: Say) {
  return defineField({
    name: 'rows',
    title: say({ko: '줄', en: 'Rows'}),
    type: 'array',
    description: say({
      ko: '표의 줄입니다. 줄마다 칸의 수가 같아야 합니다.',
      en: 'Every row should have the same number of cells.',
    }),
    of: [defineArrayMember({type: 'tableRow'})],
    validation: (rule) =>
      rule
        .custom((rows) =>
          new Set((rows ?? []).map((row) => cellTexts(row).length)).size > 1
            ? say({ko: '줄마다 칸의 수가 다릅니다.', en: 'Some rows have more cells than others.'})
            : true,
        )
        .warning(),
  })
}

function isAlignment(say: Say) {
  return (value: string | undefined) =>
    value === undefined || ALIGNMENTS.includes(value)
      ? true
      : say({ko: 'left, center, right, none 가운데 하나를 적어 주세요.', en: 'Use left, center, right or none.'})
}

/** The plain text of each cell of a row. */
export function cellTexts(row: unknown): string[] {
  if (typeof row !== 'object' || row === null || !('cells' in row) || !Array.isArray(row.cells)) return []
  return row.cells.map((cell: unknown) =>
    typeof cell === 'object' && cell !== null && 'content' in cell ? plainText(cell.content) : '',
  )
}
