import type {FigureValue} from '../../content.ts'
import {InlineMarkdownText} from '../Html.tsx'
import {Picture} from '../Picture.tsx'
import {SafeLink} from '../SafeLink.tsx'

/** A figure with its caption; `title` shows when the pointer rests on the picture. */
export function Figure({value}: {value: FigureValue}) {
  const picture = (
    <Picture image={value} src={value.src} alt={value.alt} title={value.title} width={displayWidth(value.width)} />
  )
  return (
    <figure id={value.id ?? undefined} className={value.numbered ? 'figure numbered' : 'figure'}>
      {value.link ? <SafeLink href={value.link}>{picture}</SafeLink> : picture}
      {value.caption && (
        <figcaption>
          <InlineMarkdownText markdown={value.caption} />
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
