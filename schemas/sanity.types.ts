export declare const internalGroqTypeReferenceTo: unique symbol;

// Source: schemas/index.ts
export type ListStart = {
  _type: "listStart";
  number?: number;
};

export type InlineMarkdown = {
  _type: "inlineMarkdown";
  markdown?: string;
};

export type InlineHtml = {
  _type: "inlineHtml";
  html?: string;
};

export type InlineShortcode = {
  _type: "inlineShortcode";
  name?: string;
  source?: string;
};

export type Icon = {
  _type: "icon";
  name?: string;
  pack?: string;
};

export type SanityImageAssetReference = {
  _ref: string;
  _type: "reference";
  _weak?: boolean;
  [internalGroqTypeReferenceTo]?: "sanity.imageAsset";
};

export type InlineImage = {
  _type: "inlineImage";
  asset?: SanityImageAssetReference;
  media?: unknown;
  hotspot?: SanityImageHotspot;
  crop?: SanityImageCrop;
  src?: string;
  alt?: string;
  title?: string;
};

export type FootnoteReference = {
  _type: "footnoteReference";
  label?: string;
};

export type InlineMath = {
  _type: "inlineMath";
  tex?: string;
  delimiter?: string;
};

export type RawHtml = {
  _type: "rawHtml";
  html?: string;
};

export type RawMarkdown = {
  _type: "rawMarkdown";
  markdown?: string;
};

export type Shortcode = {
  _type: "shortcode";
  name?: string;
  source?: string;
};

export type Footnote = {
  _type: "footnote";
  label?: string;
  content?: Blocks;
};

export type Divider = {
  _type: "divider";
  style?: string;
};

export type Button = {
  _type: "button";
  text?: string;
  url?: string;
  newTab?: boolean;
  style?: string;
  secondaryText?: string;
  secondaryUrl?: string;
  shortcode?: string;
  attributes?: string;
};

export type Embed = {
  _type: "embed";
  provider?: "youtube" | "vimeo" | "bilibili" | "gdocs" | "x" | "gist" | "instagram" | "iframe";
  url?: string;
  id?: string;
  title?: string;
  start?: string;
  syntax?: string;
  shortcode?: string;
  attributes?: string;
};

export type MathBlock = {
  _type: "mathBlock";
  tex?: string;
  delimiter?: string;
};

export type TableCell = {
  _type: "tableCell";
  content?: CellBlocks;
};

export type TableRow = {
  _type: "tableRow";
  cells?: Array<{
    _key: string;
  } & TableCell>;
};

export type Table = {
  _type: "table";
  header?: boolean;
  rows?: Array<{
    _key: string;
  } & TableRow>;
  alignments?: Array<string>;
};

export type Callout = {
  _type: "callout";
  kind?: string;
  title?: string;
  content?: Blocks;
  folded?: "open" | "closed";
  syntax?: string;
  delimiter?: string;
};

export type CodeBlock = {
  _type: "codeBlock";
  code?: string;
  language?: string;
  info?: string;
  indented?: boolean;
};

export type Figure = {
  _type: "figure";
  asset?: SanityImageAssetReference;
  media?: unknown;
  hotspot?: SanityImageHotspot;
  crop?: SanityImageCrop;
  alt?: string;
  caption?: string;
  src?: string;
  link?: string;
  title?: string;
  width?: string;
  height?: string;
  className?: string;
  id?: string;
  numbered?: boolean;
  syntax?: string;
  attributes?: string;
};

export type CellBlocks = Array<{
  children?: Array<{
    marks?: Array<string>;
    text?: string;
    _type: "span";
    _key: string;
  } | {
    _key: string;
  } & InlineMath | {
    _key: string;
  } & InlineImage | {
    _key: string;
  } & Icon | {
    _key: string;
  } & InlineShortcode | {
    _key: string;
  } & InlineHtml | {
    _key: string;
  } & InlineMarkdown | {
    _key: string;
  } & FootnoteReference>;
  style?: "normal";
  listItem?: never;
  markDefs?: Array<{
    href?: string;
    title?: string;
    _type: "link";
    _key: string;
  }>;
  level?: number;
  _type: "block";
  _key: string;
}>;

export type InlineBlocks = Array<{
  children?: Array<{
    marks?: Array<string>;
    text?: string;
    _type: "span";
    _key: string;
  } | {
    _key: string;
  } & InlineMath | {
    _key: string;
  } & InlineImage | {
    _key: string;
  } & Icon | {
    _key: string;
  } & InlineShortcode | {
    _key: string;
  } & InlineHtml | {
    _key: string;
  } & InlineMarkdown>;
  style?: "normal";
  listItem?: never;
  markDefs?: Array<{
    href?: string;
    title?: string;
    _type: "link";
    _key: string;
  }>;
  level?: number;
  _type: "block";
  _key: string;
}>;

export type AbstractBlocks = Array<{
  children?: Array<{
    marks?: Array<string>;
    text?: string;
    _type: "span";
    _key: string;
  } | {
    _key: string;
  } & InlineMath | {
    _key: string;
  } & InlineImage | {
    _key: string;
  } & Icon | {
    _key: string;
  } & InlineShortcode | {
    _key: string;
  } & InlineHtml | {
    _key: string;
  } & InlineMarkdown | {
    _key: string;
  } & FootnoteReference | {
    _key: string;
  } & ListStart>;
  style?: "normal" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote";
  listItem?: "bullet" | "number" | "looseBullet" | "looseNumber";
  markDefs?: Array<{
    href?: string;
    title?: string;
    _type: "link";
    _key: string;
  }>;
  level?: number;
  _type: "block";
  _key: string;
} | {
  _key: string;
} & RawMarkdown>;

export type Blocks = Array<{
  children?: Array<{
    marks?: Array<string>;
    text?: string;
    _type: "span";
    _key: string;
  } | {
    _key: string;
  } & InlineMath | {
    _key: string;
  } & InlineImage | {
    _key: string;
  } & Icon | {
    _key: string;
  } & InlineShortcode | {
    _key: string;
  } & InlineHtml | {
    _key: string;
  } & InlineMarkdown | {
    _key: string;
  } & FootnoteReference | {
    _key: string;
  } & ListStart>;
  style?: "normal" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote";
  listItem?: "bullet" | "number" | "looseBullet" | "looseNumber";
  markDefs?: Array<{
    href?: string;
    title?: string;
    _type: "link";
    _key: string;
  }>;
  level?: number;
  _type: "block";
  _key: string;
}>;

