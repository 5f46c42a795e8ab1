import type {BodyItem, ImageValue, Maybe, TalkLink, TalkTimes, TextBlock} from '../content.ts'

/** What the queries answer, as far as the pages read it. */
export interface TalkCardResult extends TalkTimes {
  _id: string
  title?: Maybe<string>
  slug?: Maybe<string>
  event?: Maybe<{name?: Maybe<string>; url?: Maybe<string>}>
  location?: Maybe<string>
  summary?: Maybe<string>
  tags?: Maybe<string[]>
  image?: Maybe<ImageValue & {alt?: Maybe<string>}>
  authors?: Maybe<Array<{_key: string; author?: Maybe<PersonName>}>>
}

export interface PersonName {
  _id: string
  name?: Maybe<string>
  slug?: Maybe<string>
}

export interface PersonResult extends PersonName {
  role?: Maybe<string>
  bio?: Maybe<string>
  organizations?: Maybe<Array<{_key: string; name?: Maybe<string>; url?: Maybe<string>}>>
  avatar?: Maybe<ImageValue>
}

export interface TitledResult {
  _id: string
  title?: Maybe<string>
  slug?: Maybe<string>
}

export interface PostalAddress {
  street?: Maybe<string>
  city?: Maybe<string>
  region?: Maybe<string>
  postcode?: Maybe<string>
  country?: Maybe<string>
}

export interface TalkImage extends ImageValue {
  caption?: Maybe<TextBlock[]>
  alt?: Maybe<string>
  previewOnly?: Maybe<boolean>
  placement?: Maybe<number>
}

export interface PageSettings {
  profile?: Maybe<boolean>
  private?: Maybe<boolean>
  readingTime?: Maybe<boolean>
  toc?: Maybe<boolean>
  doi?: Maybe<string>
  externalLink?: Maybe<string>
}

export interface TalkResult extends TalkTimes {
  _id: string
  _updatedAt: string
  title?: Maybe<string>
  subtitle?: Maybe<string>
  slug?: Maybe<string>
  event?: Maybe<{name?: Maybe<string>; url?: Maybe<string>}>
  location?: Maybe<string>
  address?: Maybe<PostalAddress>
  publishDate?: Maybe<string>
  authors?: Maybe<Array<{_key: string; note?: Maybe<string>; author?: Maybe<PersonResult>}>>
  tags?: Maybe<string[]>
  categories?: Maybe<string[]>
  image?: Maybe<TalkImage>
  links?: Maybe<TalkLink[]>
  summary?: Maybe<string>
  abstract?: Maybe<BodyItem[]>
  body?: Maybe<BodyItem[]>
  pageSettings?: Maybe<PageSettings>
  slides?: Maybe<TitledResult>
  projects?: Maybe<Array<Maybe<TitledResult>>>
}

export interface TalkListResult {
  upcoming: TalkCardResult[]
  past: TalkCardResult[]
  pastCount: number
}

export interface AuthorResult extends PersonResult {
  interests?: Maybe<string[]>
  profiles?: Maybe<Array<{_key: string; url?: Maybe<string>; label?: Maybe<string>; icon?: Maybe<string>}>>
  body?: Maybe<BodyItem[]>
  talks: TalkCardResult[]
}

export interface ProjectResult extends TitledResult {
  summary?: Maybe<string>
  tags?: Maybe<string[]>
  externalLink?: Maybe<string>
  image?: Maybe<TalkImage>
  links?: Maybe<TalkLink[]>
  body?: Maybe<BodyItem[]>
  talks: TalkCardResult[]
}

export interface SlideDeckResult extends TitledResult {
  summary?: Maybe<string>
  markdown?: Maybe<string>
  talks: TalkCardResult[]
}

export interface SiteResult {
  name?: Maybe<string>
  slug?: Maybe<string>
  role?: Maybe<string>
}

interface Entry {
  slug?: Maybe<string>
  _updatedAt: string
}

export interface SitemapResult {
  talks: Array<Entry & {tags?: Maybe<string[]>; hidden?: Maybe<boolean>}>
  authors: Entry[]
  projects: Entry[]
  slides: Entry[]
}
