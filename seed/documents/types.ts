import type {Body, Dialect, ImageCrop, ImageHotspot, InlineBlocks, Reference} from '../markdown/types.ts'
import type {NamedFile} from './namedFiles.ts'

interface Slug {
  _type: 'slug'
  current: string
}

/** Where a document came from and how it was read; hidden from editors. */
export interface Hugo {
  _type: 'hugoSource'
  /** Relative to the site folder. */
  path: string
  dialect: Dialect
  format: 'yaml' | 'toml' | 'json'
  language?: string
  /** The whole file as it was imported. */
  source: string
  /** JSON of a {@link Fingerprint}. */
  fingerprint: string
  /** Where Hugo publishes the page: `/event/:folder/`; absent where only Hugo knows. */
  address?: string
  /** The files of the site that the text names. */
  files?: NamedFile[]
  /** JSON of the front matter keys that no field holds. */
  unknown?: string
  bom?: boolean
}

export interface ImageValue {
  _type: 'image'
  asset?: Reference
  hotspot?: ImageHotspot
  crop?: ImageCrop
  caption?: InlineBlocks
  alt?: string
  previewOnly?: boolean
  placement?: number
}

interface FileValue {
  _type: 'file'
  asset: Reference
}

export type LinkKind =
  | 'code'
  | 'pdf'
  | 'slides'
  | 'video'
  | 'dataset'
  | 'poster'
  | 'source'
  | 'project'
  | 'preprint'
  | 'custom'

export interface TalkLink {
  _type: 'talkLink'
  _key: string
  kind: LinkKind
  /** Absolute, relative to the site, `mailto:`, or the name of a file in the bundle. */
  url?: string
  file?: FileValue
  label?: string
  icon?: string
  iconPack?: string
  /** `type` of the kit's typed links, as written. */
  linkType?: string
}

export interface KeyedReference extends Reference {
  _key: string
}

/** What the theme says beside a person of `authors`: apart from the reference, since the hosted Content Lake allows no further attributes there. */
export interface AuthorNote {
  _type: 'authorNote'
  _key: string
  /** `_ref` of the person. */
  authorId: string
  note: string
}

export interface PageSettings {
  _type: 'pageSettings'
  math?: boolean
  diagram?: boolean
  share?: boolean
  profile?: boolean
  commentable?: boolean
  editable?: boolean
  showRelated?: boolean
  pager?: boolean
  readingTime?: boolean
  showDate?: boolean
  showBreadcrumb?: boolean
  toc?: boolean
  private?: boolean
  highlight?: boolean
  externalLink?: string
  doi?: string
  aliases?: string[]
  weight?: number
  layout?: string
}

interface PostalAddress {
  _type: 'postalAddress'
  street?: string
  city?: string
  region?: string
  postcode?: string
  country?: string
}

/** What every seeded document has. */
interface SeedDocument {
  _id: string
  _type: 'talk' | 'author' | 'project' | 'slideDeck'
  slug?: Slug
  hugo?: Hugo
}

export interface Talk extends SeedDocument {
  _type: 'talk'
  title?: string
  subtitle?: string
  event?: {_type: 'talkEvent'; name?: string; url?: string}
  location?: string
  address?: PostalAddress
  /** UTC instants; of an all-day talk the first instant of the day in `timeZone`. */
  start?: string
  end?: string
  allDay?: boolean
  /** IANA name, `UTC` or `+09:00`: the zone in which the talk is told. */
  timeZone?: string
  /** Set when the end is written with another offset than the start. */
  endTimeZone?: string
  publishDate?: string
  expiryDate?: string
  authors?: KeyedReference[]
  authorNotes?: AuthorNote[]
  tags?: string[]
  categories?: string[]
  featured?: boolean
  image?: ImageValue
  links?: TalkLink[]
  slides?: Reference
  projects?: KeyedReference[]
  summary?: string
  abstract?: Body
  body?: Body
  pageSettings?: PageSettings
}

interface Organization {
  _type: 'organization'
  _key: string
  name?: string
  url?: string
}

interface ProfileLink {
  _type: 'profileLink'
  _key: string
  url?: string
  label?: string
  icon?: string
  iconPack?: string
}

export interface Author extends SeedDocument {
  _type: 'author'
  name?: string
  role?: string
  organizations?: Organization[]
  bio?: string
  email?: string
  avatar?: ImageValue
  interests?: string[]
  profiles?: ProfileLink[]
  owner?: boolean
  body?: Body
}

export interface Project extends SeedDocument {
  _type: 'project'
  title?: string
  summary?: string
  date?: string
  tags?: string[]
  authors?: KeyedReference[]
  authorNotes?: AuthorNote[]
  externalLink?: string
  image?: ImageValue
  links?: TalkLink[]
  body?: Body
}

export interface SlideDeck extends SeedDocument {
  _type: 'slideDeck'
  title?: string
  summary?: string
  date?: string
  authors?: KeyedReference[]
  authorNotes?: AuthorNote[]
  theme?: string
  /** The deck's Markdown source. */
  markdown?: string
}

export type AnyDocument = Talk | Author | Project | SlideDeck
