import type {ButtonValue} from '../../content.ts'
import {placeOf} from '../../text/safeHref.ts'
import {InlineMarkdownText} from '../Html.tsx'
import {SafeLink} from '../SafeLink.tsx'

/** A button, and the second link that a `cta` may have beside it. */
export function ButtonLinks({value}: {value: ButtonValue}) {
  const {text, url, newTab, style, secondaryText, secondaryUrl} = value
  return (
    <p className="buttons">
      <SafeLink
        href={url}
        newTab={newTab}
        className={style === 'outline' || style === 'ghost' ? 'button quiet' : 'button'}
      >
        <InlineMarkdownText markdown={text || placeOf(url ?? '')} />
      </SafeLink>
      {secondaryUrl && (
        <SafeLink href={secondaryUrl} className="button quiet">
          <InlineMarkdownText markdown={secondaryText || placeOf(secondaryUrl)} />
        </SafeLink>
      )}
    </p>
  )
}
