import {DesktopIcon} from '@sanity/icons/Desktop'
import {PresentationIcon} from '@sanity/icons/Presentation'
import {ProjectsIcon} from '@sanity/icons/Projects'
import {UsersIcon} from '@sanity/icons/Users'
import type {StructureBuilder, StructureResolver} from 'sanity/structure'
import type {Say} from '../../schemas/text/say.ts'
import {API_VERSION} from '../config/apiVersion.ts'
import {listTimes, TALK_LISTS, type TalkList} from './talkLists.ts'

/** The Studio's first column: talks by what an editor looks for, then people, projects and slides. */
export function createStructure(say: Say, now: () => Date): StructureResolver {
  return (S) =>
    S.list()
      .id('root')
      .title('Lectern')
      .items([
        ...TALK_LISTS.map((list) => talkListItem(S, say, list, now)),
        allOf(S, 'talk', say({ko: '모든 발표', en: 'All talks'}), PresentationIcon, 'start'),
        S.divider(),
        allOf(S, 'author', say({ko: '사람', en: 'People'}), UsersIcon, 'name'),
        allOf(S, 'project', say({ko: '프로젝트', en: 'Projects'}), ProjectsIcon, 'date'),
        allOf(S, 'slideDeck', say({ko: '슬라이드', en: 'Slide decks'}), DesktopIcon, 'date'),
      ])
}

function talkListItem(S: StructureBuilder, say: Say, list: TalkList, now: () => Date) {
  const title = say(list.title)
  return S.listItem()
    .id(list.id)
    .title(title)
    .icon(list.icon)
    .schemaType('talk')
    .child(() =>
      S.documentTypeList('talk')
        .id(list.id)
        .title(title)
        .apiVersion(API_VERSION)
        .filter(`_type == "talk" && ${list.filter}`)
        .params(listTimes(now()))
        // Links and new talks open in the list of all talks: there every talk is found.
        .canHandleIntent(() => false)
        .defaultOrdering([{field: 'start', direction: list.newestFirst ? 'desc' : 'asc'}]),
    )
}

function allOf(S: StructureBuilder, type: string, title: string, icon: typeof UsersIcon, field: string) {
  const direction = field === 'name' ? 'asc' : 'desc'
  return S.documentTypeListItem(type)
    .title(title)
    .icon(icon)
    .child(S.documentTypeList(type).title(title).apiVersion(API_VERSION).defaultOrdering([{field, direction}]))
}