export type Body = Array<{
  children?: Array<{
    marks?: Array<string>;
    text?: string;
    _type: "span";
    _key: string;
  } | {
    _key: string;
  } & InlineMath | {
    _key: string;
  } & InlineImage | {
    _key: string;
  } & Icon | {
    _key: string;
  } & InlineShortcode | {
    _key: string;
  } & InlineHtml | {
    _key: string;
  } & InlineMarkdown | {
    _key: string;
  } & FootnoteReference | {
    _key: string;
  } & ListStart>;
  style?: "normal" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote";
  listItem?: "bullet" | "number" | "looseBullet" | "looseNumber";
  markDefs?: Array<{
    href?: string;
    title?: string;
    _type: "link";
    _key: string;
  }>;
  level?: number;
  _type: "block";
  _key: string;
} | {
  _key: string;
} & Figure | {
  _key: string;
} & CodeBlock | {
  _key: string;
} & Callout | {
  _key: string;
} & Table | {
  _key: string;
} & MathBlock | {
  _key: string;
} & Embed | {
  _key: string;
} & Button | {
  _key: string;
} & Divider | {
  _key: string;
} & Footnote | {
  _key: string;
} & Shortcode | {
  _key: string;
} & RawMarkdown | {
  _key: string;
} & RawHtml>;

export type SanityFileAssetReference = {
  _ref: string;
  _type: "reference";
  _weak?: boolean;
  [internalGroqTypeReferenceTo]?: "sanity.fileAsset";
};

export type HugoSource = {
  _type: "hugoSource";
  path?: string;
  dialect?: string;
  format?: string;
  language?: string;
  source?: string;
  fingerprint?: string;
  address?: string;
  unknown?: string;
  bom?: boolean;
  files?: Array<{
    asset?: SanityFileAssetReference;
    media?: unknown;
    name?: string;
    _type: "file";
    _key: string;
  }>;
};

export type PageSettings = {
  _type: "pageSettings";
  math?: boolean;
  diagram?: boolean;
  highlight?: boolean;
  share?: boolean;
  profile?: boolean;
  commentable?: boolean;
  editable?: boolean;
  showRelated?: boolean;
  pager?: boolean;
  readingTime?: boolean;
  showDate?: boolean;
  showBreadcrumb?: boolean;
  toc?: boolean;
  private?: boolean;
  externalLink?: string;
  doi?: string;
  aliases?: Array<string>;
  weight?: number;
  layout?: string;
};

export type ProfileLink = {
  _type: "profileLink";
  url?: string;
  label?: string;
  icon?: string;
  iconPack?: string;
};

export type Organization = {
  _type: "organization";
  name?: string;
  url?: string;
};

export type TalkLink = {
  _type: "talkLink";
  kind?: "preprint" | "pdf" | "code" | "dataset" | "project" | "poster" | "slides" | "video" | "source" | "custom";
  url?: string;
  file?: {
    asset?: SanityFileAssetReference;
    media?: unknown;
    _type: "file";
  };
  label?: string;
  icon?: string;
  iconPack?: string;
  linkType?: string;
};

export type PostalAddress = {
  _type: "postalAddress";
  street?: string;
  city?: string;
  region?: string;
  postcode?: string;
  country?: string;
};

export type TalkEvent = {
  _type: "talkEvent";
  name?: string;
  url?: string;
};

export type LecternSync = {
  _id: string;
  _type: "lecternSync";
  _createdAt: string;
  _updatedAt: string;
  _rev: string;
  paths?: string;
  languages?: Array<string>;
  language?: string;
};

export type AuthorReference = {
  _ref: string;
  _type: "reference";
  _weak?: boolean;
  [internalGroqTypeReferenceTo]?: "author";
};

export type Project = {
  _id: string;
  _type: "project";
  _createdAt: string;
  _updatedAt: string;
  _rev: string;
  title?: string;
  slug?: Slug;
  summary?: string;
  date?: string;
  tags?: Array<string>;
  authors?: Array<{
    _key: string;
  } & AuthorReference>;
  authorNotes?: Array<{
    authorId?: string;
    note?: string;
    _type: "authorNote";
    _key: string;
  }>;
  externalLink?: string;
  image?: {
    asset?: SanityImageAssetReference;
    media?: unknown;
    hotspot?: SanityImageHotspot;
    crop?: SanityImageCrop;
    caption?: InlineBlocks;
    alt?: string;
    previewOnly?: boolean;
    placement?: 1 | 2 | 3;
    _type: "image";
  };
  links?: Array<{
    _key: string;
  } & TalkLink>;
  body?: Body;
  hugo?: HugoSource;
};

export type SanityImageCrop = {
  _type: "sanity.imageCrop";
  top?: number;
  bottom?: number;
  left?: number;
  right?: number;
};

export type SanityImageHotspot = {
  _type: "sanity.imageHotspot";
  x?: number;
  y?: number;
  height?: number;
  width?: number;
};

export type Slug = {
  _type: "slug";
  current?: string;
  source?: string;
};

export type Author = {
  _id: string;
  _type: "author";
  _createdAt: string;
  _updatedAt: string;
  _rev: string;
  name?: string;
  slug?: Slug;
  role?: string;
  organizations?: Array<{
    _key: string;
  } & Organization>;
  bio?: string;
  avatar?: {
    asset?: SanityImageAssetReference;
    media?: unknown;
    hotspot?: SanityImageHotspot;
    crop?: SanityImageCrop;
    _type: "image";
  };
  interests?: Array<string>;
  body?: Body;
  email?: string;
  profiles?: Array<{
    _key: string;
  } & ProfileLink>;
  owner?: boolean;
  hugo?: HugoSource;
};

export type SlideDeckReference = {
  _ref: string;
  _type: "reference";
  _weak?: boolean;
  [internalGroqTypeReferenceTo]?: "slideDeck";
};

export type ProjectReference = {
  _ref: string;
  _type: "reference";
  _weak?: boolean;
  [internalGroqTypeReferenceTo]?: "project";
};

