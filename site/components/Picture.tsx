import type {ImageValue, Maybe} from '../content.ts'
import {isRemote, placeOf, safeHref} from '../text/safeHref.ts'
import {useFiles} from './Files.tsx'
import {SafeLink} from './SafeLink.tsx'
import {useSite} from './SiteContext.tsx'

interface PictureProps {
  image?: Maybe<ImageValue>
  /** The address as written in the file, where there is no uploaded asset. */
  src?: Maybe<string>
  alt?: Maybe<string>
  title?: Maybe<string>
  /** The width on the page, in CSS pixels. */
  width: number
  /** Height divided by width, to crop to around the hotspot. */
  ratio?: number
  className?: string
  eager?: boolean
}

/** An image: the uploaded asset in the sizes needed, else the address as written; one on another host as a link to it. */
export function Picture({image, src, alt, title, width, ratio, className, eager}: PictureProps) {
  const {assets, remoteImages, words} = useSite()
  const named = useFiles().picture(src)
  const common = {
    alt: alt ?? '',
    title: title ?? undefined,
    className,
    loading: eager ? undefined : ('lazy' as const),
    decoding: 'async' as const,
  }
  const urls = assets.image(image, {width, ...(ratio && {ratio})})
  if (urls) return <img {...common} {...urls} sizes={`(max-width: ${width}px) 100vw, ${width}px`} />
  if (named) return <img {...common} {...named} />
  const address = safeHref(src)
  if (!address) return alt ? <span className={className}>{alt}</span> : null
  if (!isRemote(address) || remoteImages === 'show') return <img {...common} src={address} />
  return (
    <SafeLink href={address} className="remote-image" title={title}>
      {alt || words.remoteImage(placeOf(address))}
    </SafeLink>
  )
}
