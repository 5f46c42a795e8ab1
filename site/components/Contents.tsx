import {createContext, useContext} from 'react'
import type {Heading} from './arrangeHeadings.ts'
import {useSite} from './SiteContext.tsx'

/** The headings of the body around, for a table of contents inside it. */
export const Headings = createContext<Heading[]>([])

/** Links to the headings of a body. */
export function Contents() {
  const {words} = useSite()
  const headings = useContext(Headings)
  if (headings.length === 0) return null
  return (
    <nav className="contents" aria-label={words.contents}>
      <ul>
        {headings.map(({anchor, level, text}) => (
          <li key={anchor} className={`level-${level}`}>
            <a href={`#${anchor}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