export type Talk = {
  _id: string;
  _type: "talk";
  _createdAt: string;
  _updatedAt: string;
  _rev: string;
  title?: string;
  slug?: Slug;
  subtitle?: string;
  summary?: string;
  abstract?: AbstractBlocks;
  body?: Body;
  start?: string;
  end?: string;
  allDay?: boolean;
  timeZone?: string;
  endTimeZone?: string;
  event?: TalkEvent;
  location?: string;
  address?: PostalAddress;
  authors?: Array<{
    _key: string;
  } & AuthorReference>;
  authorNotes?: Array<{
    authorId?: string;
    note?: string;
    _type: "authorNote";
    _key: string;
  }>;
  image?: {
    asset?: SanityImageAssetReference;
    media?: unknown;
    hotspot?: SanityImageHotspot;
    crop?: SanityImageCrop;
    caption?: InlineBlocks;
    alt?: string;
    previewOnly?: boolean;
    placement?: 1 | 2 | 3;
    _type: "image";
  };
  links?: Array<{
    _key: string;
  } & TalkLink>;
  slides?: SlideDeckReference;
  projects?: Array<{
    _key: string;
  } & ProjectReference>;
  publishDate?: string;
  expiryDate?: string;
  featured?: boolean;
  tags?: Array<string>;
  categories?: Array<string>;
  pageSettings?: PageSettings;
  hugo?: HugoSource;
};

export type SlideDeck = {
  _id: string;
  _type: "slideDeck";
  _createdAt: string;
  _updatedAt: string;
  _rev: string;
  title?: string;
  slug?: Slug;
  summary?: string;
  date?: string;
  authors?: Array<{
    _key: string;
  } & AuthorReference>;
  authorNotes?: Array<{
    authorId?: string;
    note?: string;
    _type: "authorNote";
    _key: string;
  }>;
  theme?: string;
  markdown?: string;
  hugo?: HugoSource;
};

export type SanityImagePaletteSwatch = {
  _type: "sanity.imagePaletteSwatch";
  background?: string;
  foreground?: string;
  population?: number;
  title?: string;
};

export type SanityImagePalette = {
  _type: "sanity.imagePalette";
  darkMuted?: SanityImagePaletteSwatch;
  lightVibrant?: SanityImagePaletteSwatch;
  darkVibrant?: SanityImagePaletteSwatch;
  vibrant?: SanityImagePaletteSwatch;
  dominant?: SanityImagePaletteSwatch;
  lightMuted?: SanityImagePaletteSwatch;
  muted?: SanityImagePaletteSwatch;
};

export type SanityImageDimensions = {
  _type: "sanity.imageDimensions";
  height?: number;
  width?: number;
  aspectRatio?: number;
};

export type SanityImageMetadata = {
  _type: "sanity.imageMetadata";
  location?: Geopoint;
  dimensions?: SanityImageDimensions;
  palette?: SanityImagePalette;
  lqip?: string;
  blurHash?: string;
  thumbHash?: string;
  hasAlpha?: boolean;
  isOpaque?: boolean;
};

export type SanityFileAsset = {
  _id: string;
  _type: "sanity.fileAsset";
  _createdAt: string;
  _updatedAt: string;
  _rev: string;
  originalFilename?: string;
  label?: string;
  title?: string;
  description?: string;
  altText?: string;
  sha1hash?: string;
  extension?: string;
  mimeType?: string;
  size?: number;
  assetId?: string;
  uploadId?: string;
  path?: string;
  url?: string;
  source?: SanityAssetSourceData;
};

export type SanityAssetSourceData = {
  _type: "sanity.assetSourceData";
  name?: string;
  id?: string;
  url?: string;
};

export type SanityImageAsset = {
  _id: string;
  _type: "sanity.imageAsset";
  _createdAt: string;
  _updatedAt: string;
  _rev: string;
  originalFilename?: string;
  label?: string;
  title?: string;
  description?: string;
  altText?: string;
  sha1hash?: string;
  extension?: string;
  mimeType?: string;
  size?: number;
  assetId?: string;
  uploadId?: string;
  path?: string;
  url?: string;
  metadata?: SanityImageMetadata;
  source?: SanityAssetSourceData;
};

export type Geopoint = {
  _type: "geopoint";
  lat?: number;
  lng?: number;
  alt?: number;
};

export type AllSanitySchemaTypes = ListStart | InlineMarkdown | InlineHtml | InlineShortcode | Icon | SanityImageAssetReference | InlineImage | FootnoteReference | InlineMath | RawHtml | RawMarkdown | Shortcode | Footnote | Divider | Button | Embed | MathBlock | TableCell | TableRow | Table | Callout | CodeBlock | Figure | CellBlocks | InlineBlocks | AbstractBlocks | Blocks | Body | SanityFileAssetReference | HugoSource | PageSettings | ProfileLink | Organization | TalkLink | PostalAddress | TalkEvent | LecternSync | AuthorReference | Project | SanityImageCrop | SanityImageHotspot | Slug | Author | SlideDeckReference | ProjectReference | Talk | SlideDeck | SanityImagePaletteSwatch | SanityImagePalette | SanityImageDimensions | SanityImageMetadata | SanityFileAsset | SanityAssetSourceData | SanityImageAsset | Geopoint;

