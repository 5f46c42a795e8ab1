import {readJsonObject} from './readJsonObject.ts'

/**
 * The captions of the pictures of a page's albums: `gallery_item: [{album, image, caption}]` of its front matter.
 *
 * @param frontMatter JSON of the keys without a field of their own (`hugo.unknown`)
 * @returns captions in Markdown by `album/image`; none for what is no such list
 */
export function albumCaptions(frontMatter: string | null | undefined): ReadonlyMap<string, string> {
  const [, items] = [...readJsonObject(frontMatter)].find(([key]) => key.toLowerCase() === 'gallery_item') ?? []
  const entries = (Array.isArray(items) ? items : []).flatMap((item: unknown): Array<[string, string]> => {
    const members = membersOf(item)
    const [album, image, caption] = ['album', 'image', 'caption'].map((key) => members.get(key))
    const isText = typeof album === 'string' && typeof image === 'string' && typeof caption === 'string'
    return isText && caption !== '' ? [[`${album}/${image}`.normalize('NFC'), caption]] : []
  })
  return new Map(entries)
}

function membersOf(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}
