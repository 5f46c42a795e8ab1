import type {AuthorQueryResult} from '../../schemas/sanity.types.ts'
import {Body} from '../components/Body.tsx'
import {Files} from '../components/Files.tsx'
import {InlineMarkdownText} from '../components/Html.tsx'
import {PageLinks} from '../components/PageLinks.tsx'
import {Picture} from '../components/Picture.tsx'
import {SafeLink} from '../components/SafeLink.tsx'
import {LinkButtonList} from '../components/talk/LinkButtonList.tsx'
import {TalkList} from '../components/talk/TalkList.tsx'
import {spokenIn, strings} from '../language/strings.ts'
import {authorQuery} from '../queries/authorQuery.ts'
import {queryTime} from '../queries/queryTime.ts'
import {markdownText} from '../text/markdown.ts'
import {placeOf} from '../text/safeHref.ts'
import {namedPages} from './namedPages.ts'
import {homeIn, isAsked, type LoadPage} from './page.ts'
import {pageCount, pageRange} from './pageRange.ts'
import {addressLanguage, paths} from './paths.ts'
import {translationsOf} from './translationsOf.ts'

/** `/author/:slug/`: a person and their talks; `/author/:slug/page/2/` goes on with those. */
export const authorPage: LoadPage = async (context, slug, number = 1) => {
  const {query, now, language} = context
  const author = await query(authorQuery, {slug, now: queryTime(now).now, ...pageRange(number)})
  if (!isAsked(context, author)) return undefined
  const pages = pageCount(author.talkCount)
  if (number > pages) return undefined
  const other = addressLanguage(author.language, language)
  const words = strings[spokenIn(other, language)]
  const name = author.name || slug
  const named = await namedPages(context, author.body, author.path)
  const path = (page: number) => paths.numbered(paths.author(slug, other), page)
  return {
    title: name,
    ...(author.bio && {description: markdownText(author.bio)}),
    path: path(number),
    home: homeIn(context, other),
    ...(other && {contentLanguage: other}),
    translations: translationsOf(author.translations, language, (code) => paths.author(slug, code)),
    content: (
      <>
        <Files value={author.files} pages={named} frontMatter={author.frontMatter}>
          <AuthorHeader author={author} name={name} />
          {number === 1 && <Body value={author.body} />}
        </Files>
        {author.talks.length > 0 && (
          <section>
            <h2>{words.talksBy(name)}</h2>
            <TalkList talks={author.talks} now={now} />
            <PageLinks number={number} pages={pages} path={path} />
          </section>
        )}
      </>
    ),
  }
}

function AuthorHeader({author, name}: {author: NonNullable<AuthorQueryResult>; name: string}) {
  return (
    <header className="author">
      <Picture image={author.avatar} alt="" width={128} ratio={1} className="avatar" eager />
      <div>
        <h1>{name}</h1>
        {author.role && (
          <p className="subtitle">
            <InlineMarkdownText markdown={author.role} />
          </p>
        )}
        {author.organizations?.map((organization) => (
          <p key={organization._key} className="role">
            <SafeLink href={organization.url}>{organization.name}</SafeLink>
          </p>
        ))}
        {author.bio && (
          <p>
            <InlineMarkdownText markdown={author.bio} />
          </p>
        )}
        {author.interests?.length ? <p className="role">{author.interests.join(' · ')}</p> : null}
        <LinkButtonList
          buttons={(author.profiles ?? []).flatMap(({_key, url, label, icon}) =>
            url ? [{key: _key, href: url, label: label || icon?.split('/').at(-1) || placeOf(url)}] : [],
          )}
        />
      </div>
    </header>
  )
}
