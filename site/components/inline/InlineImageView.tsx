import type {InlineImage} from '../../content.ts'
import {markdownText} from '../../text/markdown.ts'
import {InlineMarkdownText} from '../Html.tsx'
import {Picture} from '../Picture.tsx'

/** A picture inside a sentence; its title is its caption, as in a figure. */
export function InlineImageView({value}: {value: Omit<InlineImage, '_type' | '_key'>}) {
  const {src, alt, title} = value
  const picture = (
    <Picture image={value} src={src} alt={alt || (title && markdownText(title))} width={480} className="inline-image" />
  )
  if (!title) return picture
  return (
    <span className="inline-figure">
      {picture}
      <span className="caption">
        <InlineMarkdownText markdown={title} />
      </span>
    </span>
  )
}
