import {AddIcon} from '@sanity/icons/Add'
import {RedoIcon} from '@sanity/icons/Redo'
import {UndoIcon} from '@sanity/icons/Undo'
import {isArraySchemaType} from '@sanity/types'
import {Button, Flex, Stack} from '@sanity/ui'
import {type ComponentType, useRef} from 'react'
import {type FormPatch, insert, type ObjectInputProps, set, unset, useFormCallbacks, useSchema} from 'sanity'
import type {Say} from '../../../schemas/text/say.ts'
import {cellsOfHtml} from '../paste/cellsOfHtml.ts'
import {OpenRows} from './OpenRows.tsx'
import {insertColumn, insertRow, startTable, type TableEdit} from './tableEdits.ts'
import {TableGrid} from './TableGrid.tsx'
import {rowsOf, type TableValue, widthOf} from './tableValue.ts'
import {useTableHistory} from './useTableHistory.ts'
import {useUndoKeys} from './useUndoKeys.ts'

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
    const write = (edits: TableEdit[]): void => onChange(edits.map(toPatch))
    const {change, undo, redo} = useTableHistory(table, {readOnly, write})
    const form = useRef<HTMLDivElement>(null)
    useUndoKeys(form, {undo, redo})
    const readTable = (clipboard: DataTransfer) =>
      isArraySchemaType(cell)
        ? cellsOfHtml(clipboard.getData('text/html'), {cell, newKey: createKey, parseHtml})
        : undefined
    const isEmpty = rowsOf(table).length === 0
    return (
      <Stack gap={4} ref={form}>
        {!isEmpty && (
          <TableGrid
            {...{table, say, readOnly, write, change, createKey, readTable}}
            open={(cell) => onPathOpen([...path, ...cell])}
          />
        )}
        {!readOnly && (
          <Flex gap={2} wrap="wrap">
            {isEmpty ? (
              <Action
                icon={AddIcon}
                text={say({ko: '표 시작하기', en: 'Start the table'})}
                onClick={() => change(startTable(createKey))}
              />
            ) : (
              <>
                <Action
                  icon={AddIcon}
                  text={say({ko: '줄 추가', en: 'Add row'})}
                  onClick={() => change(insertRow(table, rowsOf(table).length, createKey))}
                />
                <Action
                  icon={AddIcon}
                  text={say({ko: '열 추가', en: 'Add column'})}
                  onClick={() => change(insertColumn(table, widthOf(table), createKey))}
                />
              </>
            )}
            <Action icon={UndoIcon} text={say({ko: '되돌리기', en: 'Undo'})} onClick={undo} />
            <Action icon={RedoIcon} text={say({ko: '다시 하기', en: 'Redo'})} onClick={redo} />
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

interface ActionProps {
  icon: ComponentType
  text: string
  /** Nothing while there is nothing to do. */
  onClick: (() => void) | undefined
}

function Action({icon, text, onClick}: ActionProps) {
  const disabled = onClick === undefined
  return <Button mode="ghost" fontSize={1} padding={3} {...{icon, text, onClick, disabled}} />
}

function toPatch(edit: TableEdit): FormPatch {
  if (edit.type === 'set') return set(edit.value, edit.path)
  return edit.type === 'unset' ? unset(edit.path) : insert(edit.items, edit.position, edit.path)
}
