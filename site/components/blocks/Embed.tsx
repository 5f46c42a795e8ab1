import type {EmbedProvider, EmbedValue} from '../../content.ts'
import {embedAddress} from '../../text/embedAddress.ts'
import {placeOf, safeHref} from '../../text/safeHref.ts'
import {SafeLink} from '../SafeLink.tsx'
import {useSite} from '../SiteContext.tsx'

const names: Record<EmbedProvider, string> = {
  youtube: 'YouTube',
  vimeo: 'Vimeo',
  bilibili: 'Bilibili',
  gdocs: 'Google Docs',
  x: 'X',
  gist: 'GitHub Gist',
  instagram: 'Instagram',
  iframe: '',
}

/**
 * A player, post or document of another site as a link to it: nothing is requested from that site, and no cookie set, before
 * the reader clicks.
 */
export function Embed({value}: {value: EmbedValue}) {
  const {words} = useSite()
  const provider = value.provider ?? 'iframe'
  const href = value.url || addressOf(value)
  const place = (Object.hasOwn(names, provider) ? names[provider] : provider) || placeOf(href)
  return (
    <figure className="embed" data-provider={value.provider}>
      <SafeLink href={href}>
        <span className="embed-title">{value.title || place}</span>
        {safeHref(href) && <span className="embed-place">{words.openAt(place)}</span>}
      </SafeLink>
    </figure>
  )
}

/** The address of a player by its id; empty for a player that is newer than the site. */
function addressOf({provider, id, start}: EmbedValue): string {
  if (!provider || provider === 'iframe') return id ?? ''
  const address = embedAddress(provider, id ?? undefined) ?? ''
  return provider === 'youtube' && start && address ? `${address}&t=${start}` : address
}
