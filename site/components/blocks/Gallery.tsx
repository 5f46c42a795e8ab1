import type {ShortcodeValue} from '../../content.ts'
import {markdownText} from '../../text/markdown.ts'
import type {ShortcodeCall} from '../../text/readShortcode.ts'
import {useFiles} from '../Files.tsx'
import {InlineMarkdownText} from '../Html.tsx'
import {ShortcodeNote} from './ShortcodeNote.tsx'

const thumbnailWidth = 480

/** The pictures of an album, by name as in the theme (`shortcodes/gallery.html`), each with its caption and leading to the whole of it. */
export function Gallery({call: {named}, value}: {call: ShortcodeCall; value: ShortcodeValue}) {
  const files = useFiles()
  const names = files.within(named['album'] || 'gallery').sort()
  const pictures = (named['order'] === 'desc' ? names.reverse() : names).flatMap((name) => {
    const picture = files.picture(name, thumbnailWidth)
    return picture ? [{name, picture, caption: files.caption(name)}] : []
  })
  if (pictures.length === 0) return <ShortcodeNote value={value} />
  return (
    <div className="gallery">
      {pictures.map(({name, picture, caption}) => (
        <figure key={name}>
          <a href={files.link(name)}>
            <img {...picture} alt={alternative(name, caption)} loading="lazy" decoding="async" />
          </a>
          {caption && (
            <figcaption>
              <InlineMarkdownText markdown={caption} />
            </figcaption>
          )}
        </figure>
      ))}
    </div>
  )
}

function alternative(name: string, caption: string | undefined): string {
  return caption === undefined ? name.slice(name.lastIndexOf('/') + 1) : markdownText(caption)
}
