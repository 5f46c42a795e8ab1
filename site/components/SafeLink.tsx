import {useContext, type ReactNode} from 'react'
import type {Maybe} from '../content.ts'
import {isRemote, safeHref} from '../text/safeHref.ts'
import {useFiles} from './Files.tsx'
import {InsideLink} from './InsideLink.ts'

interface SafeLinkProps {
  href: Maybe<string>
  title?: Maybe<string>
  id?: string | undefined
  className?: string
  /** Overrides the rule that addresses of other hosts open in a new tab. */
  newTab?: Maybe<boolean>
  children: ReactNode
}

/** A link, or just its text where the address is not one that may be followed, or where it stands in a link already. */
export function SafeLink({href, title, id, className, newTab, children}: SafeLinkProps) {
  const inside = useContext(InsideLink)
  const safe = useFiles().link(href) ?? safeHref(href)
  if (!safe || inside)
    return (
      <span id={id} className={className}>
        {children}
      </span>
    )
  const away = newTab ?? isRemote(safe)
  return (
    <a
      id={id}
      className={className}
      href={safe}
      title={title ?? undefined}
      {...(away && {target: '_blank', rel: 'noopener'})}
    >
      <InsideLink value={true}>{children}</InsideLink>
    </a>
  )
}
