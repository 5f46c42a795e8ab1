import {embedAddress} from '../../text/embedAddress.ts'
import type {ShortcodeCall} from '../../text/readShortcode.ts'
import {isRemote, placeOf, safeHref} from '../../text/safeHref.ts'
import {useFiles} from '../Files.tsx'
import {SafeLink} from '../SafeLink.tsx'

/** `video` and `audio` of the theme: a file of the site plays in the page, at a click; one of another host is a link to it. */
export function Player({call: {name, named}}: {call: ShortcodeCall}) {
  const files = useFiles()
  const src = named['src']
  const file = files.link(src) ?? safeHref(src)
  if (!file) return null
  if (isRemote(file) && !files.link(src)) return <SafeLink href={file}>{placeOf(file)}</SafeLink>
  if (name === 'audio') return <audio controls preload="metadata" src={file} />
  const poster = files.link(named['poster'] ?? src?.replace(/\.\w+$/, '.jpg'))
  return <video controls preload={poster ? 'none' : 'metadata'} poster={poster} src={file} />
}

/** A player or post of another site by its id there, as a link; undefined for a call that names none. */
export function playerLink({name, named, positional}: ShortcodeCall) {
  const id = positional.slice(0, name === 'gist' ? 2 : 1).join(' ') || named['id']
  const address = embedAddress(name, id)
  return address && <SafeLink href={address}>{placeOf(address)}</SafeLink>
}
