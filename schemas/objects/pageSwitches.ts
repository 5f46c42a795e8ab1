import type {Text} from '../text/say.ts'

/** A page setting that is on, off, or left to the theme. */
export interface PageSwitch {
  name: string
  title: Text
  description: Text
}

/** The theme's yes-or-no settings of a page. Unset means: whatever the theme or the site's configuration says. */
export const PAGE_SWITCHES: readonly PageSwitch[] = [
  {
    name: 'math',
    title: {ko: '수식', en: 'Math'},
    description: {ko: '이 페이지의 수식을 그립니다.', en: 'Draws the formulas of this page.'},
  },
  {
    name: 'diagram',
    title: {ko: '다이어그램', en: 'Diagrams'},
    description: {ko: 'Mermaid 다이어그램을 그립니다(이전 테마).', en: 'Draws Mermaid diagrams (older themes).'},
  },
  {
    name: 'highlight',
    title: {ko: '코드 강조', en: 'Code highlighting'},
    description: {ko: '코드에 색을 입힙니다(이전 테마).', en: 'Colours code (older themes).'},
  },
  {
    name: 'share',
    title: {ko: '공유 버튼', en: 'Share buttons'},
    description: {ko: '공유 버튼을 표시합니다. 끄면 숨깁니다.', en: 'Shows the share buttons; off hides them.'},
  },
  {
    name: 'profile',
    title: {ko: '발표자 소개', en: 'Author box'},
    description: {ko: '페이지 아래에 발표자 소개를 표시합니다.', en: 'Shows the author box at the foot of the page.'},
  },
  {
    name: 'commentable',
    title: {ko: '댓글', en: 'Comments'},
    description: {
      ko: '댓글을 받습니다(사이트에 댓글 서비스가 있을 때).',
      en: 'Allows comments, when the site has a comment service.',
    },
  },
  {
    name: 'editable',
    title: {ko: '편집 링크', en: 'Edit link'},
    description: {ko: '"이 페이지 편집" 링크를 표시합니다.', en: 'Shows an “Edit this page” link.'},
  },
  {
    name: 'showRelated',
    title: {ko: '관련 문서', en: 'Related pages'},
    description: {ko: '관련 문서 목록을 표시합니다.', en: 'Lists related pages.'},
  },
  {
    name: 'pager',
    title: {ko: '이전·다음', en: 'Previous and next'},
    description: {
      ko: '이전 발표와 다음 발표로 가는 링크를 표시합니다.',
      en: 'Links to the previous and the next talk.',
    },
  },
  {
    name: 'readingTime',
    title: {ko: '읽는 시간', en: 'Reading time'},
    description: {ko: '읽는 데 걸리는 시간을 표시합니다.', en: 'Shows how long the page takes to read.'},
  },
  {
    name: 'showDate',
    title: {ko: '날짜', en: 'Date'},
    description: {ko: '제목 가까이에 날짜를 표시합니다.', en: 'Shows the date near the title.'},
  },
  {
    name: 'showBreadcrumb',
    title: {ko: '이동 경로', en: 'Breadcrumb'},
    description: {ko: '제목 위에 이동 경로를 표시합니다.', en: 'Shows the breadcrumb above the title.'},
  },
  {
    name: 'toc',
    title: {ko: '차례', en: 'Table of contents'},
    description: {ko: '본문의 차례를 표시합니다.', en: 'Shows a table of contents.'},
  },
  {
    name: 'private',
    title: {ko: '검색에서 숨기기', en: 'Hide from search'},
    description: {
      ko: '검색 엔진, 사이트 검색, 피드에서 뺍니다. 주소를 알면 열 수 있습니다.',
      en: 'Keeps the page out of search engines, site search and feeds. Whoever has the address can open it.',
    },
  },
]
