import type {LinkKind, Maybe, TalkLink} from '../../content.ts'
import type {Assets} from '../../images/createAssets.ts'
import {strings, type Language} from '../../language/strings.ts'
import {addressLanguage, paths} from '../../pages/paths.ts'
import type {TitledPage} from '../../talkContent.ts'
import {placeOf} from '../../text/safeHref.ts'

export interface LinkButton {
  key: string
  href: string
  label: string
}

interface Linked {
  links?: Maybe<TalkLink[]>
  projects?: Maybe<Array<Maybe<TitledPage>>>
  slides?: Maybe<TitledPage>
  pageSettings?: Maybe<{doi?: Maybe<string>; externalLink?: Maybe<string>}>
}

/** The order of the theme's buttons (`page_links.html`); the free ones come last, in their own order. */
const order = [
  'preprint',
  'pdf',
  'code',
  'dataset',
  'project',
  'poster',
  'slides',
  'video',
  'source',
  'custom',
] as const satisfies LinkKind[]

/**
 * The buttons of a talk, in the theme's order. As in the theme, projects take the place of a project link, and a slide deck
 * that of a slides link. Site-relative addresses start at the root, as Hugo's `relURL` has it.
 */
export function linkButtons(talk: Linked, language: Language, assets: Assets, spoken = language): LinkButton[] {
  const names = strings[spoken].linkKinds
  const projects = (talk.projects ?? []).filter((project) => project?.slug)
  const deck = talk.slides?.slug ? talk.slides : undefined
  const buttons: Array<LinkButton & {rank: number}> = []
  const add = (kind: LinkKind, button: LinkButton) => buttons.push({...button, rank: order.indexOf(kind)})

  for (const link of talk.links ?? []) {
    const kind = link.kind ?? 'custom'
    const href = assets.file(link.file?.asset?._ref) ?? rooted(link.url ?? '')
    const replaced = (kind === 'project' && projects.length > 0) || (kind === 'slides' && deck)
    if (href && !replaced) add(kind, {key: link._key, href, label: labelOf(link, names[kind], href)})
  }
  for (const project of projects) {
    if (!project?.slug) continue
    const label = project.title ? `${names.project}: ${project.title}` : names.project
    add('project', {
      key: project._id,
      href: paths.project(project.slug, addressLanguage(project.language, language)),
      label,
    })
  }
  if (deck?.slug) {
    const href = paths.slides(deck.slug, addressLanguage(deck.language, language))
    add('slides', {key: deck._id, href, label: names.slides})
  }
  const {doi, externalLink} = talk.pageSettings ?? {}
  if (doi) add('source', {key: 'doi', href: `https://doi.org/${doi}`, label: 'DOI'})
  if (externalLink) add('preprint', {key: 'externalLink', href: externalLink, label: strings[spoken].externalSite})
  return buttons.sort((a, b) => a.rank - b.rank).map(({key, href, label}) => ({key, href, label}))
}

function labelOf(link: TalkLink, name: string, href: string): string {
  if (link.label) return link.label
  if (link.kind && link.kind !== 'custom') return name
  return link.linkType || link.icon?.split('/').at(-1) || placeOf(href)
}

function rooted(url: string): string {
  return /^([a-z][a-z0-9+.-]*:|[/#?])/i.test(url) || !url ? url : `/${url}`
}