// Source: site/queries/authorQuery.ts
// Variable: authorQuery
// Query: *[_type == "author" && slug.current == $slug] | order(hugo.language == $language desc, _id asc) [0] {  _id, name, "slug": slug.current, "language": hugo.language, role, bio, organizations, avatar, interests, profiles, body, "files": hugo.files[]{name, "asset": asset._ref}, "frontMatter": hugo.unknown, "path": hugo.path, "translations": *[_type == ^._type && slug.current == $slug && defined(hugo.language) && _id != ^._id] | order(hugo.language asc, _id asc) {"language": hugo.language},  "talks": *[_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == "" || hugo.language == $language) && ^._id in authors[]._ref] | order(coalesce(start, "") desc, _id asc) [$from...$to] {_id, title, "slug": slug.current, "language": hugo.language, event, location, summary, "files": hugo.files[]{name, "asset": asset._ref}, start, end, allDay, timeZone, endTimeZone, tags, image, authors[]{_key, "author": @->{_id, name, "slug": slug.current, "language": hugo.language}}},  "talkCount": count(*[_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == "" || hugo.language == $language) && ^._id in authors[]._ref])}
export type AuthorQueryResult = {
  _id: string;
  name: string | null;
  slug: string | null;
  language: string | null;
  role: string | null;
  bio: string | null;
  organizations: Array<{
    _key: string;
  } & Organization> | null;
  avatar: {
    asset?: SanityImageAssetReference;
    media?: unknown;
    hotspot?: SanityImageHotspot;
    crop?: SanityImageCrop;
    _type: "image";
  } | null;
  interests: Array<string> | null;
  profiles: Array<{
    _key: string;
  } & ProfileLink> | null;
  body: Body | null;
  files: Array<{
    name: string | null;
    asset: string | null;
  }> | null;
  frontMatter: string | null;
  path: string | null;
  translations: Array<{
    language: string | null;
  }>;
  talks: Array<{
    _id: string;
    title: string | null;
    slug: string | null;
    language: string | null;
    event: TalkEvent | null;
    location: string | null;
    summary: string | null;
    files: Array<{
      name: string | null;
      asset: string | null;
    }> | null;
    start: string | null;
    end: string | null;
    allDay: boolean | null;
    timeZone: string | null;
    endTimeZone: string | null;
    tags: Array<string> | null;
    image: {
      asset?: SanityImageAssetReference;
      media?: unknown;
      hotspot?: SanityImageHotspot;
      crop?: SanityImageCrop;
      caption?: InlineBlocks;
      alt?: string;
      previewOnly?: boolean;
      placement?: 1 | 2 | 3;
      _type: "image";
    } | null;
    authors: Array<{
      _key: string;
      author: {
        _id: string;
        name: string | null;
        slug: string | null;
        language: string | null;
      };
    }> | null;
  }>;
  talkCount: number;
} | null;

// Source: site/queries/feedQuery.ts
// Variable: feedQuery
// Query: *[_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == "" || hugo.language == $language) && pageSettings.private != true]  | order(coalesce(start, "") desc, _id asc) [0...50] {    _id, _updatedAt, title, "slug": slug.current, "language": hugo.language, start, publishDate, summary, abstract, body  }
export type FeedQueryResult = Array<{
  _id: string;
  _updatedAt: string;
  title: string | null;
  slug: string | null;
  language: string | null;
  start: string | null;
  publishDate: string | null;
  summary: string | null;
  abstract: AbstractBlocks | null;
  body: Body | null;
}>;

// Source: site/queries/filesBesideQuery.ts
// Variable: filesBesideQuery
// Query: *[  _type in ["talk", "author", "project", "slideDeck"] && defined(hugo.address) && (_type != "talk" || _type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now))] | order(_id asc) {"address": hugo.address, "path": hugo.path, "fingerprint": hugo.fingerprint}
export type FilesBesideQueryResult = Array<{
  address: string | null;
  path: string | null;
  fingerprint: string | null;
}>;

// Source: site/queries/formerAddressQuery.ts
// Variable: formerAddressQuery
// Query: {  "page": *[_type in ["talk", "author", "project", "slideDeck"] && hugo.address in $addresses && defined(slug.current) && (_type != "talk" || _type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now))]    | order(_id asc) [0] {_type, "slug": slug.current, "language": hugo.language},  "aliased": *[_type == "talk" && count(pageSettings.aliases[@ in $aliases]) > 0 && _type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now)]    | order(_id asc) [0...100] {_type, "slug": slug.current, "language": hugo.language, "aliases": pageSettings.aliases, "address": hugo.address}}
export type FormerAddressQueryResult = {
  page: {
    _type: "author";
    slug: string | null;
    language: string | null;
  } | {
    _type: "project";
    slug: string | null;
    language: string | null;
  } | {
    _type: "slideDeck";
    slug: string | null;
    language: string | null;
  } | {
    _type: "talk";
    slug: string | null;
    language: string | null;
  } | null;
  aliased: Array<{
    _type: "talk";
    slug: string | null;
    language: string | null;
    aliases: Array<string> | null;
    address: string | null;
  }>;
};

// Source: site/queries/formerFileQuery.ts
// Variable: formerFileQuery
// Query: *[  _type in ["talk", "author", "project", "slideDeck"] && hugo.address in $addresses && (_type != "talk" || _type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now))] | order(_id asc) [0...20] {"address": hugo.address, "path": hugo.path, "fingerprint": hugo.fingerprint}
export type FormerFileQueryResult = Array<{
  address: string | null;
  path: string | null;
  fingerprint: string | null;
}>;

// Source: site/queries/languagesQuery.ts
// Variable: languagesQuery
// Query: {  "talks": array::unique(*[_type == "talk" && defined(hugo.language)].hugo.language),  "ofSite": *[_type == "lecternSync" && defined(language)][0].language}
export type LanguagesQueryResult = {
  talks: Array<string | null>;
  ofSite: string | null;
};

// Source: site/queries/namedPagesQuery.ts
// Variable: namedPagesQuery
// Query: *[  _type in ["talk", "author", "project", "slideDeck"] && hugo.path in $paths && defined(slug.current) && (_type != "talk" || _type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now))] | order(_id asc) {_type, "slug": slug.current, "language": hugo.language, "path": hugo.path, "title": coalesce(title, name)}
export type NamedPagesQueryResult = Array<{
  _type: "author";
  slug: string | null;
  language: string | null;
  path: string | null;
  title: string | null;
} | {
  _type: "project";
  slug: string | null;
  language: string | null;
  path: string | null;
  title: string | null;
} | {
  _type: "slideDeck";
  slug: string | null;
  language: string | null;
  path: string | null;
  title: string | null;
} | {
  _type: "talk";
  slug: string | null;
  language: string | null;
  path: string | null;
  title: string | null;
}>;

