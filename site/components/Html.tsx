import {useContext} from 'react'
import type {FootnoteMark, HeadingMark} from '../content.ts'
import type {Files as FilesOfText} from '../images/createFiles.ts'
import {blockMarkdown, inlineMarkdown} from '../text/markdown.ts'
import {setReferences} from '../text/rawReferences.ts'
import {sanitizeBlockHtml, sanitizeInlineHtml, type HtmlPlace} from '../text/sanitize.ts'
import {useFiles} from './Files.tsx'
import {InsideLink} from './InsideLink.ts'
import {MacrosOfPage} from './MacrosOfPage.ts'
import {useSite} from './SiteContext.tsx'

/** Every place where HTML that is not React's own enters a page: all of it has been sanitised. */
export function InlineMarkdownText({markdown, references}: Omit<BlockMarkdownProps, 'headings'>) {
  const place = useHtmlPlace()
  const html = inlineMarkdown(place.files.setPages(markdown), place)
  return <InlineMarkup html={setReferences(html, references)} />
}

interface BlockMarkdownProps {
  markdown: string
  /** Marks of its footnotes, to be numbered. */
  references?: FootnoteMark[] | undefined
  /** Marks of its headings. */
  headings?: HeadingMark[] | undefined
}

/** Markdown of several blocks. */
export function BlockMarkdown({markdown, references, headings}: BlockMarkdownProps) {
  const place = useHtmlPlace()
  const html = setReferences(blockMarkdown(place.files.setPages(markdown), place, headings), references)
  return <BlockMarkup className="markdown" html={html} />
}

/** HTML within a line. */
export function InlineHtmlText({html}: {html: string}) {
  const place = useHtmlPlace()
  return <InlineMarkup html={sanitizeInlineHtml(place.files.setPages(html), place)} />
}

/** HTML of several blocks. */
export function BlockHtml({html}: {html: string}) {
  const place = useHtmlPlace()
  return <BlockMarkup className="html" html={sanitizeBlockHtml(place.files.setPages(html), place)} />
}

function useHtmlPlace(): HtmlPlace & {files: FilesOfText} {
  const [insideLink, macros] = [useContext(InsideLink), useContext(MacrosOfPage)]
  return {remoteImages: useSite().remoteImages, insideLink, files: useFiles(), macros}
}

function InlineMarkup({html}: {html: string}) {
  if (!html) return null
  return /[<&]/.test(html) ? <span dangerouslySetInnerHTML={{__html: html}} /> : html
}

function BlockMarkup({html, className}: {html: string; className: string}) {
  return html.trim() ? <div className={className} dangerouslySetInnerHTML={{__html: html}} /> : null
}
