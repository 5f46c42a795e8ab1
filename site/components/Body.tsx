import {PortableText, type PortableTextTypeComponentProps} from '@portabletext/react'
import type {BodyItem, HtmlDetails, Maybe} from '../content.ts'
import {pageMacros} from '../text/texMacros.ts'
import {arrangeDetails} from './arrangeDetails.ts'
import {arrangeFigures} from './arrangeFigures.ts'
import {arrangeFootnotes, footnoteId, type NumberedFootnote} from './arrangeFootnotes.ts'
import {arrangeHeadings} from './arrangeHeadings.ts'
import {arrangeShortcodes} from './arrangeShortcodes.ts'
import {arrangeText} from './arrangeText.ts'
import {Contents, Headings} from './Contents.tsx'
import {BlockMarkdown, InlineHtmlText} from './Html.tsx'
import {joinHtml} from './joinHtml.ts'
import {MacrosOfPage} from './MacrosOfPage.ts'
import {mapText} from './mapText.ts'
import {portableText} from './portableText.tsx'
import {useSite} from './SiteContext.tsx'
import {textComponents} from './textComponents.tsx'

interface BodyProps {
  value: Maybe<BodyItem[]>
  /** The level of its highest heading. */
  top?: number
  /** Puts a table of contents before the text. */
  contents?: Maybe<boolean>
}

/** A whole Portable Text body: headings fitted under the page's own, figures with ids, footnotes numbered and collected at the end. */
export function Body({value, top = 2, contents}: BodyProps) {
  if (!value?.length) return null
  const {body, headings} = arrangeHeadings(arrangeShortcodes(joinHtml(value)), top)
  const arranged = arrangeFootnotes(arrangeFigures(body, headings))
  return (
    <div className="prose">
      <Headings value={headings}>
        <MacrosOfPage value={pageMacros(value)}>
          {contents && headings.length > 1 && <Contents />}
          <Items value={arrangeDetails(arranged.body.map((item) => mapText(item, arrangeText)))} />
          {arranged.footnotes.length > 0 && <Footnotes footnotes={arranged.footnotes} />}
        </MacrosOfPage>
      </Headings>
    </div>
  )
}

function Items({value}: {value: BodyItem[]}) {
  return <PortableText value={value} components={components} onMissingComponent={false} />
}

/** What an editor has folded with HTML. */
function Details({value: {summary, open, body = []}}: PortableTextTypeComponentProps<HtmlDetails>) {
  const {words} = useSite()
  return (
    <details open={open}>
      <summary>{summary ? <InlineHtmlText html={summary} /> : words.details}</summary>
      <Items value={body} />
    </details>
  )
}

const components = {...portableText, types: {...portableText.types, htmlDetails: Details}}

function Footnotes({footnotes}: {footnotes: NumberedFootnote[]}) {
  const {words} = useSite()
  return (
    <section className="footnotes" aria-label={words.footnotes}>
      <ol>
        {footnotes.map(({footnote, references}) => (
          <li key={footnote._key} id={footnoteId(footnote.label ?? '')}>
            {footnote.content && (
              <PortableText
                value={footnote.content.map(arrangeText)}
                components={textComponents}
                onMissingComponent={false}
              />
            )}
            {footnote.markdown !== undefined && (
              <BlockMarkdown markdown={footnote.markdown} references={footnote.references} />
            )}
            {references.map((anchor) => (
              <a key={anchor} href={`#${anchor}`} className="back" aria-label={words.backToText}>
                ↩︎
              </a>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
