import {UserIcon} from '@sanity/icons/User'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {hotspotOptions} from '../fields/hotspotOptions.ts'
import {hugoField} from '../fields/hugoField.ts'
import {plainField} from '../fields/plainField.ts'
import {slugField} from '../fields/slugField.ts'
import {tagsField} from '../fields/tagsField.ts'
import {previewLine} from '../text/previewLine.ts'
import type {Say} from '../text/say.ts'

/** A person: the theme's author profile. */
export function author(say: Say) {
  return defineType({
    name: 'author',
    title: say({ko: '사람', en: 'Person'}),
    type: 'document',
    icon: UserIcon,
    description: say({ko: '발표자이거나 프로젝트에 참여한 사람입니다.', en: 'A speaker or a member of a project.'}),
    groups: [
      {name: 'profile', title: say({ko: '소개', en: 'Profile'}), default: true},
      {name: 'contact', title: say({ko: '연락처·링크', en: 'Contact & links'})},
    ],
    orderings: [{name: 'name', title: say({ko: '이름', en: 'Name'}), by: [{field: 'name', direction: 'asc'}]}],
    fields: [...profileFields(say), ...contactFields(say), hugoField(say)],
    preview: {
      select: {
        name: 'name',
        role: 'role',
        organization: 'organizations.0.name',
        avatar: 'avatar',
        spoken: 'hugo.language',
      },
      prepare: ({name, role, organization, avatar, spoken}) => ({
        title: String(name || say({ko: '이름 없는 사람', en: 'Person without a name'})),
        subtitle: previewLine(say, spoken, [role, organization]),
        media: avatar?.asset === undefined ? UserIcon : avatar,
      }),
    },
  })
}

function profileFields(say: Say) {
  return [
    defineField({
      name: 'name',
      title: say({ko: '이름', en: 'Name'}),
      type: 'string',
      description: say({ko: '페이지에 표시되는 이름입니다.', en: 'The name that pages show.'}),
      group: 'profile',
      validation: (rule) => rule.required().error(say({ko: '이름을 적어 주세요.', en: 'Enter the person’s name.'})),
    }),
    slugField(say, {source: 'name', group: ['profile']}),
    {
      ...plainField(say, {
        name: 'role',
        title: {ko: '직함', en: 'Role'},
        description: {
          ko: '이름 아래에 표시됩니다. 예: 백엔드 개발자',
          en: 'Shown under the name, e.g. Backend developer.',
        },
      }),
      group: 'profile',
    },
    organizationsField(say),
    {
      ...plainField(say, {
        name: 'bio',
        type: 'text',
        title: {ko: '짧은 소개', en: 'Short biography'},
        description: {ko: '발표 페이지 아래의 소개 상자에 표시됩니다.', en: 'Shown in the author box below a talk.'},
        rows: 3,
      }),
      group: 'profile',
    },
    avatarField(say),
    {
      ...tagsField(say, {
        name: 'interests',
        title: {ko: '관심사', en: 'Interests'},
        description: {ko: '소개 페이지에 목록으로 표시됩니다.', en: 'Listed on the person’s page.'},
      }),
      group: 'profile',
    },
    bodyField(say),
  ]
}

function organizationsField(say: Say) {
  return defineField({
    name: 'organizations',
    title: say({ko: '소속', en: 'Organizations'}),
    type: 'array',
    description: say({ko: '직함 아래에 표시됩니다.', en: 'Shown under the role.'}),
    group: 'profile',
    of: [defineArrayMember({type: 'organization'})],
  })
}

function avatarField(say: Say) {
  return defineField({
    name: 'avatar',
    title: say({ko: '사진', en: 'Photo'}),
    type: 'image',
    description: say({ko: '소개 상자와 이름 옆에 둥글게 표시됩니다.', en: 'Shown as a circle in the author box.'}),
    group: 'profile',
    options: hotspotOptions(say),
  })
}

function bodyField(say: Say) {
  return defineField({
    name: 'body',
    title: say({ko: '긴 소개', en: 'Biography'}),
    type: 'body',
    description: say({ko: '이 사람의 페이지에 표시되는 본문입니다.', en: 'The text of the person’s own page.'}),
    group: 'profile',
  })
}

function contactFields(say: Say) {
  return [
    defineField({
      name: 'email',
      title: say({ko: '이메일', en: 'Email'}),
      type: 'string',
      description: say({ko: '사이트에 공개될 수 있습니다.', en: 'The site may show it to everybody.'}),
      group: 'contact',
      validation: (rule) =>
        rule
          .email()
          .warning(say({ko: '이름@example.org 같은 주소를 적어 주세요.', en: 'It should look like name@example.org.'})),
    }),
    defineField({
      name: 'profiles',
      title: say({ko: '프로필 링크', en: 'Profile links'}),
      type: 'array',
      description: say({ko: '이름 아래에 아이콘으로 표시됩니다.', en: 'Shown as icons under the name.'}),
      group: 'contact',
      of: [defineArrayMember({type: 'profileLink'})],
    }),
    defineField({
      name: 'owner',
      title: say({ko: '사이트 주인', en: 'Site owner'}),
      type: 'boolean',
      description: say({
        ko: '발표자를 적지 않은 페이지에는 이 사람의 소개가 표시됩니다.',
        en: 'Pages that name no speaker show this person’s box.',
      }),
      group: 'contact',
    }),
  ]
}
