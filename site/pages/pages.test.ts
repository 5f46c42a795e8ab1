import {expect, test} from 'vitest'
import {documents, koreanTalk} from '../fixtures/documents.ts'
import {koreanAddress, readSite, words} from '../fixtures/readSite.ts'

test('the Korean talk shows all that its file says', async () => {
  const {status, headers, html} = await readSite(documents, koreanAddress)
  expect(status).toEqual(200)
  expect(Object.fromEntries(headers)).toEqual({
    'cache-control': 'no-cache',
    'content-language': 'ko',
    'content-security-policy':
      "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'",
    'content-type': 'text/html; charset=utf-8',
    etag: expect.stringMatching(/^"[\w-]{22}"$/),
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
  })
  expect(words(html)).toEqual(
    '백엔드 개발에 대한 짧은 견해 일시 2024년 10월 3일 오후 1:00 — 오후 3:00 UTC 행사 Hugo Blox Builder Conference 발표자 김지은 ' +
      '코드 프로젝트: 예시 프로젝트 발표자료 비디오 ' +
      '백엔드 개발자가 갖추어야할 역량 : 데이터베이스 설계와 관계형 데이터 모델링을 할 줄 알아야한다. ' +
      '어려운 점 : 적절한 구조를 정의하는 것이 힘들었던 것 같다. ' +
      '김지은 백엔드 개발자 한빛 연구소 데이터가 오래 살아남는 시스템을 만듭니다. 모든 발표',
  )
  expect(html.slice(0, html.indexOf('<body>')).replaceAll(/\/site\.[0-9a-f]{12}\.css/g, '/site.css')).toEqual(
    '<!doctype html><html lang="ko"><head><meta charSet="utf-8"/>' +
      '<meta name="viewport" content="width=device-width, initial-scale=1"/>' +
      '<title>백엔드 개발에 대한 짧은 견해 · 김지은의 발표</title>' +
      '<meta name="description" content="백엔드 개발자가 갖추어야할 역량: 데이터베이스 설계와 관계형 데이터 모델링을 할 줄 알아야한다. 어려운 점: 적절한 구조를 정의하는 것이 힘들었던 것 같다."/>' +
      `<link rel="canonical" href="${koreanAddress}"/>` +
      '<link rel="alternate" type="application/rss+xml" title="김지은의 발표" href="/index.xml"/>' +
      '<meta property="og:title" content="백엔드 개발에 대한 짧은 견해"/><meta property="og:site_name" content="김지은의 발표"/>' +
      '<meta property="og:type" content="website"/><meta property="og:locale" content="ko_KR"/>' +
      `<meta property="og:url" content="${koreanAddress}"/>` +
      '<meta property="og:description" content="백엔드 개발자가 갖추어야할 역량: 데이터베이스 설계와 관계형 데이터 모델링을 할 줄 알아야한다. 어려운 점: 적절한 구조를 정의하는 것이 힘들었던 것 같다."/>' +
      '<meta name="twitter:card" content="summary"/>' +
      '<link rel="icon" href="/favicon.svg" type="image/svg+xml"/><link rel="stylesheet" href="/site.css"/>' +
      '<script type="application/ld+json">' +
      JSON.stringify({
        '@context': 'https://schema.org',
        '@type': 'Event',
        mainEntityOfPage: {'@type': 'WebPage', '@id': koreanAddress},
        name: '백엔드 개발에 대한 짧은 견해',
        startDate: '2024-10-03T13:00:00Z',
        endDate: '2024-10-03T15:00:00Z',
        performer: {'@type': 'Person', name: '김지은'},
        description:
          '백엔드 개발자가 갖추어야할 역량: 데이터베이스 설계와 관계형 데이터 모델링을 할 줄 알아야한다. 어려운 점: 적절한 구조를 정의하는 것이 힘들었던 것 같다.',
      }) +
      '</script></head>',
  )
})

test('the same talk in English', async () => {
  const {html} = await readSite(documents, koreanAddress, {language: 'en'})
  expect(html).toContain('<html lang="en">')
  expect(words(html)).toContain(
    'Date Oct 3, 2024 1:00 PM — 3:00 PM UTC Event Hugo Blox Builder Conference Speakers 김지은',
  )
})

