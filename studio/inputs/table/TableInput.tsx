import {AddIcon} from '@sanity/icons/Add'
import {isArraySchemaType} from '@sanity/types'
import {Button, Flex, Stack} from '@sanity/ui'
import {type FormPatch, insert, type ObjectInputProps, set, unset, useFormCallbacks, useSchema} from 'sanity'
import type {Say} from '../../../schemas/text/say.ts'
import {cellsOfHtml} from '../paste/cellsOfHtml.ts'
import {OpenRows} from './OpenRows.tsx'
import {insertColumn, insertRow, startTable, type TableEdit} from './tableEdits.ts'
import {TableGrid} from './TableGrid.tsx'
import {rowsOf, type TableValue, widthOf} from './tableValue.ts'

/** Twelve hexadecimal digits, as Sanity's own keys. Not `randomUUID`, which browsers lack on pages without TLS. */
const createKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, '0')).join('')

const parseHtml = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

/** A table as a grid: cells are written where they stand, rows and columns come and go as a whole. */
export function tableInput(say: Say) {
  return function TableInput(props: ObjectInputProps) {
    const {onPathOpen} = useFormCallbacks()
    const cell = useSchema().get('cellBlocks')
    const {path, readOnly = false, onChange} = props
    const table: TableValue = props.value ?? {}
    const change = (edits: TableEdit[]): void => onChange(edits.map(toPatch))
    const readTable = (clipboard: DataTransfer) =>
      isArraySchemaType(cell)
        ? cellsOfHtml(clipboard.getData('text/html'), {cell, newKey: createKey, parseHtml})
        : undefined
    const isEmpty = rowsOf(table).length === 0
    return (
      <Stack gap={4}>
        {!isEmpty && (
          <TableGrid
            {...{table, say, readOnly, change, createKey, readTable}}
            open={(cell) => onPathOpen([...path, ...cell])}
          />
        )}
        {!readOnly && (
          <Flex gap={2}>
            {isEmpty ? (
              <Add
                text={say({ko: '표 시작하기', en: 'Start the table'})}
                onClick={() => change(startTable(createKey))}
              />
            ) : (
              <>
                <Add
                  text={say({ko: '줄 추가', en: 'Add row'})}
                  onClick={() => change(insertRow(table, rowsOf(table).length, createKey))}
                />
                <Add
                  text={say({ko: '열 추가', en: 'Add column'})}
                  onClick={() => change(insertColumn(table, widthOf(table), createKey))}
                />
              </>
            )}
          </Flex>
        )}
        <OpenRows {...props} />
        {props.renderDefault({...props, members: props.members.filter((member) => !isDrawn(member))})}
      </Stack>
    )
  }
}

/** The grid stands for these fields. */
function isDrawn(member: ObjectInputProps['members'][number]): boolean {
  return member.kind === 'field' && (member.name === 'rows' || member.name === 'alignments')
}

function Add({text, onClick}: {text: string; onClick: () => void}) {
  return <Button mode="ghost" fontSize={1} padding={3} icon={AddIcon} text={text} onClick={onClick} />
}

function toPatch(edit: TableEdit): FormPatch {
  if (edit.type === 'set') return set(edit.value, edit.path)
  return edit.type === 'unset' ? unset(edit.path) : insert(edit.items, edit.position, edit.path)
}