// Source: site/queries/projectQuery.ts
// Variable: projectQuery
// Query: *[_type == "project" && slug.current == $slug] | order(hugo.language == $language desc, _id asc) [0] {  _id, title, "slug": slug.current, "language": hugo.language, summary, tags, externalLink, image, links, body, "files": hugo.files[]{name, "asset": asset._ref}, "frontMatter": hugo.unknown, "path": hugo.path, "translations": *[_type == ^._type && slug.current == $slug && defined(hugo.language) && _id != ^._id] | order(hugo.language asc, _id asc) {"language": hugo.language},  "talks": *[_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == "" || hugo.language == $language) && ^._id in projects[]._ref] | order(coalesce(start, "") desc, _id asc) {_id, title, "slug": slug.current, "language": hugo.language, event, location, summary, "files": hugo.files[]{name, "asset": asset._ref}, start, end, allDay, timeZone, endTimeZone, tags, image, authors[]{_key, "author": @->{_id, name, "slug": slug.current, "language": hugo.language}}}}
export type ProjectQueryResult = {
  _id: string;
  title: string | null;
  slug: string | null;
  language: string | null;
  summary: string | null;
  tags: Array<string> | null;
  externalLink: string | null;
  image: {
    asset?: SanityImageAssetReference;
    media?: unknown;
    hotspot?: SanityImageHotspot;
    crop?: SanityImageCrop;
    caption?: InlineBlocks;
    alt?: string;
    previewOnly?: boolean;
    placement?: 1 | 2 | 3;
    _type: "image";
  } | null;
  links: Array<{
    _key: string;
  } & TalkLink> | null;
  body: Body | null;
  files: Array<{
    name: string | null;
    asset: string | null;
  }> | null;
  frontMatter: string | null;
  path: string | null;
  translations: Array<{
    language: string | null;
  }>;
  talks: Array<{
    _id: string;
    title: string | null;
    slug: string | null;
    language: string | null;
    event: TalkEvent | null;
    location: string | null;
    summary: string | null;
    files: Array<{
      name: string | null;
      asset: string | null;
    }> | null;
    start: string | null;
    end: string | null;
    allDay: boolean | null;
    timeZone: string | null;
    endTimeZone: string | null;
    tags: Array<string> | null;
    image: {
      asset?: SanityImageAssetReference;
      media?: unknown;
      hotspot?: SanityImageHotspot;
      crop?: SanityImageCrop;
      caption?: InlineBlocks;
      alt?: string;
      previewOnly?: boolean;
      placement?: 1 | 2 | 3;
      _type: "image";
    } | null;
    authors: Array<{
      _key: string;
      author: {
        _id: string;
        name: string | null;
        slug: string | null;
        language: string | null;
      };
    }> | null;
  }>;
} | null;

// Source: site/queries/siteQuery.ts
// Variable: siteQuery
// Query: *[_type == "author" && owner == true] | order(hugo.language == $language desc, _id asc) [0] {name, "slug": slug.current, "language": hugo.language, role}
export type SiteQueryResult = {
  name: string | null;
  slug: string | null;
  language: string | null;
  role: string | null;
} | null;

// Source: site/queries/sitemapQuery.ts
// Variable: sitemapQuery
// Query: {  "talks": *[_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now)] | order(_id asc) {"slug": slug.current, "language": hugo.language, "address": hugo.address, tags, "hidden": pageSettings.private, "aliases": pageSettings.aliases},  "authors": *[_type == "author" && defined(slug.current)] | order(_id asc) {"slug": slug.current, "language": hugo.language, "address": hugo.address},  "projects": *[_type == "project" && defined(slug.current)] | order(_id asc) {"slug": slug.current, "language": hugo.language, "address": hugo.address},  "slides": *[_type == "slideDeck" && defined(slug.current)] | order(_id asc) {"slug": slug.current, "language": hugo.language, "address": hugo.address}}
export type SitemapQueryResult = {
  talks: Array<{
    slug: string | null;
    language: string | null;
    address: string | null;
    tags: Array<string> | null;
    hidden: boolean | null;
    aliases: Array<string> | null;
  }>;
  authors: Array<{
    slug: string | null;
    language: string | null;
    address: string | null;
  }>;
  projects: Array<{
    slug: string | null;
    language: string | null;
    address: string | null;
  }>;
  slides: Array<{
    slug: string | null;
    language: string | null;
    address: string | null;
  }>;
};

// Source: site/queries/slideDeckQuery.ts
// Variable: slideDeckQuery
// Query: *[_type == "slideDeck" && slug.current == $slug] | order(hugo.language == $language desc, _id asc) [0] {  _id, title, "slug": slug.current, "language": hugo.language, summary, markdown, "files": hugo.files[]{name, "asset": asset._ref}, "frontMatter": hugo.unknown, "path": hugo.path, "translations": *[_type == ^._type && slug.current == $slug && defined(hugo.language) && _id != ^._id] | order(hugo.language asc, _id asc) {"language": hugo.language},  "talks": *[_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == "" || hugo.language == $language) && ^._id == slides._ref] | order(coalesce(start, "") desc, _id asc) {_id, title, "slug": slug.current, "language": hugo.language, event, location, summary, "files": hugo.files[]{name, "asset": asset._ref}, start, end, allDay, timeZone, endTimeZone, tags, image, authors[]{_key, "author": @->{_id, name, "slug": slug.current, "language": hugo.language}}}}
export type SlideDeckQueryResult = {
  _id: string;
  title: string | null;
  slug: string | null;
  language: string | null;
  summary: string | null;
  markdown: string | null;
  files: Array<{
    name: string | null;
    asset: string | null;
  }> | null;
  frontMatter: string | null;
  path: string | null;
  translations: Array<{
    language: string | null;
  }>;
  talks: Array<{
    _id: string;
    title: string | null;
    slug: string | null;
    language: string | null;
    event: TalkEvent | null;
    location: string | null;
    summary: string | null;
    files: Array<{
      name: string | null;
      asset: string | null;
    }> | null;
    start: string | null;
    end: string | null;
    allDay: boolean | null;
    timeZone: string | null;
    endTimeZone: string | null;
    tags: Array<string> | null;
    image: {
      asset?: SanityImageAssetReference;
      media?: unknown;
      hotspot?: SanityImageHotspot;
      crop?: SanityImageCrop;
      caption?: InlineBlocks;
      alt?: string;
      previewOnly?: boolean;
      placement?: 1 | 2 | 3;
      _type: "image";
    } | null;
    authors: Array<{
      _key: string;
      author: {
        _id: string;
        name: string | null;
        slug: string | null;
        language: string | null;
      };
    }> | null;
  }>;
} | null;

