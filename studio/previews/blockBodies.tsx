import {Card, Text} from '@sanity/ui'
import {renderToString} from 'katex'
import type {ReactNode} from 'react'
import {cellTexts} from '../../schemas/blocks/table.ts'
import {endsSummary, htmlComment} from '../../schemas/text/htmlComment.ts'
import {plainText} from '../../schemas/text/plainText.ts'
import {isHeaderRow} from '../inputs/table/tableValue.ts'

/** A block's fields, as the document holds them. */
export type BlockValue = Record<string, unknown>

/** What the editor shows of a block below its name: as near to the page as a preview can be. */
export const BLOCK_BODIES = {
  codeBlock: ({code}) => <Source text={code} />,
  mathBlock: ({tex}) => <Formula tex={tex} display />,
  callout: ({content}) => <Words text={plainText(content)} />,
  footnote: ({content}) => <Words text={plainText(content)} />,
  table: (value) => <Table value={value} />,
  shortcode: ({source}) => <Source text={source} />,
  rawMarkdown: ({markdown}) => <Source text={markdown} />,
  rawHtml: ({html}) => !endsSummary(html) && <Source text={htmlComment(html) ?? html} />,
} satisfies Record<string, (value: BlockValue) => ReactNode>

const LINES = 12

function Source({text}: {text: unknown}) {
  if (typeof text !== 'string' || text.trim() === '') return null
  const lines = text.split('\n')
  const shown = lines.length > LINES ? [...lines.slice(0, LINES), '…'] : lines
  return (
    <Card tone="transparent" border radius={2} padding={3} style={{overflow: 'auto'}}>
      <pre className="lectern-source">{shown.join('\n')}</pre>
    </Card>
  )
}

function Words({text}: {text: string}) {
  return text === '' ? null : <Text size={1}>{text}</Text>
}

/** A formula as MathML, which browsers draw without fonts of KaTeX. */
function Formula({tex, display}: {tex: unknown; display: boolean}) {
  if (typeof tex !== 'string' || tex === '') return null
  const html = renderToString(tex, {output: 'mathml', displayMode: display, throwOnError: false})
  return <span dangerouslySetInnerHTML={{__html: html}} />
}

function Table({value}: {value: BlockValue}) {
  const rows: unknown[] = Array.isArray(value['rows']) ? value['rows'] : []
  return (
    <table className="lectern-table">
      <tbody>
        {rows.slice(0, LINES).map((row, index) => (
          <tr key={keyOf(row, index)} className={isHeaderRow(value, index) ? 'lectern-header' : undefined}>
            {cellTexts(row).map((text, column) => (
              <td key={column}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function keyOf(row: unknown, index: number): string {
  return typeof row === 'object' && row !== null && '_key' in row ? String(row['_key']) : String(index)
}