test('a talk that has everything shows everything', async () => {
  const {html} = await readSite(documents, 'http://site.test/talk/every-block/')
  expect(words(html)).toContain(
    '모든 블록이 들어 있는 발표 본문에 올 수 있는 것을 하나씩 일시 2027년 3월 5일 오후 7:00 — 오후 9:30 Asia/Seoul (UTC+09:00) ' +
      '행사 데이터 밋업 장소 서울 스타트업 허브 서울특별시 마포구 마포대로 122 (04213) 발표자 김지은 (발표) , 이수민 ' +
      '프로젝트: 예시 프로젝트 발표자료 달력에 추가 초록 이 발표는 본문에 올 수 있는 모든 것을 하나씩 보여 줍니다. ' +
      '글 코드와 수식 표 상자 다른 곳의 것 글 굵게',
  )
  expect(html).toContain('href="/tag/C%2B%2B%20%2F%20C%23/"')
  expect([...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))).toEqual([1, 2, 2, 2, 3, 2, 2])
  expect(html).not.toMatch(/(src|srcSet|poster|data)="(https?:)?\/\//)
})

test('the list parts upcoming from past talks', async () => {
  const {html} = await readSite(documents, 'http://site.test/')
  expect(words(html)).toEqual(
    '발표 다가오는 발표 2027년 3월 5일 오후 7:00 — 오후 9:30 모든 블록이 들어 있는 발표 데이터 밋업 · 서울 스타트업 허브 ' +
      '표, 수식, 각주, 코드까지 모두 보여 줍니다. 김지은, 이수민 ' +
      '지난 발표 2024년 10월 3일 오후 1:00 — 오후 3:00 백엔드 개발에 대한 짧은 견해 Hugo Blox Builder Conference 김지은 모든 발표',
  )
})

test('an empty lake has a friendly list', async () => {
  const {status, html} = await readSite([], 'http://site.test/')
  expect({status, text: words(html)}).toEqual({
    status: 200,
    text: '발표 아직 공개된 발표가 없습니다 Studio에서 발표를 게시하면 이 페이지에 나타납니다. 모든 발표',
  })
})

/** Fifty-one talks of one speaker, with one tag. */
const many = Array.from({length: 51}, (_, index) => ({
  ...koreanTalk,
  _id: `talk-${index}`,
  title: `발표 ${index}`,
  slug: {_type: 'slug', current: `t${index}`},
  start: `2024-01-01T00:00:${String(index).padStart(2, '0')}Z`,
  end: undefined,
  publishDate: undefined,
  tags: ['많이'],
}))

test('many past talks come in pages', async () => {
  const first = await readSite(many, 'http://site.test/')
  const second = await readSite(many, 'http://site.test/page/2/')
  expect([...first.html.matchAll(/<article/g)].length).toEqual(50)
  expect(words(first.html)).toContain('2쪽 가운데 1쪽 더 이전 발표')
  expect(words(second.html)).toEqual(
    '발표 지난 발표 2024년 1월 1일 오전 12:00 발표 0 Hugo Blox Builder Conference 더 최근 발표 2쪽 가운데 2쪽 모든 발표',
  )
  for (const page of ['3', '0', '-1', '1.5', 'x', '01']) {
    expect((await readSite(many, `http://site.test/page/${page}/`)).status).toEqual(404)
  }
})

test.each([
  ['author/admin', '김지은의 발표'],
  ['tag/%EB%A7%8E%EC%9D%B4', '‘많이’ 태그의 발표'],
])('the list at %s goes on', async (address, title) => {
  const content = [...documents.slice(0, 4), ...many]
  const read = async (page: string) => readSite(content, `http://site.test/${address}/${page}`)
  const [first, second] = [await read(''), await read('page/2/')]
  expect([first, second].map(({html}) => [...html.matchAll(/<article/g)].length)).toEqual([50, 1])
  expect(words(second.html)).toContain(title)
  expect(words(second.html)).toContain('발표 0 Hugo Blox Builder Conference 김지은 더 최근 발표 2쪽 가운데 2쪽')
  expect(second.html).toContain(`<link rel="canonical" href="http://site.test/${address}/page/2/"/>`)
  expect(first.html).toContain(`<a rel="next" href="/${address}/page/2/">`)
  for (const page of ['page/3/', 'page/0/', 'page/x/', 'page/', 'page/2/more/'])
    expect((await read(page)).status).toEqual(404)
})

