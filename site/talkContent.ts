import type {BodyItem, ImageValue, Maybe, NamedFile, TalkLink, TalkTimes, TextBlock} from './content.ts'

/** What a list shows of a talk. The results of the site's queries fit these types, and so may those of others. */
export interface TalkSummary extends TalkTimes {
  _id: string
  title?: Maybe<string>
  slug?: Maybe<string>
  /** Of a site of several languages: the file's. */
  language?: Maybe<string>
  event?: Maybe<{name?: Maybe<string>; url?: Maybe<string>}>
  location?: Maybe<string>
  summary?: Maybe<string>
  tags?: Maybe<string[]>
  image?: Maybe<ImageValue & {alt?: Maybe<string>}>
  authors?: Maybe<Array<{_key: string; author?: Maybe<NamedPerson>}>>
  /** The files that its texts name. */
  files?: Maybe<NamedFile[]>
}

interface NamedPerson {
  _id: string
  name?: Maybe<string>
  slug?: Maybe<string>
  language?: Maybe<string>
}

export interface PersonDetails extends NamedPerson {
  role?: Maybe<string>
  bio?: Maybe<string>
  organizations?: Maybe<Array<{_key: string; name?: Maybe<string>; url?: Maybe<string>}>>
  avatar?: Maybe<ImageValue>
}

export interface TitledPage {
  _id: string
  title?: Maybe<string>
  slug?: Maybe<string>
  language?: Maybe<string>
}

export interface PostalAddress {
  street?: Maybe<string>
  city?: Maybe<string>
  region?: Maybe<string>
  postcode?: Maybe<string>
  country?: Maybe<string>
}

/** The featured image of a page. */
export interface TalkImage extends ImageValue {
  caption?: Maybe<TextBlock[]>
  alt?: Maybe<string>
  previewOnly?: Maybe<boolean>
  placement?: Maybe<number>
}

interface PageSettings {
  profile?: Maybe<boolean>
  private?: Maybe<boolean>
  readingTime?: Maybe<boolean>
  toc?: Maybe<boolean>
  doi?: Maybe<string>
  externalLink?: Maybe<string>
}

/** What the page of a talk shows. */
export interface Talk extends TalkTimes {
  _id: string
  _updatedAt: string
  title?: Maybe<string>
  subtitle?: Maybe<string>
  slug?: Maybe<string>
  language?: Maybe<string>
  /** The same talk in other languages, under the same slug. */
  translations?: Maybe<Array<{_id: string; title?: Maybe<string>; language?: Maybe<string>}>>
  event?: Maybe<{name?: Maybe<string>; url?: Maybe<string>}>
  location?: Maybe<string>
  address?: Maybe<PostalAddress>
  publishDate?: Maybe<string>
  authors?: Maybe<Array<{_key: string; note?: Maybe<string>; author?: Maybe<PersonDetails>}>>
  tags?: Maybe<string[]>
  categories?: Maybe<string[]>
  image?: Maybe<TalkImage>
  links?: Maybe<TalkLink[]>
  summary?: Maybe<string>
  abstract?: Maybe<BodyItem[]>
  body?: Maybe<BodyItem[]>
  pageSettings?: Maybe<PageSettings>
  slides?: Maybe<TitledPage>
  projects?: Maybe<Array<Maybe<TitledPage>>>
  /** The files that its texts name. */
  files?: Maybe<NamedFile[]>
  /** JSON of the front matter that has no field of its own: captions of galleries. */
  frontMatter?: Maybe<string>
}

/** Whose site it is. */
export interface SiteOwner {
  name?: Maybe<string>
  slug?: Maybe<string>
  language?: Maybe<string>
  role?: Maybe<string>
}
