import type {NamedPage} from '../../content.ts'
import {talkState} from '../../dates/talkState.ts'
import {addressLanguage, isSegment, paths} from '../../pages/paths.ts'
import type {TalkImage, Talk} from '../../talkContent.ts'
import {Body} from '../Body.tsx'
import {Files} from '../Files.tsx'
import {InlineMarkdownText} from '../Html.tsx'
import {InlineBlocks} from '../InlineBlocks.tsx'
import {Picture} from '../Picture.tsx'
import {useSite} from '../SiteContext.tsx'
import {LinkButtonList} from './LinkButtonList.tsx'
import {linkButtons} from './linkButtons.ts'
import {PersonBox} from './Person.tsx'
import {TalkFacts} from './TalkFacts.tsx'

interface TalkArticleProps {
  talk: Talk
  now: Date
  /** What `namedPages` finds for its texts. */
  pages?: NamedPage[]
}

/** A whole talk, with every field that the theme shows. */
export function TalkArticle({talk, now, pages}: TalkArticleProps) {
  const {assets, language, spoken, words} = useSite()
  const state = talkState(talk, now)
  const other = addressLanguage(talk.language, language)
  const ahead = talk.slug && (state === 'upcoming' || state === 'now') ? paths.calendar(talk.slug, other) : undefined
  const people = talk.pageSettings?.profile === false ? [] : (talk.authors ?? [])
  const described = people.flatMap(({author}) =>
    author && (author.bio || author.role || author.avatar) ? [author] : [],
  )
  return (
    <article className="talk">
      <Files value={talk.files} pages={pages} frontMatter={talk.frontMatter}>
        <header>
          {state === 'now' && (
            <p>
              <strong className="live">{words.now}</strong>
            </p>
          )}
          <h1>{talk.title || words.untitled}</h1>
          {talk.subtitle && (
            <p className="subtitle">
              <InlineMarkdownText markdown={talk.subtitle} />
            </p>
          )}
          <TalkFacts talk={talk} />
          <LinkButtonList
            buttons={[
              ...linkButtons(talk, language, assets, spoken),
              ...(ahead ? [{key: 'ics', href: ahead, label: words.calendar}] : []),
            ]}
          />
        </header>
        {talk.image && <FeaturedImage image={talk.image} />}
        {talk.abstract?.length ? (
          <section className="abstract">
            <h2>{words.abstract}</h2>
            <Body value={talk.abstract} top={3} />
          </section>
        ) : null}
        <Body value={talk.body} contents={talk.pageSettings?.toc} />
        <Labels name={words.tags} labels={talk.tags} address={(tag) => paths.tag(tag, other)} />
        <Labels name={words.categories} labels={talk.categories} />
        {described.length > 0 && (
          <footer className="people">
            {described.map((person) => (
              <PersonBox key={person._id} person={person} />
            ))}
          </footer>
        )}
      </Files>
    </article>
  )
}

const imageWidths = [720, 1200, 2560]

/** The image of a page with its caption, as wide as `placement` says. A caption without a picture is not shown, as in the theme. */
export function FeaturedImage({image}: {image: TalkImage}) {
  if (!image.asset || image.previewOnly) return null
  const placement = image.placement ?? 1
  return (
    <figure className={`featured placement-${placement}`}>
      <Picture image={image} alt={image.alt} width={imageWidths[placement - 1] ?? 720} eager />
      {image.caption?.length ? (
        <figcaption>
          <InlineBlocks value={image.caption} />
        </figcaption>
      ) : null}
    </figure>
  )
}

interface LabelsProps {
  name: string
  labels: Talk['tags']
  /** Where a label leads, if it does; without it none does. */
  address?: (label: string) => string | undefined
}

/** Tags or categories of a page. */
export function Labels({name, labels, address}: LabelsProps) {
  if (!labels?.length) return null
  return (
    <ul className="labels" aria-label={name}>
      {labels.map((label) => {
        const href = isSegment(label) ? address?.(label) : undefined
        return <li key={label}>{href === undefined ? label : <a href={href}>{label}</a>}</li>
      })}
    </ul>
  )
}
