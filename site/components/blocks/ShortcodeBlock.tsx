import type {ReactNode} from 'react'
import type {ShortcodeValue} from '../../content.ts'
import {formulaAt} from '../../text/formulas.ts'
import {readShortcode, type ShortcodeCall} from '../../text/readShortcode.ts'
import {BlockMarkdown, InlineMarkdownText} from '../Html.tsx'
import {inlineShortcodes} from '../inline/InlineShortcodeView.tsx'
import {Tex} from '../Tex.tsx'
import {CalloutBox} from './Callout.tsx'
import {ShortcodeNote} from './ShortcodeNote.tsx'

/** The theme's shortcodes whose meaning lies in their text. */
const blockShortcodes: Record<string, (call: ShortcodeCall) => ReactNode> = {
  math: ({inner = ''}) => <MathText text={inner.trim()} />,
  callout: ({positional: [kind], inner = ''}) => (
    <CalloutBox kind={kind}>
      <BlockMarkdown markdown={inner} />
    </CalloutBox>
  ),
  alert: (call) => blockShortcodes['callout']?.(call),
  spoiler: ({named: {text = ''}, inner = ''}) => (
    <details className="callout note">
      <summary className="callout-title">
        <InlineMarkdownText markdown={text} />
      </summary>
      <BlockMarkdown markdown={inner} />
    </details>
  ),
}

/** A shortcode as the theme shows it where that needs no Hugo; any other with its source, labelled. */
export function ShortcodeBlock({value}: {value: ShortcodeValue}) {
  const call = readShortcode(value.source ?? '')
  if (call && Object.hasOwn(blockShortcodes, call.name) && call.inner?.trim()) return blockShortcodes[call.name]?.(call)
  const content = call && Object.hasOwn(inlineShortcodes, call.name) ? inlineShortcodes[call.name]?.(call) : undefined
  return content ? <p>{content}</p> : <ShortcodeNote value={value} />
}

function MathText({text}: {text: string}) {
  const formula = formulaAt(text, 0)
  if (formula?.end !== text.length) return <BlockMarkdown markdown={text} />
  return (
    <div className="math">
      <Tex tex={formula.tex} display />
    </div>
  )
}
