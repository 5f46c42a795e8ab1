import type {PageFile} from '../../bundle/findPages.ts'
import {type FrontMatterMap, type FrontMatterValue, isMap} from '../../frontMatter/frontMatterValue.ts'
import type {InlineBlocks, Reference} from '../../markdown/types.ts'
import {hashContent} from '../../values/hashContent.ts'
import {isPicture} from '../assets.ts'
import type {FieldCodec} from '../codec.ts'
import {noticeLeftover} from '../leftovers.ts'
import {readInlineText, writeInlineText} from '../markdownText.ts'
import {type Page, lowerKeys} from '../page.ts'
import type {Reader} from '../reader.ts'
import type {ImageValue, Project, Talk} from '../types.ts'
import type {Writer} from '../writer.ts'
import {focalPointToHotspot, hotspotToFocalPoint} from './focalPoint.ts'

/** The featured image: a file of the bundle, and the settings below `image` (Academic 2: below `header`). */
export function imageField<D extends Talk | Project>(): FieldCodec<D> {
  return {
    fields: ['image'],
    keys: ['image', 'header'],
    read(reader) {
      const image = readImage(reader)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every D has this field
      return (image === undefined ? {} : {image}) as Partial<D>
    },
    write: (document, writer, base) => writeImage(document.image, writer, base.image),
  }
}

function readImage(reader: Reader): ImageValue | undefined {
  const key = settingsKey(reader.page, reader.value('image'))
  const map = (key === 'header' ? headerMap(reader) : reader.map(key)) ?? {}
  const asset = findImage(reader, map, key)
  const caption = reader.asText(map['caption'], `${key}.caption`)
  const alt = reader.asText(map['alt_text'], `${key}.alt_text`)
  const focalPoint = reader.asText(map['focal_point'], `${key}.focal_point`)
  const hotspot = focalPoint === undefined ? undefined : focalPointToHotspot(focalPoint)
  const previewOnly = reader.asFlag(map['preview_only'], `${key}.preview_only`)
  const placement = map['placement']
  const image: ImageValue = {_type: 'image'}
  if (asset) image.asset = asset
  if (hotspot) image.hotspot = hotspot
  if (caption !== undefined) image.caption = readCaption(reader, caption, key)
  if (alt !== undefined) image.alt = alt
  if (previewOnly !== undefined) image.previewOnly = previewOnly
  if (typeof placement === 'number') image.placement = placement
  if (Object.keys(image).length === 1) return undefined
  if (!asset && key === 'image' && (caption !== undefined || alt !== undefined)) {
    reader.notice(
      'missingImage',
      'image',
      'The settings of a featured image were kept, but there is no image file: the theme shows none.',
    )
  }
  return image
}

/** Academic 2 kept its image below `header`; Academic 3, with the same names for dates, knows `featured.*` and `image`. */
function settingsKey({dialect, file}: Page, image: FrontMatterValue | undefined): 'header' | 'image' {
  return dialect === 'academic2' && !isMap(image) && featuredFile(file) === undefined ? 'header' : 'image'
}

function headerMap(reader: Reader): FrontMatterMap | undefined {
  const header = reader.value('header')
  return isMap(header) ? lowerKeys(header) : undefined
}

function readCaption(reader: Reader, caption: string, key: string): InlineBlocks {
  noticeLeftover(reader, 'image', caption)
  return readInlineText(reader, caption, `${key}.caption`)
}

/** Theme lookup: the bundle's first image named `*featured*`, else `image.filename` in the bundle or the media folder. */
function findImage(reader: Reader, map: FrontMatterMap, key: string): Reference | undefined {
  const {file} = reader.page
  if (key === 'header') {
    const name = map['image']
    const path = typeof name === 'string' ? `static/img/${name}` : ''
    return reader.site.hasFile(path) ? reader.asset(path) : undefined
  }
  const featured = featuredFile(file)
  if (featured !== undefined) return reader.resource(featured)
  const name = reader.asText(map['filename'], 'image.filename')
  if (name === undefined) return undefined
  const own = reader.resource(name)
  if (own) return own
  const media = `assets/media/${name}`
  if (reader.site.hasFile(media)) return reader.asset(media)
  if (isPicture(name))
    reader.notice('missingFile', 'image', `There is no image "${name}" in the bundle or in assets/media.`, name)
  return undefined
}

function writeImage(image: ImageValue | undefined, writer: Writer, base: ImageValue | undefined): void {
  const isAnother = hashContent(image?.asset) !== hashContent(base?.asset)
  const before = settingsKey(writer.page, writer.current('image'))
  // A new picture stands in the bundle, and beside it only `image` is read; a page without `header` gets none.
  const isOfBundle = (isAnother && image?.asset !== undefined) || !isMap(writer.current('header'))
  const key = isOfBundle ? 'image' : before
  const current = writer.current(key)
  const map: FrontMatterMap = isMap(current) ? {...current} : {}
  const put = (name: string, value: FrontMatterMap[string] | undefined) => {
    const spelled = Object.keys(map).find((known) => known.toLowerCase() === name) ?? name
    if (value !== undefined) map[spelled] = value
    else if (typeof map[spelled] === 'string') map[spelled] = ''
    else delete map[spelled]
  }
  const said = key === before ? base : undefined
  const changed = (part: keyof ImageValue) => hashContent(image?.[part]) !== hashContent(said?.[part])
  if (changed('caption'))
    put('caption', image?.caption && (writeInlineText(writer, image.caption, 'caption') || undefined))
  if (changed('alt')) put('alt_text', image?.alt)
  if (changed('previewOnly')) put('preview_only', image?.previewOnly)
  if (changed('placement')) put('placement', image?.placement)
  if (changed('hotspot')) put('focal_point', image?.hotspot && hotspotToFocalPoint(image.hotspot))
  if (isAnother) writeFile(image, writer, () => put(key === 'header' ? 'image' : 'filename', undefined))
  writer.set(key, Object.keys(map).length > 0 ? map : undefined)
}

/** The bundle's first image named `*featured*`, which the theme finds without a key. */
function featuredFile({resources}: PageFile): string | undefined {
  return resources.find((path) => isPicture(path) && /featured/i.test(path) && !path.includes('/'))
}

/** A new image becomes `featured.*` in the bundle. One that was taken away leaves no file that the theme would find, nor its name. */
function writeFile(image: ImageValue | undefined, writer: Writer, dropName: () => void): void {
  const old = featuredFile(writer.page.file)
  if (image?.asset) return writer.putImage(image.asset._ref, old, 'featured')
  dropName()
  if (old !== undefined) writer.dropped.add(old)
}
