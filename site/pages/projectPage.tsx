import {Body} from '../components/Body.tsx'
import {Files} from '../components/Files.tsx'
import {InlineMarkdownText} from '../components/Html.tsx'
import {LinkButtonList} from '../components/talk/LinkButtonList.tsx'
import {linkButtons} from '../components/talk/linkButtons.ts'
import {FeaturedImage, Labels} from '../components/talk/TalkArticle.tsx'
import {TalkList} from '../components/talk/TalkList.tsx'
import {spokenIn, strings} from '../language/strings.ts'
import {projectQuery} from '../queries/projectQuery.ts'
import {queryTime} from '../queries/queryTime.ts'
import {talkTagsQuery} from '../queries/talkTagsQuery.ts'
import {description} from './description.ts'
import {namedPages} from './namedPages.ts'
import {homeIn, isAsked, type LoadPage} from './page.ts'
import {addressLanguage, paths} from './paths.ts'
import {translationsOf} from './translationsOf.ts'

/** `/project/:slug/`: a project and the talks that name it. */
export const projectPage: LoadPage = async (context, slug) => {
  const {query, now, language, assets} = context
  const project = await query(projectQuery, {slug, now: queryTime(now).now})
  if (!isAsked(context, project)) return undefined
  const other = addressLanguage(project.language, language)
  const spoken = spokenIn(other, language)
  const words = strings[spoken]
  const title = project.title || slug
  const about = description(project)
  // A tag that no talk has is no page.
  const tagged = await query(talkTagsQuery, {tags: project.tags ?? [], now: queryTime(now).now})
  const pages = await namedPages(context, project.body, project.path)
  const links = {links: project.links, pageSettings: {externalLink: project.externalLink}}
  return {
    title,
    ...(about && {description: about}),
    path: paths.project(slug, other),
    home: homeIn(context, other),
    ...(other && {contentLanguage: other}),
    translations: translationsOf(project.translations, language, (code) => paths.project(slug, code)),
    content: (
      <>
        <Files value={project.files} pages={pages} frontMatter={project.frontMatter}>
          <header>
            <h1>{title}</h1>
            {project.summary && (
              <p className="subtitle">
                <InlineMarkdownText markdown={project.summary} />
              </p>
            )}
            <LinkButtonList buttons={linkButtons(links, language, assets, spoken)} />
          </header>
          {project.image && <FeaturedImage image={project.image} />}
          <Body value={project.body} />
        </Files>
        <Labels
          name={words.tags}
          labels={project.tags}
          address={(tag) => (tagged.includes(tag) ? paths.tag(tag, other) : undefined)}
        />
        {project.talks.length > 0 && (
          <section>
            <h2>{words.talksOf(title)}</h2>
            <TalkList talks={project.talks} now={now} />
          </section>
        )}
      </>
    ),
  }
}
