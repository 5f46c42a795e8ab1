import type {Maybe, NamedFile, NamedPage} from '../content.ts'
import {albumCaptions} from '../text/albumCaptions.ts'
import {setPageReferences} from '../text/pageReference.ts'
import {safeHref} from '../text/safeHref.ts'
import type {Assets} from './createAssets.ts'

/** A picture that a text names: in the size of the text's column, or as it is. */
export interface NamedPicture {
  src: string
  width?: number
  height?: number
}

/**
 * Where the files and pages are that a text names as on the Hugo site: files by their addresses (`slides.pdf`, `../talks/a.pdf`), pages
 * by `{{< ref "other.md" >}}`.
 */
export interface Files {
  /** The address of a file or page, with the fragment that the text asks for (`#page=3`); undefined for what names none. */
  link(address: Maybe<string>): string | undefined
  /** The picture of a name, up to a width in dots; undefined for a file that is none. */
  picture(address: Maybe<string>, width?: number): NamedPicture | undefined
  /** The names of the files in a folder, as the text would write them. */
  within(folder: string): string[]
  /** What the page's front matter says below a picture of an album, in Markdown. */
  caption(name: string): string | undefined
  /** The page of a name as Hugo looks it up. */
  page(name: string): NamedPage | undefined
  /** A text with the addresses of pages in place of `ref` and `relref`. */
  setPages(text: string): string
}

/** For screens that have two dots a pixel. */
const columnWidth = 1440

/**
 * @param named `"files": hugo.files[]{name, "asset": asset._ref}` of the document whose text it is
 * @param pages what `namedPages` finds for it
 * @param frontMatter `"frontMatter": hugo.unknown` of the document
 */
export function createFiles(
  named: Maybe<NamedFile[]>,
  assets: Assets,
  pages: NamedPage[] = [],
  frontMatter?: Maybe<string>,
): Files {
  const captions = albumCaptions(frontMatter)
  const byName = new Map((named ?? []).map(({name, asset}) => [name ?? '', asset]))
  const page = (name: string) => pages.find((one) => one.name === name)
  const setPages = (text: string) => setPageReferences(text, (name) => page(name)?.address)
  const find = (address: Maybe<string>) => (address ? byName.get(plainName(address)) : undefined)
  return {
    link(address) {
      const file = assets.file(find(address))
      if (file) return `${file}${/#.*$/.exec(address ?? '')?.[0] ?? ''}`
      const shown = setPages(address ?? '')
      return shown === address ? undefined : safeHref(shown)
    },
    picture(address, width = columnWidth) {
      const reference = find(address)
      const sized = assets.image({asset: {_ref: reference}}, {width})
      return sized && {src: sized.src, width: sized.width, height: sized.height}
    },
    caption: (name) => captions.get(name),
    page,
    setPages,
    within: (folder) => [...byName.keys()].filter((name) => name.startsWith(`${folder}/`)),
  }
}

/** As the importer names a file (`namedFiles`): decoded, in NFC, without `./` and what follows `?` or `#`. */
function plainName(address: string): string {
  const name = address.trim().replace(/[?#].*$/, '')
  return decoded(name).replace(/^\.\//, '').normalize('NFC')
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch (error) {
    if (error instanceof URIError) return name
    throw error
  }
}