test.each([
  [
    'author',
    'http://site.test/author/admin/',
    '김지은 백엔드 개발자 한빛 연구소 데이터가 오래 살아남는 시스템을 만듭니다. 데이터베이스 · 분산 시스템 github 김지은의 발표',
  ],
  [
    'project',
    'http://site.test/project/example/',
    '예시 프로젝트 발표에서 다룬 예시 코드 백엔드 ‘예시 프로젝트’ 관련 발표',
  ],
  [
    'slides',
    'http://site.test/slides/example/',
    '백엔드 이야기 짧은 슬라이드 백엔드 이야기 시작합니다 1 / 3 데이터가 먼저다 모델링 트랜잭션 인덱스 발표자 노트 여기서 잠시 쉽니다. 2 / 3 코드',
  ],
  ['tag', `http://site.test/tag/${encodeURIComponent('C++ / C#')}/`, '‘C++ / C#’ 태그의 발표 발표 2027년 3월 5일'],
])('the page of %s', async (_, address, expected) => {
  const {status, html} = await readSite(documents, address)
  expect({status, text: words(html).slice(0, expected.length)}).toEqual({status: 200, text: expected})
})

test('a project leads to the tags that a listed talk of its language has: others are no page', async () => {
  const [project] = documents.filter(({_id}) => _id === 'project-example')
  const korean = {...koreanTalk, _id: 'ko', tags: ['백엔드'], hugo: {language: 'ko'}}
  const english = {...koreanTalk, _id: 'en', tags: ['backend'], hugo: {language: 'en'}}
  const hidden = {...koreanTalk, _id: 'hidden', tags: ['예고'], publishDate: '2026-11-22T12:00:01Z'}
  const tags = ['백엔드', 'backend', '예고', '없음']
  const {html} = await readSite([korean, english, hidden, {...project, tags}], 'http://site.test/project/example/')
  expect(/<ul class="labels".*?<\/ul>/.exec(html)?.[0]).toEqual(
    `<ul class="labels" aria-label="태그"><li><a href="/tag/${encodeURIComponent('백엔드')}/">백엔드</a></li><li>backend</li><li>예고</li><li>없음</li></ul>`,
  )
})

test.each([
  ['a draft', {...koreanTalk, _id: 'drafts.talk-backend'}],
  ['a publish date ahead', {...koreanTalk, publishDate: '2026-11-22T12:00:01Z'}],
  ['an expiry date behind', {...koreanTalk, expiryDate: '2026-11-22T11:59:59Z'}],
])('a talk with %s is not shown', async (_, talk) => {
  expect((await readSite([talk], koreanAddress)).status).toEqual(404)
  expect(words((await readSite([talk], 'http://site.test/')).html)).toContain('아직 공개된 발표가 없습니다')
})

test('a talk whose dates nobody can read is a talk without a date', async () => {
  const broken = {...koreanTalk, start: 'tomorrow', end: 'never'}
  expect(words((await readSite([broken], 'http://site.test/')).html)).toContain(
    '날짜 미정 백엔드 개발에 대한 짧은 견해',
  )
  expect(words((await readSite([broken], koreanAddress)).html)).toContain('일시 날짜 미정')
  expect((await readSite([broken], `${koreanAddress}talk.ics`)).status).toEqual(404)
})

test('a summary on a card leads to the file that it names', async () => {
  const files = [{_type: 'file', _key: 'f', name: 'slides.pdf', asset: {_ref: 'file-aa11-pdf'}}]
  const talk = {...koreanTalk, summary: '[자료](slides.pdf#page=2)', hugo: {files}}
  const {html} = await readSite([talk], 'http://site.test/')
  expect(html).toContain(
    '<p class="summary"><span><a href="/files/lectern/production/aa11.pdf#page=2">자료</a></span></p>',
  )
})
