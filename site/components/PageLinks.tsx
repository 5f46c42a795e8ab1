import {useSite} from './SiteContext.tsx'

interface PageLinksProps {
  /** From 1. */
  number: number
  pages: number
  path: (number: number) => string
}

/** The way from one page of a list to those beside it; a build of files follows `rel="next"`. */
export function PageLinks({number, pages, path}: PageLinksProps) {
  const {words} = useSite()
  if (pages < 2) return null
  return (
    <nav className="pages" aria-label={words.page(number, pages)}>
      {number > 1 && (
        <a rel="prev" href={path(number - 1)}>
          {words.newer}
        </a>
      )}
      <span>{words.page(number, pages)}</span>
      {number < pages && (
        <a rel="next" href={path(number + 1)}>
          {words.older}
        </a>
      )}
    </nav>
  )
}
