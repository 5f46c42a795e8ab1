import {defineField} from '@sanity/types'
import type {Say, Text} from '../text/say.ts'

/** What a plain field says about itself. */
export interface PlainField {
  name: string
  type?: 'string' | 'text' | 'boolean' | 'number'
  title: Text
  description: Text
  /** Kept for the way back to the file; shown only when the import set it, never editable. */
  fromFile?: boolean
  rows?: number
}

/** A field without options of its own, from one row of a table. */
export function plainField(say: Say, {name, type = 'string', title, description, fromFile = false, rows}: PlainField) {
  return defineField({
    name,
    title: say(title),
    type,
    description: say(description),
    ...(rows === undefined ? {} : {rows}),
    ...(fromFile ? {readOnly: true, hidden: ({value}: {value?: unknown}) => value === undefined} : {}),
  })
}

/** How the block was written in the imported file; the export writes it the same way. */
export const SYNTAX_FIELD: PlainField = {
  name: 'syntax',
  title: {ko: '원본의 문법', en: 'Syntax in the file'},
  description: {ko: '내보낼 때 이 문법으로 씁니다.', en: 'The export writes it in this syntax.'},
  fromFile: true,
}

/** Arguments without a field of their own, as JSON. */
export const ATTRIBUTES_FIELD: PlainField = {
  name: 'attributes',
  type: 'text',
  title: {ko: '그 밖의 속성', en: 'Other attributes'},
  description: {ko: '원본에 적힌 다른 속성(JSON)입니다.', en: 'Further attributes from the file (JSON).'},
  fromFile: true,
  rows: 2,
}
