import type {BodyItem} from '../content.ts'

/** Elements that browsers do not show. */
const hidden = ['style', 'script']

/**
 * Puts blocks of HTML that follow one another into one. HTML ends at an empty line, so that a table with empty lines in it
 * comes in pieces; shown one by one, none is a table. What a piece leaves hidden, an indented line of a `<style>` behind an
 * empty one for instance, would be shown as code: it goes. The given body is not changed.
 */
export function joinHtml(body: BodyItem[]): BodyItem[] {
  const joined: BodyItem[] = []
  for (const [index, item] of body.entries()) {
    const last = joined.at(-1)
    if (last?._type !== 'rawHtml') joined.push(item)
    else if (item._type === 'rawHtml') joined[joined.length - 1] = {...last, html: `${last.html}\n\n${item.html}`}
    else if (!isHidden(last.html ?? '', body.slice(index + 1))) joined.push(item)
  }
  return joined
}

/** Whether HTML leaves an element open that hides what follows, and something that follows ends it. */
function isHidden(html: string, following: BodyItem[]): boolean {
  const text = html.toLowerCase()
  const name = hidden.find((one) => text.lastIndexOf(`<${one}`) > text.lastIndexOf(`</${one}`))
  if (name === undefined) return false
  return following.some((item) => item._type === 'rawHtml' && item.html?.toLowerCase().includes(`</${name}`))
}
