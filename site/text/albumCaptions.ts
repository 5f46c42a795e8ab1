/**
 * The captions of the pictures of a page's albums: `gallery_item: [{album, image, caption}]` of its front matter.
 *
 * @param frontMatter JSON of the keys without a field of their own (`hugo.unknown`)
 * @returns captions in Markdown by `album/image`; none for what is no such list
 */
export function albumCaptions(frontMatter: string | null | undefined): ReadonlyMap<string, string> {
  const items = valueOf(parse(frontMatter ?? ''), 'gallery_item')
  const entries = (Array.isArray(items) ? items : []).flatMap((item: unknown): Array<[string, string]> => {
    const [album, image, caption] = ['album', 'image', 'caption'].map((key) => valueOf(item, key))
    const isText = typeof album === 'string' && typeof image === 'string' && typeof caption === 'string'
    return isText && caption !== '' ? [[`${album}/${image}`.normalize('NFC'), caption]] : []
  })
  return new Map(entries)
}

function valueOf(object: unknown, name: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined
  return Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1]
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
