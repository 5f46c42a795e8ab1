import type {ShortcodeValue} from '../../content.ts'
import type {ShortcodeCall} from '../../text/readShortcode.ts'
import {useFiles} from '../Files.tsx'
import {ShortcodeNote} from './ShortcodeNote.tsx'

const thumbnailWidth = 480

/** The pictures of an album, by name as in the theme (`shortcodes/gallery.html`), each leading to the whole of it. */
export function Gallery({call: {named}, value}: {call: ShortcodeCall; value: ShortcodeValue}) {
  const files = useFiles()
  const names = files.within(named['album'] || 'gallery').sort()
  const pictures = (named['order'] === 'desc' ? names.reverse() : names).flatMap((name) => {
    const picture = files.picture(name, thumbnailWidth)
    return picture ? [{name, picture}] : []
  })
  if (pictures.length === 0) return <ShortcodeNote value={value} />
  return (
    <div className="gallery">
      {pictures.map(({name, picture}) => (
        <a key={name} href={files.link(name)}>
          <img {...picture} alt={name.slice(name.lastIndexOf('/') + 1)} loading="lazy" decoding="async" />
        </a>
      ))}
    </div>
  )
}
