import {Files} from '../components/Files.tsx'
import {BlockMarkdown, InlineMarkdownText} from '../components/Html.tsx'
import {TalkList} from '../components/talk/TalkList.tsx'
import {spokenIn, strings} from '../language/strings.ts'
import {queryTime} from '../queries/queryTime.ts'
import {slideDeckQuery} from '../queries/slideDeckQuery.ts'
import {slideSections} from '../text/slideSections.ts'
import {homeIn, isAsked, type LoadPage} from './page.ts'
import {addressLanguage, paths} from './paths.ts'
import {translationsOf} from './translationsOf.ts'

/** `/slides/:slug/`: the slides of a deck, one below the other. */
export const slideDeckPage: LoadPage = async (context, slug) => {
  const {query, now, language} = context
  const deck = await query(slideDeckQuery, {slug, now: queryTime(now).now})
  if (!isAsked(context, deck)) return undefined
  const other = addressLanguage(deck.language, language)
  const words = strings[spokenIn(other, language)]
  const title = deck.title || slug
  const slides = slideSections(deck.markdown ?? '')
  return {
    title,
    path: paths.slides(slug, other),
    home: homeIn(context, other),
    ...(other && {contentLanguage: other}),
    translations: translationsOf(deck.translations, language, (code) => paths.slides(slug, code)),
    content: (
      <>
        <header>
          <h1>{title}</h1>
          {deck.summary && (
            <p className="subtitle">
              <InlineMarkdownText markdown={deck.summary} />
            </p>
          )}
        </header>
        <Files value={deck.files}>
          {slides.map(({markdown, notes}, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a slide has no identity but its place in the deck
            <section key={index} className="slide prose" aria-label={words.slideOf(index + 1, slides.length)}>
              <BlockMarkdown markdown={markdown} />
              {notes.map((note) => (
                <details key={note} className="speaker-note">
                  <summary>{words.speakerNote}</summary>
                  <BlockMarkdown markdown={note} />
                </details>
              ))}
              <p className="slide-number">
                {index + 1} / {slides.length}
              </p>
            </section>
          ))}
        </Files>
        {deck.talks.length > 0 && (
          <section>
            <h2>{words.talks}</h2>
            <TalkList talks={deck.talks} now={now} />
          </section>
        )}
      </>
    ),
  }
}
