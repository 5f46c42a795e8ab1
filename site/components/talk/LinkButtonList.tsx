import {InlineMarkdownText} from '../Html.tsx'
import {SafeLink} from '../SafeLink.tsx'
import {useSite} from '../SiteContext.tsx'
import type {LinkButton} from './linkButtons.ts'

export function LinkButtonList({buttons}: {buttons: LinkButton[]}) {
  const {words} = useSite()
  if (buttons.length === 0) return null
  return (
    <ul className="links" aria-label={words.links}>
      {buttons.map(({key, href, label}) => (
        <li key={key}>
          <SafeLink href={href} className="button quiet">
            <InlineMarkdownText markdown={label} />
          </SafeLink>
        </li>
      ))}
    </ul>
  )
}
