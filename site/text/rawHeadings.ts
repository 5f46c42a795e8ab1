import type MarkdownIt from 'markdown-it'
import type {HeadingMark} from '../content.ts'
import {headingAttributes} from './headingAttributes.ts'

/** A heading of raw Markdown. */
export interface RawHeading {
  level: number
  /** Its words as Markdown, of which Hugo makes the id: the last line alone, as Goldmark does. */
  source: string
  /** All of its words as Markdown. */
  text: string
  /** An id of its own: `{#goals}`. */
  id?: string
}

/** Reads the attributes behind a heading (`{#goals .lead}`), and gives headings the levels and ids of `env.headings`. */
export function rawHeadings(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'heading-attributes', ({tokens}) => {
    for (const [index, token] of tokens.entries()) {
      const heading = tokens[index - 1]
      if (token.type !== 'inline' || heading?.type !== 'heading_open') continue
      const {text, id} = headingAttributes(token.content)
      token.content = text
      if (id !== undefined) heading.attrSet('id', id)
    }
  })
  markdown.core.ruler.push('heading-marks', ({tokens, env}) => {
    const marks: HeadingMark[] = env.headings ?? []
    let count = 0
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'heading_open') continue
      const mark = marks[count]
      const close = tokens[index + 2]
      if (!mark || !close) return
      token.tag = close.tag = `h${mark.level}`
      token.attrSet('id', mark.anchor)
      count += 1
    }
  })
}

/** The headings among the tokens of a text, in reading order. */
export function headingsOf(tokens: ReturnType<MarkdownIt['parse']>): RawHeading[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open') return []
    const text = tokens[index + 1]?.content ?? ''
    const id = token.attrGet('id')
    const source = text.slice(text.lastIndexOf('\n') + 1)
    return [{level: Number(token.tag.slice(1)), source, text, ...(id !== null && {id})}]
  })
}
