import {ArrowDownIcon} from '@sanity/icons/ArrowDown'
import {ArrowUpIcon} from '@sanity/icons/ArrowUp'
import {EllipsisHorizontalIcon} from '@sanity/icons/EllipsisHorizontal'
import {EllipsisVerticalIcon} from '@sanity/icons/EllipsisVertical'
import {InsertAboveIcon} from '@sanity/icons/InsertAbove'
import {InsertBelowIcon} from '@sanity/icons/InsertBelow'
import {TrashIcon} from '@sanity/icons/Trash'
import {Button} from '@sanity/ui'
import {Menu, MenuButton, MenuDivider, MenuItem} from '@sanity/ui/menu'
import {type ComponentType, type ReactNode, useId} from 'react'
import type {Say} from '../../../schemas/text/say.ts'
import {
  alignColumn,
  type CreateKey,
  insertColumn,
  insertRow,
  moveRow,
  removeColumn,
  removeRow,
  type TableEdit,
} from './tableEdits.ts'
import {rowsOf, type TableValue} from './tableValue.ts'

interface TableMenuProps {
  table: TableValue
  say: Say
  /** The row or the column, counted from 0. */
  at: number
  change: (edits: TableEdit[]) => void
  createKey: CreateKey
}

/** What can be done with a row. */
export function RowMenu({table, say, at, change, createKey}: TableMenuProps) {
  const last = rowsOf(table).length - 1
  return (
    <Choices icon={EllipsisVerticalIcon} label={say({ko: `${at + 1}줄 메뉴`, en: `Menu of row ${at + 1}`})}>
      <MenuItem
        icon={InsertAboveIcon}
        text={say({ko: '위에 줄 넣기', en: 'Insert row above'})}
        onClick={() => change(insertRow(table, at, createKey))}
      />
      <MenuItem
        icon={InsertBelowIcon}
        text={say({ko: '아래에 줄 넣기', en: 'Insert row below'})}
        onClick={() => change(insertRow(table, at + 1, createKey))}
      />
      <MenuDivider />
      <MenuItem
        icon={ArrowUpIcon}
        text={say({ko: '위로 옮기기', en: 'Move up'})}
        disabled={at === 0}
        onClick={() => change(moveRow(table, at, at - 1))}
      />
      <MenuItem
        icon={ArrowDownIcon}
        text={say({ko: '아래로 옮기기', en: 'Move down'})}
        disabled={at === last}
        onClick={() => change(moveRow(table, at, at + 1))}
      />
      <MenuDivider />
      <MenuItem
        icon={TrashIcon}
        tone="critical"
        text={say({ko: '줄 지우기', en: 'Remove row'})}
        onClick={() => change(removeRow(table, at))}
      />
    </Choices>
  )
}

/** What can be done with a column. */
export function ColumnMenu({table, say, at, change, createKey}: TableMenuProps) {
  const alignments = [
    {value: 'none', text: say({ko: '기본 맞춤', en: 'Default alignment'})},
    {value: 'left', text: say({ko: '왼쪽 맞춤', en: 'Align left'})},
    {value: 'center', text: say({ko: '가운데 맞춤', en: 'Align center'})},
    {value: 'right', text: say({ko: '오른쪽 맞춤', en: 'Align right'})},
  ]
  return (
    <Choices icon={EllipsisHorizontalIcon} label={say({ko: `${at + 1}열 메뉴`, en: `Menu of column ${at + 1}`})}>
      <MenuItem
        text={say({ko: '왼쪽에 열 넣기', en: 'Insert column left'})}
        onClick={() => change(insertColumn(table, at, createKey))}
      />
      <MenuItem
        text={say({ko: '오른쪽에 열 넣기', en: 'Insert column right'})}
        onClick={() => change(insertColumn(table, at + 1, createKey))}
      />
      <MenuDivider />
      {alignments.map(({value, text}) => (
        <MenuItem
          key={value}
          text={text}
          pressed={(table.alignments?.[at] ?? 'none') === value}
          onClick={() => change(alignColumn(table, at, value))}
        />
      ))}
      <MenuDivider />
      <MenuItem
        icon={TrashIcon}
        tone="critical"
        text={say({ko: '열 지우기', en: 'Remove column'})}
        onClick={() => change(removeColumn(table, at))}
      />
    </Choices>
  )
}

function Choices({icon, label, children}: {icon: ComponentType; label: string; children: ReactNode}) {
  const id = useId()
  return (
    <MenuButton
      id={id}
      button={<Button mode="bleed" fontSize={1} padding={2} icon={icon} aria-label={label} title={label} />}
      menu={<Menu>{children}</Menu>}
      popover={{portal: true}}
    />
  )
}
