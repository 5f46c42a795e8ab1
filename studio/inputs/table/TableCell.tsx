import {EditIcon} from '@sanity/icons/Edit'
import {Button, Card, Text, TextInput} from '@sanity/ui'
import {type ChangeEvent, type ClipboardEvent, type CSSProperties, type KeyboardEvent, useState} from 'react'
import {plainText} from '../../../schemas/text/plainText.ts'
import {CELL} from './cellFocus.ts'
import {plainTextOf, type TableCellValue} from './tableValue.ts'

export interface TableCellProps {
  cell: TableCellValue | undefined
  label: string
  detailsLabel: string
  isHeader: boolean
  alignment: string | undefined
  readOnly: boolean
  onText: (text: string) => void
  /** Takes a table out of the clipboard, if it has one. */
  onTable: (clipboard: DataTransfer) => boolean
  onOpen: () => void
}

/** A cell: plain text is written in place, anything more where it opens. */
export function TableCell(props: TableCellProps) {
  const {cell, label, detailsLabel, isHeader, alignment, readOnly, onOpen} = props
  const text = plainTextOf(cell)
  const style = styleOf(isHeader, alignment)
  if (text === undefined)
    return (
      <Card
        as="button"
        padding={3}
        radius={2}
        style={{...RICH, ...style}}
        onClick={onOpen}
        aria-label={label}
        title={detailsLabel}
        {...CELL}
      >
        <Text size={1}>{plainText(cell?.content) || '…'}</Text>
      </Card>
    )
  const canOpen = cell !== undefined && !readOnly
  const openByKey = (event: KeyboardEvent): void => {
    if (!canOpen || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onOpen()
  }
  return (
    <div className="lectern-cell" onKeyDown={openByKey}>
      <PlainCell {...props} {...{text, style}} />
      {canOpen && (
        <Button
          className="lectern-details"
          mode="bleed"
          fontSize={0}
          padding={2}
          icon={EditIcon}
          tabIndex={-1}
          aria-label={`${label}: ${detailsLabel}`}
          title={`${detailsLabel} (Ctrl+Enter)`}
          onClick={onOpen}
        />
      )}
    </div>
  )
}

interface PlainCellProps extends Pick<TableCellProps, 'label' | 'readOnly' | 'onText' | 'onTable'> {
  text: string
  style: CSSProperties
}

/** While it has the focus it shows what was typed: a letter of Hangul being composed must not be drawn anew. */
function PlainCell({text, label, style, readOnly, onText, onTable}: PlainCellProps) {
  const [typed, setTyped] = useState<string>()
  const paste = (event: ClipboardEvent): void => {
    if (readOnly || !onTable(event.clipboardData)) return
    event.preventDefault()
    setTyped(undefined)
  }
  return (
    <TextInput
      fontSize={1}
      padding={3}
      value={typed ?? text}
      readOnly={readOnly}
      aria-label={label}
      style={style}
      {...CELL}
      onPaste={paste}
      onBlur={() => setTyped(undefined)}
      onChange={(event: ChangeEvent<HTMLInputElement>) => {
        setTyped(event.currentTarget.value)
        onText(event.currentTarget.value)
      }}
    />
  )
}

/** As wide and as framed as an input. */
const RICH: CSSProperties = {
  width: '100%',
  textAlign: 'start',
  boxShadow: 'inset 0 0 0 1px var(--card-border-color)',
}

function styleOf(isHeader: boolean, alignment: string | undefined): CSSProperties {
  return {
    ...(isHeader ? {fontWeight: 600} : {}),
    ...(alignment === 'left' || alignment === 'center' || alignment === 'right' ? {textAlign: alignment} : {}),
  }
}
