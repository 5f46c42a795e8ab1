/** What a reader of the report should know about a kind of notice. */
interface NoticeKindEntry {
  readonly title: string
  readonly titleKo: string
  /** `info`: nothing to do, it was kept or guessed safely. `warning`: somebody should look at it. */
  readonly severity: 'info' | 'warning'
}

/** Every kind of notice that the seed and the export can give, in the order in which a summary lists them. */
export const noticeKinds = {
  skippedFile: {title: 'File left alone', titleKo: '건너뛴 파일', severity: 'info'},
  noFrontMatter: {title: 'Talk without front matter', titleKo: '머리말이 없는 발표', severity: 'warning'},
  duplicateKey: {title: 'Key written twice', titleKo: '두 번 적힌 키', severity: 'warning'},
  wrongType: {title: 'Value of another type than the theme reads', titleKo: '형식이 다른 값', severity: 'warning'},
  unknownKey: {title: 'Key that no template reads', titleKo: '알 수 없는 키', severity: 'info'},
  rejectedDate: {title: 'Date that Hugo cannot read', titleKo: 'Hugo가 읽을 수 없는 날짜', severity: 'warning'},
  unknownTimeZone: {title: 'Unknown time zone', titleKo: '알 수 없는 시간대', severity: 'warning'},
  endBeforeStart: {title: 'End before start', titleKo: '시작보다 이른 종료', severity: 'warning'},
  neverPublished: {title: 'Publish date derived from the start', titleKo: '시작일에서 정해진 게시일', severity: 'info'},
  templateLeftover: {
    title: "Probably the template's own value",
    titleKo: '템플릿에 있던 값으로 보임',
    severity: 'info',
  },
  missingAuthor: {title: 'Author without a page', titleKo: '페이지가 없는 저자', severity: 'info'},
  ambiguousAuthor: {title: 'Several names in one author', titleKo: '한 항목에 적힌 여러 저자', severity: 'warning'},
  missingProject: {title: 'Project without a page', titleKo: '페이지가 없는 프로젝트', severity: 'warning'},
  missingSlides: {title: 'Slide deck without a page', titleKo: '페이지가 없는 슬라이드', severity: 'warning'},
  missingFile: {title: 'File that is not there', titleKo: '없는 파일', severity: 'warning'},
  missingImage: {title: 'Image settings without an image', titleKo: '이미지가 없는 이미지 설정', severity: 'info'},
  hiddenAddress: {title: 'Address that is never shown', titleKo: '표시되지 않는 주소', severity: 'info'},
  invalidUrl: {title: 'Link that no browser can open', titleKo: '열 수 없는 링크', severity: 'warning'},
  sameSlug: {title: 'Same slug as another page', titleKo: '다른 페이지와 같은 주소 이름', severity: 'warning'},
  rawBlock: {title: 'Block kept as Markdown', titleKo: '마크다운 그대로 둔 블록', severity: 'info'},
  rawInline: {title: 'Inline text kept as Markdown', titleKo: '마크다운 그대로 둔 인라인', severity: 'info'},
  rawHtml: {title: 'HTML kept as it is', titleKo: '그대로 둔 HTML', severity: 'info'},
  unknownShortcode: {title: 'Shortcode kept as it is', titleKo: '그대로 둔 단축 코드', severity: 'info'},
  unclosedShortcode: {title: 'Shortcode without its end', titleKo: '닫히지 않은 단축 코드', severity: 'warning'},
  literalEmphasis: {
    title: 'Asterisks that Hugo shows as they are',
    titleKo: '글자로 보이는 강조 표시',
    severity: 'info',
  },
  danglingFootnote: {title: 'Footnote without its other half', titleKo: '짝이 없는 각주', severity: 'warning'},
  unsupportedBlock: {
    title: 'Block that Markdown cannot hold',
    titleKo: '마크다운으로 쓸 수 없는 블록',
    severity: 'warning',
  },
  conflict: {title: 'Changed on both sides', titleKo: '양쪽에서 바뀐 값', severity: 'warning'},
  deletedInStudio: {
    title: 'Deleted in the Studio, its file is still there',
    titleKo: '스튜디오에서 지웠지만 파일이 남은 문서',
    severity: 'warning',
  },
  deletedFile: {
    title: 'In the Studio, its file was deleted',
    titleKo: '파일을 지웠지만 스튜디오에 남은 문서',
    severity: 'warning',
  },
  keptFile: {
    title: 'Folder of a deleted page that has other files',
    titleKo: '지운 문서의 폴더에 남은 파일',
    severity: 'warning',
  },
  publishedDraft: {
    title: 'Published though its file says draft',
    titleKo: '초안이라 적혔지만 게시된 문서',
    severity: 'info',
  },
  draftReference: {
    title: 'Reference to what is not published',
    titleKo: '게시되지 않은 문서를 가리킴',
    severity: 'info',
  },
  draftKept: {title: 'Open draft left alone', titleKo: '그대로 둔 초안', severity: 'info'},
  droppedField: {
    title: 'Field that the file cannot hold',
    titleKo: '파일에 쓸 수 없는 필드',
    severity: 'warning',
  },
  unknownAddress: {
    title: 'Address that may have changed',
    titleKo: '바뀌었을 수 있는 주소',
    severity: 'warning',
  },
  foreignForm: {
    title: 'Not understood by the generation it was rewritten for',
    titleKo: '바꾼 세대의 테마가 읽지 못하는 것',
    severity: 'warning',
  },
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
export function countNotices(notices: readonly Notice[]): Partial<Record<NoticeKind, number>> {
  const seen = new Map<string, number>()
  for (const {kind} of notices) seen.set(kind, (seen.get(kind) ?? 0) + 1)
  return Object.fromEntries(
    Object.keys(noticeKinds).flatMap((kind) => (seen.has(kind) ? [[kind, seen.get(kind)]] : [])),
  )
}