// Source: site/queries/tagQuery.ts
// Variable: tagQuery
// Query: {  "talks": *[_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == "" || hugo.language == $language) && $label in tags] | order(coalesce(start, "") desc, _id asc) [$from...$to] {_id, title, "slug": slug.current, "language": hugo.language, event, location, summary, "files": hugo.files[]{name, "asset": asset._ref}, start, end, allDay, timeZone, endTimeZone, tags, image, authors[]{_key, "author": @->{_id, name, "slug": slug.current, "language": hugo.language}}},  "count": count(*[_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == "" || hugo.language == $language) && $label in tags])}
export type TagQueryResult = {
  talks: Array<{
    _id: string;
    title: string | null;
    slug: string | null;
    language: string | null;
    event: TalkEvent | null;
    location: string | null;
    summary: string | null;
    files: Array<{
      name: string | null;
      asset: string | null;
    }> | null;
    start: string | null;
    end: string | null;
    allDay: boolean | null;
    timeZone: string | null;
    endTimeZone: string | null;
    tags: Array<string> | null;
    image: {
      asset?: SanityImageAssetReference;
      media?: unknown;
      hotspot?: SanityImageHotspot;
      crop?: SanityImageCrop;
      caption?: InlineBlocks;
      alt?: string;
      previewOnly?: boolean;
      placement?: 1 | 2 | 3;
      _type: "image";
    } | null;
    authors: Array<{
      _key: string;
      author: {
        _id: string;
        name: string | null;
        slug: string | null;
        language: string | null;
      };
    }> | null;
  }>;
  count: number;
};

// Source: site/queries/talkListQuery.ts
// Variable: talkListQuery
// Query: {  "upcoming": *[_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == "" || hugo.language == $language) && (coalesce(end, start, "") >= $now || allDay == true && coalesce(end, start, "") > $dayAgo)] | order(start asc, _id asc) {_id, title, "slug": slug.current, "language": hugo.language, event, location, summary, "files": hugo.files[]{name, "asset": asset._ref}, start, end, allDay, timeZone, endTimeZone, tags, image, authors[]{_key, "author": @->{_id, name, "slug": slug.current, "language": hugo.language}}},  "past": *[_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == "" || hugo.language == $language) && !(coalesce(end, start, "") >= $now || allDay == true && coalesce(end, start, "") > $dayAgo)] | order(coalesce(start, "") desc, _id asc) [$from...$to] {_id, title, "slug": slug.current, "language": hugo.language, event, location, summary, "files": hugo.files[]{name, "asset": asset._ref}, start, end, allDay, timeZone, endTimeZone, tags, image, authors[]{_key, "author": @->{_id, name, "slug": slug.current, "language": hugo.language}}},  "pastCount": count(*[_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == "" || hugo.language == $language) && !(coalesce(end, start, "") >= $now || allDay == true && coalesce(end, start, "") > $dayAgo)])}
export type TalkListQueryResult = {
  upcoming: Array<{
    _id: string;
    title: string | null;
    slug: string | null;
    language: string | null;
    event: TalkEvent | null;
    location: string | null;
    summary: string | null;
    files: Array<{
      name: string | null;
      asset: string | null;
    }> | null;
    start: string | null;
    end: string | null;
    allDay: boolean | null;
    timeZone: string | null;
    endTimeZone: string | null;
    tags: Array<string> | null;
    image: {
      asset?: SanityImageAssetReference;
      media?: unknown;
      hotspot?: SanityImageHotspot;
      crop?: SanityImageCrop;
      caption?: InlineBlocks;
      alt?: string;
      previewOnly?: boolean;
      placement?: 1 | 2 | 3;
      _type: "image";
    } | null;
    authors: Array<{
      _key: string;
      author: {
        _id: string;
        name: string | null;
        slug: string | null;
        language: string | null;
      };
    }> | null;
  }>;
  past: Array<{
    _id: string;
    title: string | null;
    slug: string | null;
    language: string | null;
    event: TalkEvent | null;
    location: string | null;
    summary: string | null;
    files: Array<{
      name: string | null;
      asset: string | null;
    }> | null;
    start: string | null;
    end: string | null;
    allDay: boolean | null;
    timeZone: string | null;
    endTimeZone: string | null;
    tags: Array<string> | null;
    image: {
      asset?: SanityImageAssetReference;
      media?: unknown;
      hotspot?: SanityImageHotspot;
      crop?: SanityImageCrop;
      caption?: InlineBlocks;
      alt?: string;
      previewOnly?: boolean;
      placement?: 1 | 2 | 3;
      _type: "image";
    } | null;
    authors: Array<{
      _key: string;
      author: {
        _id: string;
        name: string | null;
        slug: string | null;
        language: string | null;
      };
    }> | null;
  }>;
  pastCount: number;
};

