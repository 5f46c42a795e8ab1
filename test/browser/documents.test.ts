import {afterEach, expect, test} from 'vitest'
import {type StudioPage, studioPage} from '../support/studioPage.ts'
import {useLectern} from '../support/useLectern.ts'
import {openWatchedPage, type WatchedPage} from '../support/watchedPage.ts'

let watched: WatchedPage
let studio: StudioPage

const {lectern, raw, createTalk} = useLectern({
  arrange: async ({lectern, browser}) => {
    await lectern().client().createOrReplace({_id: 'author-kim', _type: 'author', name: '김개발자'})
    watched = await openWatchedPage(browser(), lectern().url)
    studio = studioPage(watched.page, lectern().url)
  },
})
afterEach(() => watched?.assertQuiet())

const sitePage = async (path: string) => (await fetch(`${lectern().url}${path}`)).text()

test('a talk is created with a Korean title, its address keeps the Hangul, and the site shows it', async () => {
  const {page} = studio
  await page.goto(`${lectern().url}/studio/structure/talk`)
  await page.getByTestId('action-intent-button').click()
  await studio.ready()
  await studio.textbox('title').fill('지연 없는 백엔드개발에 관하여')
  await studio.field('slug').getByRole('button', {name: '생성하기'}).click()
  await expect.poll(() => studio.textbox('slug').inputValue()).toBe('지연-없는-백엔드개발에-관하여')

  await studio.tab('when')
  await page.getByLabel('날짜').first().fill('2024-03-05')
  await page.getByLabel('시각').first().fill('19:30')

  await studio.tab('people')
  await studio.field('authors').getByRole('button', {name: '항목 추가'}).click()
  await studio.field('authors').getByTestId('autocomplete').fill('개발')
  await page.getByRole('option', {name: '김개발자'}).or(page.getByText('김개발자')).first().click()
  await expect.poll(() => studio.field('authors').innerText()).toContain('김개발자')

  await studio.publish()
  const talk = await raw().fetch(
    '*[_type == "talk" && title match "지연*"]{start, timeZone, "authors": authors[]->name}',
  )
  expect(talk).toEqual([{start: '2024-03-05T10:30:00Z', timeZone: 'Asia/Seoul', authors: ['김개발자']}])
  expect(await sitePage('/')).toContain('지연 없는 백엔드개발에 관하여')
})

test('a published talk is taken back and becomes a draft', async () => {
  await createTalk('talk-unpublish')
  await studio.open('talk', 'talk-unpublish')
  await studio.page.getByTestId('document-header-게시됨-chip').click()
  await studio.page.getByTestId('pane-footer').getByRole('button', {name: '게시 취소'}).click()
  await studio.confirm()
  await expect.poll(() => raw().fetch('*[_id match "*talk-unpublish"]._id')).toEqual(['drafts.talk-unpublish'])
  expect(await sitePage('/')).not.toContain('제목 talk-unpublish')
})

test('changes that are not published are thrown away', async () => {
  await createTalk('talk-discard')
  await studio.open('talk', 'talk-discard')
  await studio.textbox('title').fill('다른 제목')
  await expect.poll(() => raw().fetch('*[_id == "drafts.talk-discard"][0].title')).toBe('다른 제목')
  await studio.choose('변경 사항 버리기')
  await studio.confirm()
  await expect.poll(() => studio.textbox('title').inputValue()).toBe('제목 talk-discard')
  expect(await raw().fetch('*[_id match "*talk-discard"]._id')).toEqual(['talk-discard'])
})

test('a talk is duplicated, and the copy deleted', async () => {
  const hugo = {_type: 'hugoSource', path: 'content/event/talk-copy/index.md'}
  await createTalk('talk-copy', {title: '베낄 발표', hugo})
  await studio.open('talk', 'talk-copy')
  await studio.choose('복제')
  await expect.poll(() => studio.page.url()).not.toContain('talk-copy')
  await expect.poll(() => studio.textbox('title').inputValue()).toBe('베낄 발표')
  const pages = () => raw().fetch('*[title == "베낄 발표"] | order(defined(hugo) desc).hugo.path')
  await expect.poll(pages).toEqual([hugo.path, null])
  await studio.choose('삭제')
  await studio.confirm()
  await expect.poll(() => raw().fetch('*[title == "베낄 발표"]._id')).toEqual(['talk-copy'])
})

test('a translation is made from a talk, keeps its slug, is published beside it, and is opened from it', async () => {
  const {page} = studio
  const hugo = {_type: 'hugoSource', path: 'content/event/two/index.md', language: 'ko'}
  await raw().createOrReplace({_id: 'lectern.sync', _type: 'lecternSync', paths: '', languages: ['ko', 'en']})
  await createTalk('two', {title: '두 언어의 발표', hugo})
  await studio.open('talk', 'two')
  await studio.choose('다른 언어…')
  await page.getByRole('dialog').getByRole('button', {name: '영어 번역 만들기'}).click()
  await expect.poll(() => page.url()).not.toContain('talk;two')
  await expect.poll(() => studio.textbox('title').inputValue()).toBe('두 언어의 발표')
  await studio.textbox('title').fill('A talk in two languages')
  await studio.publish()
  const pages = '*[_type == "talk" && slug.current == "two"] | order(hugo.language desc){title, hugo}'
  await expect
    .poll(() => raw().fetch(pages))
    .toEqual([
      {title: '두 언어의 발표', hugo},
      {title: 'A talk in two languages', hugo: {_type: 'hugoSource', language: 'en'}},
    ])

  await studio.open('talk', 'two')
  await studio.choose('다른 언어…')
  await page.getByRole('dialog').getByRole('button', {name: '영어 페이지 열기'}).click()
  await expect.poll(() => studio.textbox('title').inputValue()).toBe('A talk in two languages')
  await raw().delete({query: '*[_type == "lecternSync" || _type == "talk" && slug.current == "two"]'})
})

