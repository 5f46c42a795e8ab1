/** What a reader of the report should know about a kind of notice. */
interface NoticeKindEntry {
  readonly title: string
  /** `info`: nothing to do, it was kept or guessed safely. `warning`: somebody should look at it. */
  readonly severity: 'info' | 'warning'
}

/** Every kind of notice that the seed and the export can give, in the order in which a summary lists them. */
export const noticeKinds = {
  skippedFile: {title: 'File left alone', severity: 'info'},
  noFrontMatter: {title: 'Talk without front matter', severity: 'warning'},
  mergeConflict: {title: 'Conflict that Git left in a text', severity: 'warning'},
  duplicateKey: {title: 'Key written twice', severity: 'warning'},
  wrongType: {title: 'Value of another type than the theme reads', severity: 'warning'},
  unknownKey: {title: 'Key that no template reads', severity: 'info'},
  rejectedDate: {title: 'Date that Hugo cannot read', severity: 'warning'},
  missingDate: {title: 'Talk without a date of its own', severity: 'warning'},
  unknownTimeZone: {title: 'Unknown time zone', severity: 'warning'},
  guessedTimeZone: {title: 'Time without an offset in a site that names no time zone', severity: 'info'},
  endBeforeStart: {title: 'End before start', severity: 'warning'},
  templateLeftover: {title: "Probably the template's own value", severity: 'info'},
  missingAuthor: {title: 'Author without a page', severity: 'info'},
  ambiguousAuthor: {title: 'Several names in one author', severity: 'warning'},
  missingProject: {title: 'Project without a page', severity: 'warning'},
  missingSlides: {title: 'Slide deck without a page', severity: 'warning'},
  missingFile: {title: 'File that is not there', severity: 'warning'},
  missingImage: {title: 'Image settings without an image', severity: 'info'},
  hiddenAddress: {title: 'Address that is never shown', severity: 'info'},
  invalidUrl: {title: 'Link that may lead nowhere', severity: 'warning'},
  sameSlug: {title: 'Same slug or address as another page', severity: 'warning'},
  rawBlock: {title: 'Block kept as Markdown', severity: 'info'},
  rawInline: {title: 'Inline text kept as Markdown', severity: 'info'},
  rawHtml: {title: 'HTML kept as it is', severity: 'info'},
  unknownShortcode: {title: 'Shortcode kept as it is', severity: 'info'},
  unclosedShortcode: {title: 'Shortcode without its end', severity: 'warning'},
  literalEmphasis: {title: 'Asterisks that Hugo shows as they are', severity: 'info'},
  danglingFootnote: {title: 'Footnote without its other half', severity: 'warning'},
  unsupportedBlock: {title: 'Block that Markdown cannot hold', severity: 'warning'},
  conflict: {title: 'Changed on both sides', severity: 'warning'},
  deletedInStudio: {title: 'Deleted in the Studio, its file is still there', severity: 'warning'},
  deletedFile: {title: 'In the Studio, its file was deleted', severity: 'warning'},
  keptFile: {title: 'Folder of a deleted page that has other files', severity: 'warning'},
  publishedDraft: {title: 'Published though its file says draft', severity: 'info'},
  draftReference: {title: 'Reference to what is not published', severity: 'info'},
  draftKept: {title: 'Open draft left alone', severity: 'info'},
  droppedField: {title: 'Field that the file cannot hold', severity: 'warning'},
  unknownAddress: {title: 'Address that may have changed', severity: 'warning'},
  foreignForm: {title: 'Not understood by that generation of the theme', severity: 'warning'},
} satisfies Record<string, NoticeKindEntry>

export type NoticeKind = keyof typeof noticeKinds

/** Something that was guessed, kept as it was or could not be used: data that travels with the result. */
export interface Notice {
  kind: NoticeKind
  /** Path of the file, relative to the site folder. */
  path: string
  /** 1-based line in the file. */
  line?: number
  /** Front matter key or document field. */
  field?: string
  /** One English sentence: what it is and what was done. */
  message: string
  /** The value as written, when it helps. */
  value?: string
}

/** One line for a terminal: `path:line: message (kind)`. */
export function formatNotice(notice: Notice): string {
  const place = notice.line === undefined ? notice.path : `${notice.path}:${notice.line}`
  return `${place}: ${notice.message} (${notice.kind})`
}

/** Number of notices of each kind that occurs, in the registry's order. */
export function countNotices(notices: readonly Notice[]): Array<[kind: NoticeKind, count: number]> {
  const order = Object.keys(noticeKinds)
  return Array.from(
    Map.groupBy(notices, ({kind}) => kind),
    ([kind, {length}]): [NoticeKind, number] => [kind, length],
  ).sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
}
