import type {LinkKind} from '../content.ts'

export type Language = 'ko' | 'en'

interface Strings {
  talks: string
  upcoming: string
  past: string
  now: string
  undated: string
  noTalks: string
  noTalksHint: string
  untitled: string
  event: string
  location: string
  date: string
  authors: string
  tags: string
  categories: string
  links: string
  abstract: string
  contents: string
  menu: string
  about: string
  footnotes: string
  backToText: string
  skipToContent: string
  allTalks: string
  otherLanguages: string
  talksBy: (name: string) => string
  talksAbout: (tag: string) => string
  talksOf: (project: string) => string
  slideOf: (number: number, total: number) => string
  speakerNote: string
  page: (number: number, total: number) => string
  newer: string
  older: string
  notFound: string
  notFoundHint: string
  unavailable: string
  unavailableHint: string
  broken: string
  brokenHint: string
  methodNotAllowed: string
  shortcode: (name: string) => string
  /** What only Hugo can show, by the name of the theme's shortcode. */
  leftOut: Partial<Record<string, string>>
  unknownContent: (type: string) => string
  openAt: (place: string) => string
  remoteImage: (place: string) => string
  calendar: string
  details: string
  externalSite: string
  callouts: Record<CalloutFamily, string>
  linkKinds: Record<LinkKind, string>
}

export type CalloutFamily = 'note' | 'tip' | 'important' | 'warning' | 'danger' | 'question' | 'quote'
const korean: Strings = {
  talks: '발표',
  upcoming: '다가오는 발표',
  past: '지난 발표',
  now: '지금 진행 중',
  undated: '날짜 미정',
  noTalks: '아직 공개된 발표가 없습니다',
  noTalksHint: 'Studio에서 발표를 게시하면 이 페이지에 나타납니다.',
  untitled: '제목 없음',
  event: '행사',
  location: '장소',
  date: '일시',
  authors: '발표자',
  tags: '태그',
  categories: '분류',
  links: '자료',
  abstract: '초록',
  contents: '차례',
  menu: '메뉴',
  about: '소개',
  footnotes: '각주',
  backToText: '본문으로 돌아가기',
  skipToContent: '본문으로 건너뛰기',
  allTalks: '모든 발표',
  otherLanguages: '다른 언어',
  talksBy: (name) => `${name}의 발표`,
  talksAbout: (tag) => `‘${tag}’ 태그의 발표`,
  talksOf: (project) => `‘${project}’ 관련 발표`,
  slideOf: (number, total) => `슬라이드 ${number} / ${total}`,
  speakerNote: '발표자 노트',
  page: (number, total) => `${total}쪽 가운데 ${number}쪽`,
  newer: '더 최근 발표',
  older: '더 이전 발표',
  notFound: '페이지를 찾을 수 없습니다',
  notFoundHint: '주소가 바뀌었거나, 아직 공개되지 않았거나, 게시가 끝난 페이지입니다.',
  unavailable: '지금은 내용을 불러올 수 없습니다',
  unavailableHint: '잠시 뒤에 이 페이지를 다시 열어 주세요.',
  broken: '페이지를 표시하지 못했습니다',
  brokenHint: '이 페이지를 만드는 중에 오류가 났습니다. 다른 페이지는 그대로 볼 수 있습니다.',
  methodNotAllowed: '이 페이지는 읽기만 할 수 있습니다',
  shortcode: (name) => `Hugo 쇼트코드 ‘${name}’`,
  leftOut: {
    chart: '이 사이트에서는 차트를 표시하지 않습니다',
    cite: '이 사이트에서는 인용한 문헌을 표시하지 않습니다',
    gallery: '이 사이트에서는 갤러리 사진을 표시하지 않습니다',
    list_categories: '이 사이트에서는 분류 목록을 표시하지 않습니다',
    list_children: '이 사이트에서는 하위 페이지 목록을 표시하지 않습니다',
    list_tags: '이 사이트에서는 태그 목록을 표시하지 않습니다',
    notebook: '이 사이트에서는 노트북 파일을 표시하지 않습니다',
  },
  unknownContent: (type) => `이 사이트가 표시하지 못하는 내용: ${type}`,
  openAt: (place) => `${place}에서 열기`,
  remoteImage: (place) => `${place}의 이미지 보기`,
  calendar: '달력에 추가',
  details: '자세히',
  externalSite: '프로젝트 사이트',
  callouts: {
    note: '참고',
    tip: '도움말',
    important: '중요',
    warning: '주의',
    danger: '위험',
    question: '질문',
    quote: '인용',
  },
  linkKinds: {
    code: '코드',
    pdf: 'PDF',
    slides: '발표자료',
    video: '비디오',
    dataset: '데이터셋',
    poster: '포스터',
    source: '소스코드',
    project: '프로젝트',
    preprint: '프리프린트',
    custom: '링크',
  },
}

