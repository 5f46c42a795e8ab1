import {strings, type Language} from '../language/strings.ts'
import type {SiteOwner} from '../talkContent.ts'
import type {Page} from './page.ts'
import {addressLanguage, paths} from './paths.ts'

interface DocumentProps {
  page: Page
  /** The site's. */
  language: Language
  /** That of its words on this page. */
  spoken: Language
  /** `https://talks.example.org`, for the addresses that must be absolute. */
  origin: string
  stylesheet: string
  owner: SiteOwner | null
}

/** The whole HTML document around a page. */
export function Document(props: DocumentProps) {
  const {page, language, spoken, owner} = props
  const words = strings[spoken]
  const home = page.home ?? paths.talks
  const own = page.contentLanguage ?? language
  const siteName = owner?.name ? words.talksBy(owner.name) : words.talks
  const about = owner?.slug && paths.author(owner.slug, addressLanguage(owner.language, language))
  return (
    <html lang={spoken}>
      <Head {...props} siteName={siteName} />
      <body>
        <a className="skip" href="#content">
          {words.skipToContent}
        </a>
        <header className="site-header">
          <a className="site-name" href={home}>
            {siteName}
          </a>
          <nav aria-label={words.menu}>
            <a href={home} aria-current={!page.status && page.path === home ? 'page' : undefined}>
              {words.talks}
            </a>
            {about && (
              <a href={about} aria-current={page.path === about ? 'page' : undefined}>
                {words.about}
              </a>
            )}
          </nav>
        </header>
        <main id="content" lang={own === spoken ? undefined : own}>
          {page.translations?.length ? (
            <Translations translations={page.translations} name={words.otherLanguages} />
          ) : null}
          {page.content}
        </main>
        <footer className="site-footer">
          <a href={home}>{words.allTalks}</a>
        </footer>
      </body>
    </html>
  )
}

/** What browsers, search engines and other sites read of a page. */
function Head({page, language, spoken, origin, stylesheet, siteName}: DocumentProps & {siteName: string}) {
  const own = page.contentLanguage ?? language
  const isList = page.title === strings[spoken].talks || page.title === siteName
  const address = new URL(page.path, origin).href
  const data = page.structuredData?.(origin)
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{isList ? siteName : `${page.title} · ${siteName}`}</title>
      {page.description && <meta name="description" content={page.description} />}
      {page.hidden && <meta name="robots" content="noindex" />}
      {!page.status && <link rel="canonical" href={address} />}
      {page.home && <link rel="alternate" type="application/rss+xml" title={siteName} href={`${page.home}index.xml`} />}
      {alternates(page, own).map((translation) => (
        <link
          key={translation.language}
          rel="alternate"
          hrefLang={translation.language}
          href={new URL(translation.path, origin).href}
        />
      ))}
      <meta property="og:title" content={page.title} />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:type" content="website" />
      {own === spoken && <meta property="og:locale" content={spoken === 'ko' ? 'ko_KR' : 'en_US'} />}
      {!page.status && <meta property="og:url" content={address} />}
      {page.description && <meta property="og:description" content={page.description} />}
      {page.image && <meta property="og:image" content={new URL(page.image, origin).href} />}
      <meta name="twitter:card" content={page.image ? 'summary_large_image' : 'summary'} />
      <link rel="stylesheet" href={stylesheet} />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {data && <script type="application/ld+json" dangerouslySetInnerHTML={{__html: scriptSafe(data)}} />}
    </head>
  )
}

/** The same page in every language, its own included, as search engines ask. */
function alternates({path, translations = []}: Page, own: string): NonNullable<Page['translations']> {
  return translations.length > 0 ? [{language: own, path}, ...translations] : []
}

function Translations({translations, name}: {translations: NonNullable<Page['translations']>; name: string}) {
  return (
    <nav className="translations" aria-label={name}>
      {translations.map(({language, path}) => (
        <a key={language} href={path} hrefLang={language} lang={language}>
          {languageName(language)}
        </a>
      ))}
    </nav>
  )
}

/** A language's own name, `한국어`; its code where that is none. */
function languageName(code: string): string {
  try {
    return new Intl.DisplayNames([code], {type: 'language'}).of(code) ?? code
  } catch (error) {
    if (error instanceof RangeError) return code
    throw error
  }
}

/** JSON that cannot end the script element it stands in. */
function scriptSafe(data: Record<string, unknown>): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