// Source: site/queries/talkQuery.ts
// Variable: talkQuery
// Query: *[_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now) && slug.current == $slug] | order(hugo.language == $language desc, _id asc) [0] {  _id, _updatedAt, title, subtitle, "slug": slug.current, "language": hugo.language, event, location, address,  start, end, allDay, timeZone, endTimeZone, publishDate,  authors[]{_key, "note": ^.authorNotes[authorId == ^._ref][0].note, "author": @->{_id, name, "slug": slug.current, "language": hugo.language, role, bio, organizations, avatar}},  tags, categories, image, links, summary, abstract, body, pageSettings, "files": hugo.files[]{name, "asset": asset._ref}, "frontMatter": hugo.unknown, "path": hugo.path,  "slides": slides->{_id, title, "slug": slug.current, "language": hugo.language},  projects[]->{_id, title, "slug": slug.current, "language": hugo.language},  "translations": *[_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now) && slug.current == $slug && defined(hugo.language) && _id != ^._id]    | order(hugo.language asc, _id asc) {_id, title, "language": hugo.language}}
export type TalkQueryResult = {
  _id: string;
  _updatedAt: string;
  title: string | null;
  subtitle: string | null;
  slug: string | null;
  language: string | null;
  event: TalkEvent | null;
  location: string | null;
  address: PostalAddress | null;
  start: string | null;
  end: string | null;
  allDay: boolean | null;
  timeZone: string | null;
  endTimeZone: string | null;
  publishDate: string | null;
  authors: Array<{
    _key: string;
    note: string | null;
    author: {
      _id: string;
      name: string | null;
      slug: string | null;
      language: string | null;
      role: string | null;
      bio: string | null;
      organizations: Array<{
        _key: string;
      } & Organization> | null;
      avatar: {
        asset?: SanityImageAssetReference;
        media?: unknown;
        hotspot?: SanityImageHotspot;
        crop?: SanityImageCrop;
        _type: "image";
      } | null;
    };
  }> | null;
  tags: Array<string> | null;
  categories: Array<string> | null;
  image: {
    asset?: SanityImageAssetReference;
    media?: unknown;
    hotspot?: SanityImageHotspot;
    crop?: SanityImageCrop;
    caption?: InlineBlocks;
    alt?: string;
    previewOnly?: boolean;
    placement?: 1 | 2 | 3;
    _type: "image";
  } | null;
  links: Array<{
    _key: string;
  } & TalkLink> | null;
  summary: string | null;
  abstract: AbstractBlocks | null;
  body: Body | null;
  pageSettings: PageSettings | null;
  files: Array<{
    name: string | null;
    asset: string | null;
  }> | null;
  frontMatter: string | null;
  path: string | null;
  slides: {
    _id: string;
    title: string | null;
    slug: string | null;
    language: string | null;
  } | null;
  projects: Array<{
    _id: string;
    title: string | null;
    slug: string | null;
    language: string | null;
  }> | null;
  translations: Array<{
    _id: string;
    title: string | null;
    language: string | null;
  }>;
} | null;

// Source: site/queries/talkTagsQuery.ts
// Variable: talkTagsQuery
// Query: array::unique(*[_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == "" || hugo.language == $language) && count(tags[@ in $tags]) > 0].tags[])
export type TalkTagsQueryResult = Array<string | null>;