test('a new talk on a site of several languages is in the default one, and is translated before it is published', async () => {
  const {page} = studio
  await raw().createOrReplace({_id: 'lectern.sync', _type: 'lecternSync', paths: '', languages: ['ko', 'en']})
  await page.goto(`${lectern().url}/studio/structure/talk`)
  await page.getByTestId('action-intent-button').click()
  await studio.ready()
  await studio.textbox('title').fill('갓 만든 발표')
  await studio.field('slug').getByRole('button', {name: '생성하기'}).click()
  const pages = () => raw().fetch('*[slug.current == "갓-만든-발표"] | order(_createdAt).hugo')
  await expect.poll(pages).toEqual([{_type: 'hugoSource', language: 'ko'}])
  await studio.choose('다른 언어…')
  await page.getByRole('dialog').getByRole('button', {name: '영어 번역 만들기'}).click()
  await expect.poll(pages).toEqual(['ko', 'en'].map((language) => ({_type: 'hugoSource', language})))
  await raw().delete({query: '*[_type == "lecternSync" || _type == "talk" && slug.current == "갓-만든-발표"]'})
})

test('a note stands beside its person, on the site too, and goes when it is emptied', async () => {
  const people = ['author-kim', 'author-admin'].map((_ref) => ({_type: 'reference', _ref, _key: _ref}))
  await createTalk('talk-noted', {authors: people})
  await studio.open('talk', 'talk-noted')
  await studio.tab('people')
  const note = studio.field('authors').getByLabel('메모').last()
  const stored = () => raw().fetch('*[_id == "drafts.talk-noted"][0]{authors, authorNotes}')
  await note.fill('공동 발표')
  const item = {_type: 'authorNote', _key: 'author-admin', authorId: 'author-admin', note: '공동 발표'}
  await expect.poll(stored).toEqual({authors: people, authorNotes: [item]})
  await studio.publish()
  expect(await sitePage('/talk/talk-noted/')).toContain('(공동 발표)')
  await note.fill('')
  await expect.poll(stored).toEqual({authors: people, authorNotes: null})

  await note.fill('사회')
  await expect.poll(stored).toMatchObject({authorNotes: [{note: '사회'}]})
  await raw().createOrReplace({_id: 'author-park', _type: 'author', name: '박바꿈'})
  await studio.field('authors').locator('[id$="-menuButton"]').last().click()
  await studio.page.getByRole('menuitem', {name: '교체하기'}).click()
  await studio.field('authors').getByTestId('autocomplete').fill('박바꿈')
  await studio.page.getByRole('option', {name: '박바꿈'}).click()
  const replaced = [...people.slice(0, 1), {_type: 'reference', _ref: 'author-park', _key: 'author-admin'}]
  await expect.poll(stored).toEqual({authors: replaced, authorNotes: null})

  await note.fill('사회')
  await expect.poll(stored).toMatchObject({authorNotes: [{note: '사회'}]})
  await studio.field('authors').locator('[id$="-menuButton"]').last().click()
  await studio.page.getByRole('menuitem', {name: '제거하기'}).click()
  await expect.poll(stored).toEqual({authors: people.slice(0, 1), authorNotes: null})
})

test('whoever is named by a talk is deleted only after that', async () => {
  const author = {_type: 'reference', _ref: 'author-lee', _key: 'a1'}
  await raw().createOrReplace({_id: 'author-lee', _type: 'author', name: '이름난 사람'})
  await createTalk('talk-names', {title: '이 사람을 부르는 발표', authors: [author]})
  await studio.open('author', 'author-lee')
  await studio.choose('삭제')
  const dialog = studio.page.getByRole('dialog')
  await dialog.getByText('이 사람을 부르는 발표').waitFor()
  expect(await dialog.innerText()).toContain('1개의 문서가 “이름난 사람”을(를) 참조하고 있습니다')
  await dialog.getByTestId('cancel-button').click()

  await raw().patch('talk-names').unset(['authors']).commit()
  await studio.choose('삭제')
  await dialog.getByText('지금 삭제하기').waitFor()
  expect(await dialog.innerText()).not.toContain('참조하고 있습니다')
  await studio.confirm()
  await expect.poll(() => raw().fetch('count(*[_id == "author-lee"])')).toBe(0)
})

test('a word is found inside Korean words, in a list and everywhere', async () => {
  const {page} = studio
  await createTalk('talk-search', {title: '처음부터 배우는 백엔드개발에 대하여'})
  await page.goto(`${lectern().url}/studio/structure/talk`)
  await page.getByPlaceholder('목록 검색').fill('배우는 개발')
  const found = page.getByTestId('document-list-pane').getByRole('link')
  await expect
    .poll(() => found.allInnerTexts())
    .toEqual([expect.stringContaining('처음부터 배우는 백엔드개발에 대하여')])

  await page.getByTestId('studio-search').click()
  await page.getByPlaceholder('검색', {exact: true}).fill('부터 개발')
  const results = page.getByTestId('search-results').getByRole('link')
  await expect
    .poll(() => results.allInnerTexts())
    .toEqual([expect.stringContaining('처음부터 배우는 백엔드개발에 대하여')])
})
