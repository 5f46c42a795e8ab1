import type {FigureValue} from '../../content.ts'
import {markdownText} from '../../text/markdown.ts'
import {InlineMarkdownText} from '../Html.tsx'
import {Picture} from '../Picture.tsx'
import {SafeLink} from '../SafeLink.tsx'

/**
 * A figure with its caption: what the theme takes for it is `caption`, else `title`, in Markdown's `![](… "title")` too
 * (`render-image.html`, `shortcodes/figure.html`). Without an alternative text it stands for that as well.
 */
export function Figure({value}: {value: FigureValue}) {
  const caption = value.caption || value.title
  const alt = value.alt || (caption && markdownText(caption))
  const picture = <Picture image={value} src={value.src} alt={alt} width={displayWidth(value.width)} />
  return (
    <figure id={value.anchor} className={value.numbered ? 'figure numbered' : 'figure'}>
      {value.link ? <SafeLink href={value.link}>{picture}</SafeLink> : picture}
      {caption && (
        <figcaption>
          <InlineMarkdownText markdown={caption} />
        </figcaption>
      )}
    </figure>
  )
}

const columnWidth = 720

/** A width in pixels (`300`, `300px`) up to the column's; any other measure takes the column's. */
function displayWidth(width: FigureValue['width']): number {
  const pixels = /^\s*(\d+)(?:px)?\s*$/.exec(String(width ?? ''))
  return pixels && Number(pixels[1]) > 0 ? Math.min(Number(pixels[1]), columnWidth) : columnWidth
}
