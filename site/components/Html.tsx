import {blockMarkdown, inlineLabel, inlineMarkdown} from '../text/markdown.ts'
import {sanitizeBlockHtml, sanitizeInlineHtml} from '../text/sanitize.ts'

/** Every place where HTML that is not React's own enters a page: all of it has been sanitised. */
export function InlineMarkdownText({markdown}: {markdown: string}) {
  return <InlineMarkup html={inlineMarkdown(markdown)} />
}

/** For text inside a link. */
export function Label({markdown}: {markdown: string}) {
  return <InlineMarkup html={inlineLabel(markdown)} />
}

export function BlockMarkdown({markdown}: {markdown: string}) {
  return <BlockMarkup className="markdown" html={blockMarkdown(markdown)} />
}

export function InlineHtmlText({html}: {html: string}) {
  return <InlineMarkup html={sanitizeInlineHtml(html)} />
}

export function BlockHtml({html}: {html: string}) {
  return <BlockMarkup className="html" html={sanitizeBlockHtml(html)} />
}

function InlineMarkup({html}: {html: string}) {
  if (!html) return null
  return /[<&]/.test(html) ? <span dangerouslySetInnerHTML={{__html: html}} /> : html
}

function BlockMarkup({html, className}: {html: string; className: string}) {
  return html.trim() ? <div className={className} dangerouslySetInnerHTML={{__html: html}} /> : null
}