// Query TypeMap
declare global {
  interface SanityQueries {
    "*[_type == \"author\" && slug.current == $slug] | order(hugo.language == $language desc, _id asc) [0] {\n  _id, name, \"slug\": slug.current, \"language\": hugo.language, role, bio, organizations, avatar, interests, profiles, body, \"files\": hugo.files[]{name, \"asset\": asset._ref}, \"frontMatter\": hugo.unknown, \"path\": hugo.path, \"translations\": *[_type == ^._type && slug.current == $slug && defined(hugo.language) && _id != ^._id] | order(hugo.language asc, _id asc) {\"language\": hugo.language},\n  \"talks\": *[_type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == \"\" || hugo.language == $language) && ^._id in authors[]._ref] | order(coalesce(start, \"\") desc, _id asc) [$from...$to] {_id, title, \"slug\": slug.current, \"language\": hugo.language, event, location, summary, \"files\": hugo.files[]{name, \"asset\": asset._ref}, start, end, allDay, timeZone, endTimeZone, tags, image, authors[]{_key, \"author\": @->{_id, name, \"slug\": slug.current, \"language\": hugo.language}}},\n  \"talkCount\": count(*[_type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == \"\" || hugo.language == $language) && ^._id in authors[]._ref])\n}": | AuthorQueryResult;
    "*[_type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == \"\" || hugo.language == $language) && pageSettings.private != true]\n  | order(coalesce(start, \"\") desc, _id asc) [0...50] {\n    _id, _updatedAt, title, \"slug\": slug.current, \"language\": hugo.language, start, publishDate, summary, abstract, body\n  }": | FeedQueryResult;
    "*[\n  _type in [\"talk\", \"author\", \"project\", \"slideDeck\"] && defined(hugo.address) && (_type != \"talk\" || _type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now))\n] | order(_id asc) {\"address\": hugo.address, \"path\": hugo.path, \"fingerprint\": hugo.fingerprint}": | FilesBesideQueryResult;
    "{\n  \"page\": *[_type in [\"talk\", \"author\", \"project\", \"slideDeck\"] && hugo.address in $addresses && defined(slug.current) && (_type != \"talk\" || _type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now))]\n    | order(_id asc) [0] {_type, \"slug\": slug.current, \"language\": hugo.language},\n  \"aliased\": *[_type == \"talk\" && count(pageSettings.aliases[@ in $aliases]) > 0 && _type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now)]\n    | order(_id asc) [0...100] {_type, \"slug\": slug.current, \"language\": hugo.language, \"aliases\": pageSettings.aliases, \"address\": hugo.address}\n}": | FormerAddressQueryResult;
    "*[\n  _type in [\"talk\", \"author\", \"project\", \"slideDeck\"] && hugo.address in $addresses && (_type != \"talk\" || _type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now))\n] | order(_id asc) [0...20] {\"address\": hugo.address, \"path\": hugo.path, \"fingerprint\": hugo.fingerprint}": | FormerFileQueryResult;
    "{\n  \"talks\": array::unique(*[_type == \"talk\" && defined(hugo.language)].hugo.language),\n  \"ofSite\": *[_type == \"lecternSync\" && defined(language)][0].language\n}": | LanguagesQueryResult;
    "*[\n  _type in [\"talk\", \"author\", \"project\", \"slideDeck\"] && hugo.path in $paths && defined(slug.current) && (_type != \"talk\" || _type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now))\n] | order(_id asc) {_type, \"slug\": slug.current, \"language\": hugo.language, \"path\": hugo.path, \"title\": coalesce(title, name)}": | NamedPagesQueryResult;
    "*[_type == \"project\" && slug.current == $slug] | order(hugo.language == $language desc, _id asc) [0] {\n  _id, title, \"slug\": slug.current, \"language\": hugo.language, summary, tags, externalLink, image, links, body, \"files\": hugo.files[]{name, \"asset\": asset._ref}, \"frontMatter\": hugo.unknown, \"path\": hugo.path, \"translations\": *[_type == ^._type && slug.current == $slug && defined(hugo.language) && _id != ^._id] | order(hugo.language asc, _id asc) {\"language\": hugo.language},\n  \"talks\": *[_type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == \"\" || hugo.language == $language) && ^._id in projects[]._ref] | order(coalesce(start, \"\") desc, _id asc) {_id, title, \"slug\": slug.current, \"language\": hugo.language, event, location, summary, \"files\": hugo.files[]{name, \"asset\": asset._ref}, start, end, allDay, timeZone, endTimeZone, tags, image, authors[]{_key, \"author\": @->{_id, name, \"slug\": slug.current, \"language\": hugo.language}}}\n}": | ProjectQueryResult;
    "*[_type == \"author\" && owner == true] | order(hugo.language == $language desc, _id asc) [0] {name, \"slug\": slug.current, \"language\": hugo.language, role}": | SiteQueryResult;
    "{\n  \"talks\": *[_type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now)] | order(_id asc) {\"slug\": slug.current, \"language\": hugo.language, \"address\": hugo.address, tags, \"hidden\": pageSettings.private, \"aliases\": pageSettings.aliases},\n  \"authors\": *[_type == \"author\" && defined(slug.current)] | order(_id asc) {\"slug\": slug.current, \"language\": hugo.language, \"address\": hugo.address},\n  \"projects\": *[_type == \"project\" && defined(slug.current)] | order(_id asc) {\"slug\": slug.current, \"language\": hugo.language, \"address\": hugo.address},\n  \"slides\": *[_type == \"slideDeck\" && defined(slug.current)] | order(_id asc) {\"slug\": slug.current, \"language\": hugo.language, \"address\": hugo.address}\n}": | SitemapQueryResult;
    "*[_type == \"slideDeck\" && slug.current == $slug] | order(hugo.language == $language desc, _id asc) [0] {\n  _id, title, \"slug\": slug.current, \"language\": hugo.language, summary, markdown, \"files\": hugo.files[]{name, \"asset\": asset._ref}, \"frontMatter\": hugo.unknown, \"path\": hugo.path, \"translations\": *[_type == ^._type && slug.current == $slug && defined(hugo.language) && _id != ^._id] | order(hugo.language asc, _id asc) {\"language\": hugo.language},\n  \"talks\": *[_type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == \"\" || hugo.language == $language) && ^._id == slides._ref] | order(coalesce(start, \"\") desc, _id asc) {_id, title, \"slug\": slug.current, \"language\": hugo.language, event, location, summary, \"files\": hugo.files[]{name, \"asset\": asset._ref}, start, end, allDay, timeZone, endTimeZone, tags, image, authors[]{_key, \"author\": @->{_id, name, \"slug\": slug.current, \"language\": hugo.language}}}\n}": | SlideDeckQueryResult;
    "{\n  \"talks\": *[_type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == \"\" || hugo.language == $language) && $label in tags] | order(coalesce(start, \"\") desc, _id asc) [$from...$to] {_id, title, \"slug\": slug.current, \"language\": hugo.language, event, location, summary, \"files\": hugo.files[]{name, \"asset\": asset._ref}, start, end, allDay, timeZone, endTimeZone, tags, image, authors[]{_key, \"author\": @->{_id, name, \"slug\": slug.current, \"language\": hugo.language}}},\n  \"count\": count(*[_type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == \"\" || hugo.language == $language) && $label in tags])\n}": | TagQueryResult;
    "{\n  \"upcoming\": *[_type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == \"\" || hugo.language == $language) && (coalesce(end, start, \"\") >= $now || allDay == true && coalesce(end, start, \"\") > $dayAgo)] | order(start asc, _id asc) {_id, title, \"slug\": slug.current, \"language\": hugo.language, event, location, summary, \"files\": hugo.files[]{name, \"asset\": asset._ref}, start, end, allDay, timeZone, endTimeZone, tags, image, authors[]{_key, \"author\": @->{_id, name, \"slug\": slug.current, \"language\": hugo.language}}},\n  \"past\": *[_type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == \"\" || hugo.language == $language) && !(coalesce(end, start, \"\") >= $now || allDay == true && coalesce(end, start, \"\") > $dayAgo)] | order(coalesce(start, \"\") desc, _id asc) [$from...$to] {_id, title, \"slug\": slug.current, \"language\": hugo.language, event, location, summary, \"files\": hugo.files[]{name, \"asset\": asset._ref}, start, end, allDay, timeZone, endTimeZone, tags, image, authors[]{_key, \"author\": @->{_id, name, \"slug\": slug.current, \"language\": hugo.language}}},\n  \"pastCount\": count(*[_type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == \"\" || hugo.language == $language) && !(coalesce(end, start, \"\") >= $now || allDay == true && coalesce(end, start, \"\") > $dayAgo)])\n}": | TalkListQueryResult;
    "*[_type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now) && slug.current == $slug] | order(hugo.language == $language desc, _id asc) [0] {\n  _id, _updatedAt, title, subtitle, \"slug\": slug.current, \"language\": hugo.language, event, location, address,\n  start, end, allDay, timeZone, endTimeZone, publishDate,\n  authors[]{_key, \"note\": ^.authorNotes[authorId == ^._ref][0].note, \"author\": @->{_id, name, \"slug\": slug.current, \"language\": hugo.language, role, bio, organizations, avatar}},\n  tags, categories, image, links, summary, abstract, body, pageSettings, \"files\": hugo.files[]{name, \"asset\": asset._ref}, \"frontMatter\": hugo.unknown, \"path\": hugo.path,\n  \"slides\": slides->{_id, title, \"slug\": slug.current, \"language\": hugo.language},\n  projects[]->{_id, title, \"slug\": slug.current, \"language\": hugo.language},\n  \"translations\": *[_type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now) && slug.current == $slug && defined(hugo.language) && _id != ^._id]\n    | order(hugo.language asc, _id asc) {_id, title, \"language\": hugo.language}\n}": | TalkQueryResult;
    "array::unique(*[_type == \"talk\" && defined(slug.current) && coalesce(publishDate, start, \"\") <= $now && (!defined(expiryDate) || expiryDate >= $now) && (!defined(hugo.language) || $language == \"\" || hugo.language == $language) && count(tags[@ in $tags]) > 0].tags[])": | TalkTagsQueryResult;
  }
}
// Lets @sanity/client releases that predate the global registry read it too
declare module "@sanity/client" {
  interface SanityQueries extends globalThis.SanityQueries {}
}

