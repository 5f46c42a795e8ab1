/** What stands in a comment of HTML; undefined for HTML that is anything else, or more than one comment. */
export function htmlComment(html: unknown): string | undefined {
  const text = typeof html === 'string' ? /^<!--((?:(?!-->).)*)-->$/s.exec(html.trim())?.[1] : undefined
  return text?.trim()
}

/** Whether HTML is the comment at which Hugo ends a page's summary (https://gohugo.io/content-management/summaries/). */
export function endsSummary(html: unknown): boolean {
  return typeof html === 'string' && html.trim() === '<!--more-->'
}
