/** The sections under which Hugo Blox has had its talks; an old link names the one of its time. */
const sections = ['talk', 'event', 'events']

/** The ways in which the Hugo site may have named an address, in parts: under each of the theme's sections. */
export function inEachSection(path: string[]): string[][] {
  const at = path.findIndex((part) => sections.includes(part))
  return at < 0 ? [path] : sections.map((section) => path.with(at, section))
}

/** Texts as they are, in small letters, and as a Mac may write Hangul. */
export function spellings(texts: string[]): string[] {
  return [...new Set(texts.flatMap((text) => [text, text.toLowerCase(), text.normalize('NFD')]))]
}
