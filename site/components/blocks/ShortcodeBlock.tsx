import type {ReactNode} from 'react'
import type {HeadingMark, ShortcodeValue} from '../../content.ts'
import {formulaAt} from '../../text/formulas.ts'
import {readShortcode, type ShortcodeCall} from '../../text/readShortcode.ts'
import {resourceAddress} from '../../text/resourceAddress.ts'
import {Contents} from '../Contents.tsx'
import {BlockMarkdown, InlineMarkdownText} from '../Html.tsx'
import {inlineShortcodes} from '../inline/InlineShortcodeView.tsx'
import {SafeLink} from '../SafeLink.tsx'
import {useSite} from '../SiteContext.tsx'
import {Tex} from '../Tex.tsx'
import {CalloutBox} from './Callout.tsx'
import {cardList} from './Cards.tsx'
import {CodeBlock} from './CodeBlock.tsx'
import {Embed} from './Embed.tsx'
import {Gallery} from './Gallery.tsx'
import {CitedPage, NotebookLink} from './NamedLinks.tsx'
import {ShortcodeNote} from './ShortcodeNote.tsx'

/** Shortcodes of the theme and Hugo's own whose meaning lies in the document. Undefined where a call lacks what it needs. */
const blockShortcodes: Record<string, (call: ShortcodeCall, value: ShortcodeValue) => ReactNode> = {
  math: ({inner = ''}) => inner.trim() && <MathText text={inner.trim()} />,
  toc: () => <Contents />,
  gallery: (call, value) => <Gallery call={call} value={value} />,
  highlight: ({positional: [language], inner}) => inner && <HighlightedCode language={language} code={inner} />,
  steps: ({inner}, {headings}) => inner && <BlockMarkdown markdown={inner} headings={headings} />,
  // The theme reads the table from its file, which stays a file here.
  table: ({named: {path, caption}}) =>
    path && (
      <p>
        <SafeLink href={path}>
          <InlineMarkdownText markdown={caption || path} />
        </SafeLink>
      </p>
    ),
  details: ({named: {summary, open}, inner = ''}, {headings}) => (
    <Folded text={summary} open={open === 'true'} inner={inner} headings={headings} />
  ),
  callout: ({positional: [kind], inner = ''}, {headings}) =>
    inner.trim() && (
      <CalloutBox kind={kind}>
        <BlockMarkdown markdown={inner} headings={headings} />
      </CalloutBox>
    ),
  alert: (call, value) => blockShortcodes['callout']?.(call, value),
  cite: (call, value) => <CitedPage call={call} value={value} />,
  notebook: (call, value) => <NotebookLink call={call} value={value} />,
  diagram: ({inner}) => inner?.trim() && <HighlightedCode language="mermaid" code={inner} />,
  cards: (call, {source}) => cardList(call, source ?? ''),
  card: (call, {source}) => cardList(call, source ?? ''),
  emoji_list: ({inner}) => inner?.trim() && <BlockMarkdown markdown={inner} />,
  embed: (call) => {
    const url = resourceAddress(call)
    const title = call.named['title'] || call.named['resource']
    return url && <Embed value={{_type: 'embed', _key: '', provider: 'iframe', url, title}} />
  },
  spoiler: ({named: {text}, inner = ''}, {headings}) => <Folded text={text} inner={inner} headings={headings} />,
}

interface FoldedProps {
  text: string | undefined
  open?: boolean
  inner: string
  headings: HeadingMark[] | undefined
}

function Folded({text, open, inner, headings}: FoldedProps) {
  const {words} = useSite()
  return (
    <details className="callout note" open={open}>
      <summary className="callout-title">
        <InlineMarkdownText markdown={text || words.details} />
      </summary>
      <BlockMarkdown markdown={inner} headings={headings} />
    </details>
  )
}

function HighlightedCode({language, code}: {language: string | undefined; code: string}) {
  return <CodeBlock value={{_type: 'codeBlock', _key: '', language, code: code.replace(/^\n|\n$/g, '')}} />
}

/** A shortcode as the theme shows it where that needs no Hugo; any other as a note, with its source. */
export function ShortcodeBlock({value}: {value: ShortcodeValue}) {
  const call = readShortcode(value.source ?? '')
  const block =
    call && Object.hasOwn(blockShortcodes, call.name) ? blockShortcodes[call.name]?.(call, value) : undefined
  if (block) return block
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