const english: Strings = {
  talks: 'Talks',
  upcoming: 'Upcoming talks',
  past: 'Past talks',
  now: 'Happening now',
  undated: 'Date to be announced',
  noTalks: 'No talks have been published yet',
  noTalksHint: 'Publish a talk in the Studio and it appears on this page.',
  untitled: 'Untitled',
  event: 'Event',
  location: 'Location',
  date: 'Date',
  authors: 'Speakers',
  tags: 'Tags',
  categories: 'Categories',
  links: 'Resources',
  abstract: 'Abstract',
  contents: 'Contents',
  menu: 'Menu',
  about: 'About',
  footnotes: 'Footnotes',
  backToText: 'Back to the text',
  skipToContent: 'Skip to content',
  allTalks: 'All talks',
  otherLanguages: 'Other languages',
  talksBy: (name) => `Talks by ${name}`,
  talksAbout: (tag) => `Talks tagged “${tag}”`,
  talksOf: (project) => `Talks about ${project}`,
  slideOf: (number, total) => `Slide ${number} of ${total}`,
  speakerNote: 'Speaker note',
  page: (number, total) => `Page ${number} of ${total}`,
  newer: 'Newer talks',
  older: 'Older talks',
  notFound: 'Page not found',
  notFoundHint: 'The address has changed, or the page is not public yet, or no longer.',
  unavailable: 'The content cannot be loaded right now',
  unavailableHint: 'Please open this page again in a moment.',
  broken: 'This page could not be shown',
  brokenHint: 'Something went wrong while this page was made. The other pages still work.',
  methodNotAllowed: 'This page can only be read',
  shortcode: (name) => `Hugo shortcode “${name}”`,
  leftOut: {
    chart: 'This site does not show the chart',
    cite: 'This site does not show the cited publication',
    gallery: 'This site does not show the pictures of the gallery',
    list_categories: 'This site does not show the list of categories',
    list_children: 'This site does not show the list of the pages below',
    list_tags: 'This site does not show the list of tags',
    notebook: 'This site does not show the notebook file',
  },
  unknownContent: (type) => `Content this site cannot show: ${type}`,
  openAt: (place) => `Open at ${place}`,
  remoteImage: (place) => `View the image at ${place}`,
  calendar: 'Add to calendar',
  details: 'Details',
  externalSite: 'Project site',
  callouts: {
    note: 'Note',
    tip: 'Tip',
    important: 'Important',
    warning: 'Warning',
    danger: 'Danger',
    question: 'Question',
    quote: 'Quote',
  },
  linkKinds: {
    code: 'Code',
    pdf: 'PDF',
    slides: 'Slides',
    video: 'Video',
    dataset: 'Dataset',
    poster: 'Poster',
    source: 'Source',
    project: 'Project',
    preprint: 'Preprint',
    custom: 'Link',
  },
}

/** The language in which the site speaks on a page of some language: that one, where it has words in it. */
export function spokenIn(code: string | undefined, siteLanguage: Language): Language {
  return code === 'ko' || code === 'en' ? code : siteLanguage
}

/** The own language of a site whose pages are in some language: Korean, unless it is known to be another. */
export function spokenFor(code: string | null): Language {
  return code === null || code === 'ko' ? 'ko' : 'en'
}

/** Every word the site itself says, in each of its languages. */
export const strings = {ko: korean, en: english} satisfies Record<Language, Strings>
