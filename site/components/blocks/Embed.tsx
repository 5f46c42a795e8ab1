import type {EmbedProvider, EmbedValue} from '../../content.ts'
import {placeOf, safeHref} from '../../text/safeHref.ts'
import {SafeLink} from '../SafeLink.tsx'
import {useSite} from '../SiteContext.tsx'

interface Provider {
  name: string
  address: (id: string, embed: EmbedValue) => string
}

const providers = {
  youtube: {
    name: 'YouTube',
    address: (id, {start}) => `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}` : ''}`,
  },
  vimeo: {name: 'Vimeo', address: (id) => `https://vimeo.com/${id}`},
  bilibili: {name: 'Bilibili', address: (id) => `https://www.bilibili.com/video/${id}/`},
  gdocs: {name: 'Google Docs', address: (id) => `https://docs.google.com/document/d/${id}/`},
  x: {name: 'X', address: (id) => `https://x.com/i/status/${id}`},
  gist: {name: 'GitHub Gist', address: (id) => `https://gist.github.com/${id.trim().split('%20').join('/')}`},
  instagram: {name: 'Instagram', address: (id) => `https://www.instagram.com/p/${id}/`},
  iframe: {name: '', address: (id) => id},
} satisfies Record<EmbedProvider, Provider>

/**
 * A player, post or document of another site as a link to it: nothing is requested from that site, and no cookie set, before
 * the reader clicks.
 */
export function Embed({value}: {value: EmbedValue}) {
  const {words} = useSite()
  const {name, address} = providers[value.provider ?? 'iframe']
  const href = value.url || (value.id ? address(encodeURIComponent(value.id), value) : '')
  const place = name || placeOf(href)
  return (
    <figure className="embed" data-provider={value.provider}>
      <SafeLink href={href}>
        <span className="embed-title">{value.title || place}</span>
        {safeHref(href) && <span className="embed-place">{words.openAt(place)}</span>}
      </SafeLink>
    </figure>
  )
}
