import {expect, test} from 'vitest'
import {documents, everyBlockTalk, koreanTalk} from '../fixtures/documents.ts'
import {readSite} from '../fixtures/readSite.ts'

test('the feed names the newest talks first, with the day on which each became public', async () => {
  const shown = {...everyBlockTalk, title: '글 <b> & "표"', summary: 'A *b* & c'}
  const hidden = {...koreanTalk, _id: 'hidden', pageSettings: {private: true}}
  const {status, headers, html} = await readSite(
    [...documents.slice(0, 1), koreanTalk, shown, hidden],
    'http://site.test/index.xml',
  )
  expect([status, headers.get('content-type')]).toEqual([200, 'application/rss+xml; charset=utf-8'])
  const korean = `http://site.test/talk/${encodeURIComponent(koreanTalk.slug.current)}/`
  expect(html).toEqual(
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>' +
      '<title>김지은의 발표</title><link>http://site.test/</link>' +
      '<atom:link href="http://site.test/index.xml" rel="self" type="application/rss+xml"/>' +
      '<description>김지은의 발표</description><language>ko</language>' +
      '<item><title>글 &lt;b&gt; &amp; &quot;표&quot;</title><link>http://site.test/talk/every-block/</link>' +
      '<guid isPermaLink="false">talk-every-block</guid><pubDate>Thu, 03 Oct 2024 00:00:00 GMT</pubDate>' +
      '<description>A b &amp; c</description></item>' +
      `<item><title>백엔드 개발에 대한 짧은 견해</title><link>${korean}</link>` +
      '<guid isPermaLink="false">talk-backend</guid><pubDate>Thu, 03 Oct 2024 00:00:00 GMT</pubDate>' +
      '<description>백엔드 개발자가 갖추어야할 역량: 데이터베이스 설계와 관계형 데이터 모델링을 할 줄 알아야한다. ' +
      '어려운 점: 적절한 구조를 정의하는 것이 힘들었던 것 같다.</description></item></channel></rss>\n',
  )
})

test('each language has a feed, others have none, and pages name theirs', async () => {
  const at = (language: string) => ({...koreanTalk, _id: language, title: language, hugo: {language}})
  const read = async (path: string) => readSite([at('ko'), at('en')], `http://site.test${path}`)
  const titles = async (path: string) =>
    [...(await read(path)).html.matchAll(/<item><title>(.*?)</g)].map(([, title]) => title)
  expect([await titles('/index.xml'), await titles('/en/index.xml')]).toEqual([['ko'], ['en']])
  expect([(await read('/fr/index.xml')).status, (await read('/talk/x/index.xml')).status]).toEqual([404, 404])
  const link = '<link rel="alternate" type="application/rss+xml" title="Talks" href="/en/index.xml"/>'
  for (const path of ['/en/', `/en/talk/${koreanTalk.slug.current}/`]) expect((await read(path)).html).toContain(link)
})
