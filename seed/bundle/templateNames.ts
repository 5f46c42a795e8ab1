const ACTION = /\{\{([\s\S]*?)\}\}/g
/** `.Params.degree` and `$person.degree`, `index .Params "work experience"`, `.Param "degree"`. */
const NAME = /\.([\p{L}_][\p{L}\p{N}_]*)|"([^"\n]+)"|`([^`\n]+)`/gu

/**
 * Names that templates of a site may look up in a page's front matter, in small letters: all that stand behind a dot
 * or in quotes within their actions, whatever they are looked up in (a path such as `params.degree` part by part).
 */
export function templateNames(texts: Iterable<string>): Set<string> {
  const names = new Set<string>()
  for (const text of texts) {
    for (const [, action = ''] of text.matchAll(ACTION)) {
      for (const [, field, quoted, raw] of action.matchAll(NAME)) {
        const name = (field ?? quoted ?? raw ?? '').toLowerCase()
        for (const part of [name, ...name.split('.')]) names.add(part)
      }
    }
  }
  return names
}
